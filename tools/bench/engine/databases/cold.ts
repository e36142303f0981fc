import { bytesOf, columnsFor, counter, countsFor } from '../../../../policy/src/bulk.ts'
import { lower } from '../../../../policy/src/one-case.ts'
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
  readonly rows: readonly number[]
  readonly fen: readonly number[]
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
const from = (table: string) => (kind === 'duckdb' ? table : `'${folder}/${table}.${kind}'`)
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
  rows: [...counts.rows],
  fen: [...counts.fen],
}
console.log(JSON.stringify(told))
