import { withClient } from '../../../server/src/kernel/database/index.ts'
import { fillUp } from '../many-cases.ts'

/** What a zone's pages read of its cases. A row refers only to rows above it. */
const COPIED = ['calls', 'parties', 'cases', 'case_board', 'filings', 'record_entries'] as const

type Client = Parameters<Parameters<typeof withClient>[1]>[0]

export type Size = { readonly cases: number; readonly zones: number }

/**
 * Fills the demo's zone with its share of the cases and copies it, row by row, into zones of their
 * own, as the database's owner. The copies' record is not chained: for measuring only.
 * @returns how many cases there are in all zones, and in how many seconds they were written
 */
export async function seedOffice(adminUrl: string, { cases, zones }: Size) {
  const began = performance.now()
  await fillUp(adminUrl, Math.ceil(cases / zones))
  const total = await withClient(adminUrl, async (client) => {
    await client.query(
      `create temporary table more_zones as
       select gen_random_uuid() as zone_id from generate_series(2, $1::int)`,
      [zones],
    )
    for (const table of ['zones', ...COPIED]) await copyOver(client, table)
    await client.query('vacuum analyze')
    const { rows } = await client.query<{ cases: number }>(
      'select count(*)::int as cases from case_board',
    )
    return rows[0]?.cases ?? 0
  })
  return { cases: total, seconds: Math.round((performance.now() - began) / 1000) }
}

async function copyOver(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name <> 'zone_id'
     order by ordinal_position`,
    [table],
  )
  const columns = rows.map(({ name }) => name).join(', ')
  const from = `(select * from ${table} where zone_id not in (select zone_id from more_zones)) t`
  await client.query(
    `insert into ${table} (zone_id, ${columns})
     select m.zone_id, ${columns.replaceAll(/(?<=^|, )/g, 't.')} from more_zones m cross join ${from}`,
  )
}
