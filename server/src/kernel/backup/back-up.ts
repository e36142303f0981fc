import { existsSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { machineClock } from '../clock.ts'
import { withClient } from '../database/pool.ts'
import { refusal } from '../refusals.ts'
import { copyOut, SPELLING, type TableSum } from './copy-out.ts'
import {
  digestOf,
  FORMAT,
  hashFile,
  listFiles,
  type Manifest,
  tablePath,
  writeManifest,
} from './manifest.ts'
import { listTables } from './tables.ts'

export type BackupParts = {
  /** A connection that row-level security does not hold back: the owner of the embedded server, or a role with BYPASSRLS. */
  readonly adminUrl: string
  /** Where files and anchors lie. */
  readonly home: string
  /** A folder that is not there yet, or empty. */
  readonly to: string
  readonly version: string
}

/** Of the files, what is only being written. */
const UNFINISHED = 'incoming'

/**
 * Writes a backup of everything while the product runs: the anchors, all tables in one snapshot, then
 * the files. An anchor copied before names no entry that the snapshot lacks; files are never changed,
 * so a copy taken afterwards has all that the snapshot names. Refuses
 * `backup.folder-taken`, and `backup.held-back` where row-level security would leave rows out.
 */
export async function backUp(parts: BackupParts): Promise<Manifest> {
  const { to } = parts
  if (existsSync(to) && (await readdir(to)).length > 0)
    refusal('backup.folder-taken', { folder: to })
  await mkdir(join(to, 'tables'), { recursive: true, mode: 0o700 })
  await copyBeside(parts, 'anchors')
  const { tables, migrations } = await withClient(parts.adminUrl, (client) =>
    inSnapshot(client, () => tablesInto(client, to)),
  )
  await copyBeside(parts, 'files')
  const manifest: Manifest = {
    format: FORMAT,
    version: parts.version,
    at: machineClock.now(),
    on: machineClock.today(),
    migrations,
    tables,
    files: await sumsOf(to),
    digest: digestOf(tables),
  }
  await writeManifest(to, manifest)
  return manifest
}

/** The hash of a running database as a backup of it would have it. */
export function digestDatabase(adminUrl: string): Promise<string> {
  return withClient(adminUrl, (client) =>
    inSnapshot(client, async () => {
      const sums: TableSum[] = []
      for (const table of await listTables(client)) sums.push(await copyOut(client, table, null))
      return digestOf(sums)
    }),
  )
}

/** One moment for every table; a role that row-level security holds back gets an error, never less. */
async function inSnapshot<Answer>(client: pg.Client, work: () => Promise<Answer>): Promise<Answer> {
  await client.query('begin isolation level repeatable read read only')
  await client.query('set local row_security = off')
  for (const spelling of SPELLING) await client.query(spelling)
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === HELD_BACK) refusal('backup.held-back')
    throw error
  } finally {
    await client.query('rollback')
  }
}

const HELD_BACK = '42501'

async function tablesInto(client: pg.Client, to: string) {
  const tables = []
  for (const table of await listTables(client)) {
    const sum = await copyOut(client, table, join(to, tablePath(table.name)))
    tables.push({ ...sum, columns: table.columns })
  }
  const { rows: migrations } = await client.query<{ number: number; checksum: string }>(
    'select number, checksum from schema_migrations order by number',
  )
  return { tables, migrations }
}

async function copyBeside({ home, to }: BackupParts, name: string): Promise<void> {
  const from = join(home, name)
  if (!existsSync(from)) return
  await cp(from, join(to, name), {
    recursive: true,
    filter: (path) => path !== join(from, UNFINISHED),
  })
}

async function sumsOf(to: string) {
  const paths = (await listFiles(to)).filter((path) => !path.startsWith('tables/'))
  const sums = []
  for (const path of paths) sums.push({ path, sha256: await hashFile(join(to, path)) })
  return sums
}
