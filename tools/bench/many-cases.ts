import { withClient } from '../../server/src/kernel/database/index.ts'
import { DEFAULT_ZONE } from '../../server/src/kernel/index.ts'

/** Copies of a row in which what is given stands instead. */
const copied = (table: string, instead: string, from: string) =>
  `insert into ${table}
   select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${instead}))).*
   from ${from} and t.zone_id = '${DEFAULT_ZONE}'`

/**
 * Fills the office up to `wanted` cases with copies of the demo's, each of a party of its own,
 * written as the database's owner. The copies' record is not chained: for measuring only.
 * @returns how many cases there are then
 */
export function fillUp(adminUrl: string, wanted: number): Promise<number> {
  return withClient(adminUrl, async (client) => {
    await client.query('drop table if exists pg_temp.copies')
    await client.query(
      `create temporary table copies as
       with filed as (
         select case_id, row_number() over (order by case_id) as nth, count(*) over () as all_of_them
         from case_board where zone_id = $2 and number is not null and number not like '%-%'
       )
       select gen_random_uuid() as id, gen_random_uuid() as party, n, filed.case_id as of_case
       from generate_series(1, greatest(0, $1 - (select count(*) from case_board where zone_id = $2)::int)) n
       join filed on filed.nth = 1 + n % filed.all_of_them`,
      [wanted, DEFAULT_ZONE],
    )
    await client.query(
      copied(
        'cases',
        "'id', k.id, 'party_id', k.party",
        'copies k join cases t on t.id = k.of_case',
      ),
    )
    await client.query(
      copied(
        'case_board',
        "'case_id', k.id, 'party_id', k.party, 'number', t.number || '-' || k.id, 'party_name', t.party_name || k.n",
        'copies k join case_board t on t.case_id = k.of_case',
      ),
    )
    await client.query(
      copied(
        'parties',
        "'party_id', k.party, 'name', t.name || k.n, 'written', t.written || k.n, 'credit_code', lpad(((select count(*) from parties) + k.n)::text, 17, '0') || 'X'",
        'copies k join cases c on c.id = k.of_case join parties t on t.zone_id = c.zone_id and t.party_id = c.party_id',
      ),
    )
    await client.query(
      copied(
        'filings',
        "'id', gen_random_uuid(), 'case_id', k.id",
        'copies k join filings t on t.case_id = k.of_case',
      ),
    )
    await client.query(
      copied(
        'record_entries',
        "'seq', 10000000 + (select coalesce(max(seq), 0) from record_entries) + row_number() over (), 'subject_id', k.id",
        "copies k join record_entries t on t.subject_kind = 'case' and t.subject_id = k.of_case::text",
      ),
    )
    await client.query('analyze')
    const { rows } = await client.query<{ cases: number }>(
      'select count(*)::int as cases from case_board where zone_id = $1',
      [DEFAULT_ZONE],
    )
    return rows[0]?.cases ?? 0
  })
}
