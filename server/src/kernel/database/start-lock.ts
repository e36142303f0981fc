import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { millisecondsNow } from '../clock.ts'
import { refusal } from '../refusals.ts'
import { isAlive } from './processes.ts'

const PATIENCE = 90_000

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
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (holder > 0 && !isAlive(holder)) await rm(file, { force: true })
    return false
  }
}
