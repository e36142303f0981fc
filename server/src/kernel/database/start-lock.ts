import { randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { millisecondsNow } from '../clock.ts'
import { refusal } from '../refusals.ts'
import { isAlive } from './processes.ts'

const PATIENCE = 90_000
/** Longer than any process takes between making its lock and writing into it. */
const WRITING = 10_000

/**
 * Runs a start alone in its directory: another start waits until this one is up or has failed. A
 * lock whose process is gone is taken over.
 */
export async function startAlone<Answer>(
  directory: string,
  start: () => Promise<Answer>,
): Promise<Answer> {
  const file = join(directory, 'start.lock')
  const deadline = millisecondsNow() + PATIENCE
  while (!(await taken(file))) {
    if (millisecondsNow() > deadline) refusal('database.starting.conflict', { directory })
    await sleep(50)
  }
  try {
    return await start()
  } finally {
    await rm(file, { force: true })
  }
}

async function taken(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (await isAbandoned(file)) await takeAway(file)
    return false
  }
}

/** Its process is gone, or ended between making the file and writing its number into it. */
async function isAbandoned(file: string): Promise<boolean> {
  const holder = await holderOf(file)
  if (holder !== '') return !isAlive(Number(holder))
  const made = await stat(file).catch(() => null)
  return made !== null && millisecondsNow() - made.mtimeMs > WRITING
}

/**
 * Takes an abandoned lock away by renaming it, which one of several waiting starts can do. Whoever
 * came too late and renamed the lock of a start that runs puts it back.
 */
async function takeAway(file: string): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  const found = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!found) return
  if (!(await isAbandoned(aside))) await link(aside, file).catch(() => {})
  await rm(aside, { force: true })
}

function holderOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
