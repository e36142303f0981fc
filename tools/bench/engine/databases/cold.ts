import { bytesOf, columnsFor, counter, countsFor } from '../../../../policy/src/bulk.ts'
import { lower } from '../../../../policy/src/one-case.ts'
import { TYPES } from '../peers/duckdb.ts'
import { peer } from '../peers/peer.ts'
import { ASKED } from '../w1/data.ts'
import { measure } from '../w1/measure.ts'
import { type Connection, readVectors } from './read-vectors.ts'

/**
 * A process of its own: `node cold.ts parquet|duckdb|csv FOLDER ROWS` reads the enterprises, counts
 * who is met and what it costs, and says how long that took since the process began.
 */
export type Cold = {
  readonly ms: number
  readonly readMs: number
  readonly bytes: number
  /** Met, and yuan payable where a service pays. */
  readonly totals: readonly number[]
}
type Door = {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<Connection> }> }
}

const [kind = 'parquet', folder = '', rows = '0'] = process.argv.slice(2)
const { DuckDBInstance } = (await peer('@duckdb/node-api')) as Door
const file = kind === 'duckdb' ? `${folder}/firms.duckdb` : ':memory:'
const connection = await (await DuckDBInstance.create(file)).connect()
const program = measure()
const columns = columnsFor(program, { rows: Number(rows), records: 3 })
const from = (table: 'firms' | 'years') =>
  kind === 'csv' ? csvOf(table) : kind === 'duckdb' ? table : `'${folder}/${table}.parquet'`

/** What PostgreSQL copied out, in the tables' order and types. */
function csvOf(table: 'firms' | 'years'): string {
  const { columns: own, records } = columns.layout
  const all = table === 'firms' ? own : (records[0]?.fields ?? [])
  const typed = all.map(({ name, kind: of }) => `'${name}': '${TYPES[of]}'`)
  const known = table === 'firms' ? ["'known': 'BOOLEAN'"] : []
  const names = ["'id': 'INTEGER'", ...known, ...typed].join(', ')
  return `read_csv('${folder}/postgres-${table}.csv', header = false, columns = {${names}})`
}

const began = performance.now()
await readVectors(connection, columns, { firms: from('firms'), years: from('years') })
const read = performance.now()
const plan = lower(program)
const counts = countsFor(plan, {})
counter(plan, { columns, counts, asked: { on: ASKED } })(0, columns.rows)
const told: Cold = {
  ms: Math.round(performance.now()),
  readMs: Math.round(read - began),
  bytes: bytesOf(columns),
  totals: plan.services.flatMap(({ payable }, at) => {
    const met = counts.rows[at * 4 + 3] ?? 0
    return payable === null ? [met] : [met, (counts.fen[at] ?? 0) / 100]
  }),
}
console.log(JSON.stringify(told))
