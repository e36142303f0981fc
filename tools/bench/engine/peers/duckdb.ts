import type { Columns } from '../../../../policy/src/bulk.ts'
import type { Program } from '../../../../policy/src/run.ts'
import { peer } from './peer.ts'
import { duckStyle, filters, query, totals, YEARLY } from './sql.ts'

/** DuckDB on the same enterprises, its yearly figures joined beforehand. */
export type Duck = {
  readonly verdicts: (threads: number) => Promise<void>
  readonly aggregate: (threads: number) => Promise<void>
  readonly filters: (threads: number) => Promise<void>
  /** Verdicts of the first rows, by service: 0, 1 or 3. */
  readonly first: (rows: number) => Promise<readonly (readonly number[])[]>
  /** Any statement over its tables `firms` and `years`. */
  readonly run: (sql: string) => Promise<void>
  readonly close: () => void
}

/** What a column is in DuckDB. */
export const TYPES = {
  number: 'DOUBLE',
  day: 'INTEGER',
  truth: 'BOOLEAN',
  code: 'VARCHAR',
} as const

export async function duckOver(program: Program, columns: Columns, on: string): Promise<Duck> {
  const { DuckDBInstance } = (await peer('@duckdb/node-api')) as DuckModule
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const { columns: own, records } = columns.layout
  const fields = records[0]?.fields ?? []
  const declared = own.map(({ name, kind }) => `"${name}" ${TYPES[kind]}`).join(', ')
  await connection.run(`CREATE TABLE firms (id INTEGER, known BOOLEAN, ${declared})`)
  const yearly = fields.map(({ name, kind }) => `"${name}" ${TYPES[kind]}`).join(', ')
  await connection.run(`CREATE TABLE years (id INTEGER, ${yearly})`)
  const firms = await connection.createAppender('firms')
  const years = await connection.createAppender('years')
  for (let row = 0; row < columns.rows; row += 1) appendRow({ columns, row, firms, years })
  firms.closeSync()
  years.closeSync()
  const year = Number(on.slice(0, 4))
  await connection.run(`CREATE TABLE sums AS ${YEARLY(year)} FROM years GROUP BY id`)
  await connection.run(JOINED)
  const shape = { style: duckStyle(on), from: 'joined' }
  const asked = query(program, shape)
  const counted = totals(program, asked)
  const scans = filters(program, shape)
  return {
    verdicts: async (threads) => {
      await connection.run(`SET threads = ${threads}`)
      await connection.run(`CREATE OR REPLACE TABLE answers AS ${asked}`)
    },
    aggregate: async (threads) => {
      await connection.run(`SET threads = ${threads}`)
      await connection.runAndReadAll(counted)
    },
    filters: async (threads) => {
      await connection.run(`SET threads = ${threads}`)
      for (const scan of scans) await connection.runAndReadAll(scan)
    },
    first: async (rows) => {
      const read = await connection.runAndReadAll(`${asked} WHERE id < ${rows} ORDER BY id`)
      const names = read.columnNames()
      return read
        .getRows()
        .map((row) => row.filter((_, at) => names[at]?.startsWith('v_')).map(Number))
    },
    run: async (sql) => {
      await connection.run(sql)
    },
    close: () => connection.closeSync(),
  }
}

/** Firms without records of a known list have sums of nothing: 0, not NULL. */
const JOINED = `CREATE TABLE joined AS SELECT f.*, s.* EXCLUDE (id) REPLACE (
  ${['sum_research', 'sum_research-inland', 'sum_revenue', 'count_statistics']
    .map((name) => `CASE WHEN s.id IS NULL AND f.known THEN 0 ELSE s."${name}" END AS "${name}"`)
    .join(', ')}) FROM firms f LEFT JOIN sums s ON f.id = s.id`

type Result = {
  columnNames(): readonly string[]
  getRows(): readonly (readonly unknown[])[]
}
type Connection = {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<Result>
  createAppender(table: string): Promise<Appender & { closeSync(): void }>
  closeSync(): void
}
type DuckModule = {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection> }>
  }
}

type Appender = {
  appendInteger(value: number): void
  appendBoolean(value: boolean): void
  appendDouble(value: number): void
  appendVarchar(value: string): void
  appendNull(): void
  endRow(): void
}
type Spot = {
  readonly columns: Columns
  readonly row: number
  readonly firms: Appender
  readonly years: Appender
}

function appendRow({ columns, row, firms, years }: Spot): void {
  const child = columns.records[0]
  firms.appendInteger(row)
  firms.appendBoolean(child?.states[row] === 0)
  for (const [at, column] of columns.layout.columns.entries()) {
    const cells = columns.cells[at]
    appendCell(firms, {
      column,
      value: cells?.values[row] ?? 0,
      state: cells?.states?.[row] ?? 0,
      columns,
    })
  }
  firms.endRow()
  const fields = columns.layout.records[0]?.fields ?? []
  for (let at = child?.offsets[row] ?? 0; at < (child?.offsets[row + 1] ?? 0); at += 1) {
    years.appendInteger(row)
    for (const [place, column] of fields.entries()) {
      const cells = child?.cells[place]
      appendCell(years, {
        column,
        value: cells?.values[at] ?? 0,
        state: cells?.states?.[at] ?? 0,
        columns,
      })
    }
    years.endRow()
  }
}

type Cell = {
  readonly column: Columns['layout']['columns'][number]
  readonly value: number
  readonly state: number
  readonly columns: Columns
}

function appendCell(to: Appender, { column, value, state, columns }: Cell): void {
  const word = columns.dictionary.values[value]
  const missing = state !== 0 || (column.kind === 'truth' && value === 2)
  if (missing) to.appendNull()
  else if (column.kind === 'day') to.appendInteger(value)
  else if (column.kind === 'number') to.appendDouble(value / column.scale)
  else if (column.kind === 'truth') to.appendBoolean(value === 8)
  else if (word?.kind === 'choice') to.appendVarchar(word.option)
  else to.appendNull()
}
