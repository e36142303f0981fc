import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../canonical.ts'
import { splitStatements } from './split-statements.ts'

export type Migration = {
  readonly number: number
  /** `0001_kernel.sql` */
  readonly name: string
  readonly checksum: string
  readonly statements: readonly string[]
}

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** The migrations of a folder by number. Line ends do not count in a checksum: Git may change them. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  const numbers = new Set(migrations.map((one) => one.number))
  if (numbers.size !== migrations.length) throw new Error(`two migrations share a number: ${names}`)
  return migrations
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const number = NAME.exec(name)?.[1]
  if (!number) throw new Error(`${name} is not named like 0001_room.sql`)
  const file = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return {
    number: Number(number),
    name,
    checksum: sha256(file),
    statements: splitStatements(file),
  }
}
