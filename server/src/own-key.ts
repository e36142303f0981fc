import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AllSettings } from './settings.ts'

/**
 * The key that seals what the database must not hold readably: BANFA_KEY, else the one of the data
 * folder, made at the first start and readable by its owner alone. Several processes on one database
 * need one BANFA_KEY.
 */
export async function keyOf({ home, key }: Pick<AllSettings, 'home' | 'key'>): Promise<Buffer> {
  if (key) return key
  const file = join(home, 'keys', 'secrets.key')
  await mkdir(join(home, 'keys'), { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('base64')
  // `wx` never writes over a key: of two starts at once one makes it and both read it.
  await writeFile(file, made, { flag: 'wx', mode: 0o600 }).catch(
    (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EEXIST') throw problem
    },
  )
  return Buffer.from(await readFile(file, 'utf8'), 'base64')
}
