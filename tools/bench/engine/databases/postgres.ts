import type { Program } from '../../../../policy/src/run.ts'
import { columnsSql, emitSql, factTables, POSTGRESQL } from '../../../../policy/src/sql.ts'
import { type Opened, openPostgres } from '../../../../server/testing/sql/databases.ts'
import { ownServer } from '../own-server.ts'
import { named } from '../peers/sql.ts'
import { handWritten } from './hand-written.ts'

/** How many are met and what is payable to them, service by service; money in yuan. */
export type Totals = readonly number[]

/** A server with the enterprises in it, in the tables the emitted query reads. */
export type Postgres = {
  readonly version: string
  readonly loadMs: number
  /** Each query that is asked for the same totals, by name; PostgreSQL's own settings said in front. */
  readonly asked: Readonly<Record<string, () => Promise<Totals>>>
  /** Writes the tables out as CSV again, as DuckDB reads them. */
  readonly copyOut: () => Promise<void>
  readonly close: () => Promise<void>
}

type Given = {
  readonly program: Program
  readonly on: string
  /** Where the CSV lies that DuckDB wrote. */
  readonly folder: string
}

const TABLES = { firms: 'bench.firms', years: 'bench.years' } as const

/** The server of `DATABASE_URL`, else one of its own from npm that goes afterwards. */
export async function postgresOver(given: Given): Promise<Postgres> {
  const own = process.env.DATABASE_URL ? null : await ownServer()
  const client = await openPostgres(own?.url ?? process.env.DATABASE_URL ?? '')
  const began = performance.now()
  await client.run(tablesOf(given))
  const loadMs = Math.round(performance.now() - began)
  const [told] = await client.rows('show server_version')
  return {
    version: told?.server_version ?? '',
    loadMs,
    asked: queriesOf(given, client),
    copyOut: () => client.run(copiedOut(given)),
    close: async () => {
      await client.run(['drop schema bench cascade'])
      await client.close()
      await own?.stop()
    },
  }
}

function tablesOf({ program, folder }: Given): readonly string[] {
  const { firms, lists } = factTables(program)
  const years = lists.years ?? []
  const order = [...firms.filter(({ name }) => name === 'years'), ...factsAlone(program)]
  const written = (columns: readonly { readonly column: string }[]) =>
    ['":firm"', ...columns.map(({ column }) => column)].join(', ')
  return [
    'drop schema if exists bench cascade',
    'create schema bench',
    `create table ${TABLES.firms} (":firm" integer primary key, ${columnsSql(firms, POSTGRESQL)})`,
    `create table ${TABLES.years} (":firm" integer, ${columnsSql(years, POSTGRESQL)})`,
    `copy ${TABLES.firms} (${written(order)}) from '${folder}/firms.csv' (format csv)`,
    `copy ${TABLES.years} (${written(years)}) from '${folder}/years.csv' (format csv)`,
    `create index on ${TABLES.years} (":firm")`,
    `analyze ${TABLES.firms}`,
    `analyze ${TABLES.years}`,
  ]
}

const factsAlone = (program: Program) =>
  factTables(program).firms.filter(({ name }) => Object.hasOwn(program.facts, name))

/** Nothing is left to a setting of the machine: what a layer sorts and hashes stays in memory. */
const settings = (jit: boolean) =>
  `set jit = ${jit ? 'on' : 'off'}; set work_mem = '256MB'; set max_parallel_workers_per_gather = 2`

function queriesOf({ program, on }: Given, client: Opened): Postgres['asked'] {
  const emitted = emittedTotals(program, on)
  const hand = { program, on, firms: TABLES.firms, years: TABLES.years }
  const queries = {
    'PostgreSQL, emitted SQL, aggregate': [emitted, false],
    'PostgreSQL, emitted SQL, aggregate, jit': [emitted, true],
    'PostgreSQL, by hand in layers': [handWritten({ ...hand, fence: ' OFFSET 0' }), false],
    'PostgreSQL, by hand in layers, jit': [handWritten({ ...hand, fence: ' OFFSET 0' }), true],
    'PostgreSQL, by hand, one flat query': [handWritten({ ...hand, fence: '' }), false],
    'PostgreSQL, by hand, one flat query, jit': [handWritten({ ...hand, fence: '' }), true],
  } as const
  return Object.fromEntries(
    Object.entries(queries).map(([name, [text, jit]]) => [
      name,
      async () => {
        await client.run([settings(jit)])
        const [totals = {}] = await client.rows(text)
        return Object.values(totals).map((one) => Number(one ?? 0))
      },
    ]),
  )
}

/** The emitted query, counted: met, and what is payable to those who are. */
function emittedTotals(program: Program, on: string): string {
  const { text, services } = emitSql(program, POSTGRESQL, {
    on,
    stated: new Set(),
    conditions: false,
    from: { firms: TABLES.firms, lists: { years: TABLES.years } },
  })
  const sums = services.flatMap(({ service, answer, payable }) => {
    const met = `"${answer}" = 'met'`
    const paid = program.services[service]?.pays ? [`sum("${payable}")`] : []
    return ['count(*)', ...paid].map((one) => `${one} filter (where ${met})`)
  })
  return `select ${named(sums)} from (${text}) answers`
}

function copiedOut({ program, folder }: Given): readonly string[] {
  const cells = (all: readonly { readonly column: string; readonly type: string }[]) =>
    all.map(({ column, type }) => (type === 'day' ? `${column} - date '1970-01-01'` : column))
  const years = factTables(program).lists.years ?? []
  const firm = ['":firm"', 'coalesce(years, false)', ...cells(factsAlone(program))].join(', ')
  const year = ['":firm"', ...cells(years)].join(', ')
  const to = (table: string) => `to '${folder}/postgres-${table}.csv' (format csv)`
  return [
    `copy (select ${firm} from ${TABLES.firms} order by ":firm") ${to('firms')}`,
    `copy (select ${year} from ${TABLES.years} order by ":firm") ${to('years')}`,
  ]
}
