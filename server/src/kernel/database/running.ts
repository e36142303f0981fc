import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { millisecondsNow } from '../clock.ts'
import { refusal } from '../refusals.ts'
import type { DataFolder } from './data-folder.ts'
import { withClient } from './pool.ts'
import { isAlive, isZombie } from './processes.ts'

/** Who runs in a directory, for the next start to read. */
export type Running = {
  /** The process of the product. */
  readonly pid: number
  /** The process that holds the database for it. */
  readonly supervisor: number
  /** Where the product answers: its own address once it has one, until then the database's. */
  readonly address: string
}

const LEAVING = 5_000
const STOPPING = 15_000

export function noteRunning(folder: DataFolder, running: Running): Promise<void> {
  return writeFile(noteOf(folder), JSON.stringify(running))
}

export function forgetRunning(folder: DataFolder): Promise<void> {
  return rm(noteOf(folder), { force: true })
}

/**
 * Refuses `database.running.conflict`, naming the address, when the directory is in use. A server
 * whose product was killed is about to stop by itself and is waited for; one that lost its
 * supervisor too is stopped.
 */
export async function refuseIfRunning(folder: DataFolder): Promise<void> {
  const server = await findServer(folder)
  if (!server) return disownZombie(folder)
  const running = await readRunning(folder)
  if (running && isAlive(running.pid)) {
    const { address, pid } = running
    refusal('database.running.conflict', { directory: folder.directory, address, pid })
  }
  const isLeaving = running !== null && isAlive(running.supervisor)
  if (isLeaving && (await isGoneWithin(server.pid, LEAVING))) return disownZombie(folder)
  process.kill(server.pid, 'SIGINT')
  if (!(await isGoneWithin(server.pid, STOPPING))) {
    refusal('database.orphan.conflict', { pid: server.pid, directory: folder.directory })
  }
  await disownZombie(folder)
}

/** No process ever has this number: Linux stops below it. */
const NO_PID = '4194304'

/**
 * PostgreSQL takes a zombie for a running server and refuses to start. Its number is taken out of
 * the lock file; the file itself stays, for PostgreSQL's own check that no orphaned backend still
 * holds the shared memory it names.
 */
async function disownZombie(folder: DataFolder): Promise<void> {
  const file = join(folder.cluster, 'postmaster.pid')
  const [pid, ...rest] = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  if (!pid || !isZombie(Number(pid))) return
  await writeFile(file, [NO_PID, ...rest].join('\n'))
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = millisecondsNow() + milliseconds
  while (isAlive(pid)) {
    if (millisecondsNow() > deadline) return false
    await sleep(50)
  }
  return true
}

export type Server = { readonly pid: number; readonly port: number }

/** The server that answers to our own password from this cluster's lock file; null for a stale file. */
export async function findServer(folder: DataFolder): Promise<Server | null> {
  const lines = await readFile(join(folder.cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port] = lines.split('\n').map(Number)
  if (!pid || !port || !isAlive(pid)) return null
  try {
    await withClient(adminUrlAt(folder, port, 'postgres'), () => Promise.resolve())
    return { pid, port }
  } catch {
    return null
  }
}

export function adminUrlAt(folder: DataFolder, port: number, database: string): string {
  return `postgres://postgres:${folder.keys.admin}@127.0.0.1:${port}/${database}`
}

async function readRunning(folder: DataFolder): Promise<Running | null> {
  const note = await readFile(noteOf(folder), 'utf8').catch(() => null)
  return note === null ? null : (JSON.parse(note) as Running)
}

function noteOf(folder: DataFolder): string {
  return join(folder.directory, 'running.json')
}
