import { evaluate, type Facts, type Program } from '@banfa/policy/run'
import { columnsSql, emitSql, factRows, factTables, POSTGRESQL } from '@banfa/policy/sql'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { factsFor } from '../../../policy/testing/random-facts.ts'
import { programs } from '../../../policy/testing/random-program.ts'
import { cloneDatabase, dropDatabase, urlOf } from '../../testing/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { newId, type PartyId, type ZoneId } from '../kernel/index.ts'
import { sourcesOf } from './match-zone-store.ts'

/*
 * The stand-in for a cluster: a table partitioned by zone whose partitions lie in other databases.
 * A statement that carries the zone touches one of them; one that does not would touch all.
 */

const DAY = '2025-03-01'

function drawn(seed: number) {
  const [program] = fc.sample(programs, { numRuns: 1, seed })
  if (!program) throw new Error('no program was drawn')
  const facts: readonly Facts[] = fc.sample(factsFor(program), { numRuns: 20, seed })
  return { program, firms: facts.map((one) => ({ party: newId<PartyId>(), facts: one })) }
}

type Firm = ReturnType<typeof drawn>['firms'][number]

/** Two databases with the rows of one zone each, and one that links them under a partitioned table. */
async function linked(zones: readonly ZoneId[], program: Program, firms: readonly Firm[]) {
  const database = inject('testDatabase')
  const names: string[] = []
  for (const _ of [...zones, 'the one that links']) names.push(await cloneDatabase(database))
  const middle = urlOf(database.adminUrl, names.at(-1) ?? '')
  for (const [at, zone] of zones.entries()) {
    const url = new URL(urlOf(database.adminUrl, names[at] ?? ''))
    await withClient(url.href, async (client) => {
      await client.query('alter table matched_facts drop constraint matched_facts_zone_id_fkey')
      for (const { party, facts } of firms) {
        const { firm, lists } = factRows(program, facts, POSTGRESQL)
        await client.query(
          "insert into matched_facts values ($1, $2, $3, 'enterprise', '{}', $4, $5, '{}', '{}')",
          [zone, program.digest, party, JSON.stringify(firm), JSON.stringify(lists)],
        )
      }
    })
    await withClient(middle, async (client) => {
      const { hostname, port, username, password } = url
      await client.query('create extension if not exists postgres_fdw')
      await client.query(
        `create server part_${at} foreign data wrapper postgres_fdw options (host '${hostname}', port '${port}', dbname '${names[at]}')`,
      )
      await client.query(
        `create user mapping for current_user server part_${at} options (user '${decodeURIComponent(username)}', password '${decodeURIComponent(password)}')`,
      )
      if (at === 0) {
        await client.query('drop table matched_facts')
        await client.query(
          'create table matched_facts (zone_id uuid not null, digest text, party_id uuid, party_kind text, given jsonb, facts jsonb, lists jsonb, stated text[], left_out text[]) partition by list (zone_id)',
        )
      }
      await client.query(
        `create foreign table matched_facts_${at} partition of matched_facts for values in ('${zone}') server part_${at} options (table_name 'matched_facts')`,
      )
    })
  }
  const drop = async () => {
    for (const name of names.toReversed()) await dropDatabase(database.adminUrl, name)
  }
  return { middle, drop }
}

// On a real cluster the partitions are the cluster's own.
const onOwnServer = test.skipIf(inject('testDatabase').isShared)

onOwnServer(
  'a whole zone is answered by the one server that has it',
  async () => {
    const { program, firms } = drawn(21)
    const zones = [newId<ZoneId>(), newId<ZoneId>()] as const
    const { middle, drop } = await linked(zones, program, firms)
    try {
      const from = sourcesOf(zones[0], program, { after: null, last: null })
      const { text } = emitSql(program, POSTGRESQL, { on: DAY, from })
      const [plan, rows] = await withClient(middle, async (client) => {
        const explained = await client.query<{ 'QUERY PLAN': string }>(`explain (verbose) ${text}`)
        const answered = await client.query<Record<string, string>>(text)
        return [explained.rows.map((row) => row['QUERY PLAN']).join('\n'), answered.rows]
      })
      expect(plan).toContain('matched_facts_0')
      expect(plan).not.toContain('matched_facts_1')
      const answers = new Map(rows.map((row) => [row[':firm'], row['apply:answer']]))
      const expected = firms.map(({ party, facts }) => [
        party,
        evaluate(program, { service: 'apply', facts, on: DAY }).answer,
      ])
      expect([...answers].toSorted()).toEqual(expected.toSorted())
    } finally {
      await drop()
    }
  },
  60_000,
)

test('every list and column of the fact tables is read under the zone', () => {
  const { program } = drawn(21)
  const zone = newId<ZoneId>()
  const { firms, lists } = sourcesOf(zone, program, { after: null, last: null })
  for (const source of [firms, ...Object.values(lists)]) expect(source).toContain(zone)
  expect(firms).toContain(columnsSql(factTables(program).firms, POSTGRESQL))
})
