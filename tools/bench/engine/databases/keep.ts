import { chmod, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Layout } from '../../../../policy/src/lower/layout.ts'
import type { Duck } from '../peers/duckdb.ts'

/** A folder everybody may read: a database server has a user of its own. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banfa-bench-'))
  await chmod(folder, 0o777)
  return folder
}

/** The enterprises as Parquet files, as a DuckDB file, and as CSV for PostgreSQL to copy. */
export async function keepIn(folder: string, layout: Layout, { run }: Duck): Promise<void> {
  await run(`ATTACH '${folder}/firms.duckdb' AS kept`)
  for (const table of ['firms', 'years'] as const) {
    await run(`COPY ${table} TO '${folder}/${table}.parquet' (FORMAT parquet)`)
    await run(`CREATE TABLE kept.${table} AS FROM ${table}`)
    const csv = `${folder}/${table}.csv`
    await run(`COPY (${withDays(table, layout)}) TO '${csv}' (FORMAT csv, HEADER false)`)
    await chmod(csv, 0o644)
  }
  await run('DETACH kept')
}

/** Days as days, where DuckDB's own table counts them. */
function withDays(table: 'firms' | 'years', { columns, records }: Layout): string {
  const own = table === 'firms' ? columns : (records[0]?.fields ?? [])
  const cells = own.map(({ name, kind }) =>
    kind === 'day' ? `DATE '1970-01-01' + "${name}"` : `"${name}"`,
  )
  const known = table === 'firms' ? ['CASE WHEN known THEN true END'] : []
  return `SELECT ${['id', ...known, ...cells].join(', ')} FROM ${table}`
}
