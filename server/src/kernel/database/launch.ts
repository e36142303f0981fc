import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { millisecondsNow } from '../clock.ts'
import { refusal } from '../refusals.ts'
import type { Cluster } from './create-cluster.ts'
import { withClient } from './pool.ts'
import { adminUrlAt } from './running.ts'

/** A recovery after a crash may take long; a start that takes longer is broken. */
const PATIENCE = 120_000
const RETRYING = 15_000
const LOG_LIMIT = 10_000_000
const SUPERVISOR = fileURLToPath(new URL('./supervisor.ts', import.meta.url))

export type Launched = { readonly supervisor: ChildProcess; readonly port: number }

/** Starts the server under its supervisor and waits until it answers. */
export async function launch(cluster: Cluster): Promise<Launched> {
  const { log } = cluster.folder
  await limitLog(log)
  const deadline = millisecondsNow() + RETRYING
  for (;;) {
    const before = await sizeOf(log)
    const port = await freePort()
    const supervisor = spawnSupervisor(cluster, port)
    if (await answers(cluster, port, supervisor)) return { supervisor, port }
    const said = (await readFile(log, 'utf8')).slice(before)
    if (!isPassing(said) || millisecondsNow() > deadline) {
      refusal('database.not-started', { log, tail: said.trim().split('\n').slice(-5).join('\n') })
    }
    await sleep(200)
  }
}

/** What a second try may mend: the port was taken, or a stopping or killed server is not quite gone. */
function isPassing(said: string): boolean {
  return /could not bind|lock file .* already exists|shared memory block/.test(said)
}

function spawnSupervisor(cluster: Cluster, port: number): ChildProcess {
  const log = openSync(cluster.folder.log, 'a', 0o600)
  const charge = {
    command: join(cluster.binaries, 'bin', 'postgres'),
    args: serverArguments(cluster, port),
    cwd: cluster.folder.home,
    ...(cluster.owner ?? {}),
  }
  const supervisor = spawn(process.execPath, [SUPERVISOR, JSON.stringify(charge)], {
    // Its own session: Ctrl-C in the terminal must reach the product first, and only the product.
    detached: true,
    stdio: ['pipe', log, log],
  })
  closeSync(log)
  // The product may end without waiting for it; its end is what tells the supervisor to stop.
  supervisor.unref()
  supervisor.stdin?.on('error', () => {})
  const pipe = supervisor.stdin as (NodeJS.WritableStream & { unref?(): void }) | null
  pipe?.unref?.()
  return supervisor
}

function serverArguments({ folder, isDurable }: Cluster, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    // Compiling a plan costs more than any of our queries.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    ...(isDurable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  }
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', folder.cluster, ...pairs]
}

async function answers(
  { folder }: Cluster,
  port: number,
  supervisor: ChildProcess,
): Promise<boolean> {
  const deadline = millisecondsNow() + PATIENCE
  while (supervisor.exitCode === null && supervisor.signalCode === null) {
    if (millisecondsNow() > deadline) {
      supervisor.stdin?.end()
      return false
    }
    try {
      await withClient(adminUrlAt(folder, port, 'postgres'), () => Promise.resolve())
      return true
    } catch {
      await sleep(20)
    }
  }
  return false
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

async function limitLog(log: string): Promise<void> {
  if ((await sizeOf(log)) > LOG_LIMIT) await rm(log)
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    (found) => found.size,
    () => 0,
  )
}
