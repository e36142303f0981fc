import { createReadStream, existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { migrate } from '../database/migrate.ts'
import { withClient } from '../database/pool.ts'
import { refusal } from '../refusals.ts'
import { digestDatabase } from './back-up.ts'
import { checkBackup } from './check-backup.ts'
import { SPELLING } from './copy-out.ts'
import { type Manifest, tablePath } from './manifest.ts'
import { listTables, quotedName, type TableShape } from './tables.ts'

export type RestoreParts = {
  readonly from: string
  /** An empty database; its owner. */
  readonly adminUrl: string
  readonly home: string
  readonly migrations: string
}

/**
 * Puts a backup into an empty database and its files into the home folder: the backup is checked,
 * the schema made as it was when the backup was taken, the rows copied in one transaction, the hash
 * compared with the original's, and only then the newer migrations run. Refuses `backup.altered`,
 * `backup.not-empty`, `backup.newer`, `backup.not-the-same`.
 */
export async function restore(parts: RestoreParts): Promise<Manifest> {
  const checked = await checkBackup(parts.from)
  if (!checked.intact) return refusal('backup.altered', { where: checked.where })
  const { manifest } = checked
  const newest = Math.max(...manifest.migrations.map((one) => one.number))
  await migrate(parts.adminUrl, parts.migrations, { upTo: newest })
  await withClient(parts.adminUrl, (client) => fill(client, parts.from, manifest))
  const digest = await digestDatabase(parts.adminUrl)
  if (digest !== manifest.digest) refusal('backup.not-the-same', { digest })
  for (const name of ['files', 'anchors']) {
    const kept = join(parts.from, name)
    if (existsSync(kept)) await cp(kept, join(parts.home, name), { recursive: true })
  }
  await migrate(parts.adminUrl, parts.migrations)
  return manifest
}

async function fill(client: pg.Client, from: string, manifest: Manifest): Promise<void> {
  const tables = await listTables(client)
  await refuseMisfit(client, tables, manifest)
  await client.query('begin')
  try {
    for (const spelling of SPELLING) await client.query(spelling)
    for (const table of tables) await fillTable(client, table, from)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

async function refuseMisfit(client: pg.Client, tables: readonly TableShape[], manifest: Manifest) {
  const { rows } = await client.query<{ number: number; checksum: string }>(
    'select number, checksum from schema_migrations order by number',
  )
  if (JSON.stringify(rows) !== JSON.stringify(manifest.migrations)) {
    refusal('backup.newer', { version: manifest.version })
  }
  for (const { name } of tables) {
    const { rows: some } = await client.query(`select 1 from ${quotedName(name)} limit 1`)
    if (some.length > 0) refusal('backup.not-empty', { table: name })
  }
}

/** The owner of a table that is no superuser passes its forced row-level security only so. */
async function fillTable(client: pg.Client, table: TableShape, from: string): Promise<void> {
  const name = quotedName(table.name)
  const columns = table.columns.map(quotedName).join(', ')
  await client.query(`alter table ${name} no force row level security`)
  await pipeline(
    createReadStream(join(from, tablePath(table.name))),
    client.query(copyFrom(`copy ${name} (${columns}) from stdin`)),
  )
  await client.query(`alter table ${name} force row level security`)
  for (const column of table.numbered) {
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(1, (select max(${quotedName(column)}) from ${name})))`,
      [name, column],
    )
  }
}
