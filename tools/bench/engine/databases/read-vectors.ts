import type { Columns } from '../../../../policy/src/bulk.ts'
import type { Cells } from '../../../../policy/src/columns/columns.ts'
import type { Column } from '../../../../policy/src/lower/layout.ts'
import { UNKNOWN } from '../../../../policy/src/lower/op.ts'

/** A DuckDB connection as far as its vectors are read; only what lacks is marked. */
type Vectors = {
  readonly items: Float64Array | Int32Array | Uint8Array
  readonly validity: { readonly data: BigUint64Array | null }
}
type Chunk = { readonly rowCount: number; getColumnVector(at: number): Vectors }
export type Connection = {
  stream(sql: string): Promise<{ fetchChunk(): Promise<Chunk | null> }>
}

const STORED = { f64: 'DOUBLE', i32: 'INTEGER', u8: 'UTINYINT' } as const

/** The cell as the column holds it: worked out by DuckDB, so that vectors are copied whole. */
function cellSql({ name, kind, scale, store }: Column, columns: Columns): string {
  const cell = `"${name}"`
  if (kind === 'truth')
    return `CASE ${cell} WHEN true THEN 8 WHEN false THEN 1 ELSE 2 END::UTINYINT`
  if (kind === 'code') {
    const codes = [...columns.dictionary.places].map(
      ([spelt, code]) => `WHEN '${spelt.slice(1)}' THEN ${code}`,
    )
    return `CASE ${cell} ${codes.join(' ')} ELSE 0 END::${STORED[store]}`
  }
  const whole = scale === 1 ? cell : `round(${cell} * ${scale})`
  return `${whole}::${STORED[store]}`
}

type Chunks = { readonly of: Connection; readonly sql: string }

/** Each chunk with the rows that came before it. */
async function eachChunk({ of, sql }: Chunks, take: (chunk: Chunk, before: number) => void) {
  const result = await of.stream(sql)
  let before = 0
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    take(chunk, before)
    before += chunk.rowCount
  }
  return before
}

/** Firms and their years, both in the order of the firm's number, into empty columns. */
export async function readVectors(
  connection: Connection,
  columns: Columns,
  from: { readonly firms: string; readonly years: string },
): Promise<void> {
  const cells = (all: readonly Column[]) => all.map((one) => cellSql(one, columns)).join(', ')
  const [child, fields] = [columns.records[0], columns.layout.records[0]?.fields ?? []]
  const known = `CASE WHEN known THEN 0 ELSE ${UNKNOWN} END::UTINYINT`
  const firms = `SELECT id, ${known}, ${cells(columns.layout.columns)} FROM ${from.firms}`
  columns.rows = await eachChunk({ of: connection, sql: firms }, (chunk, row) => {
    if (chunk.getColumnVector(0).items[0] !== row) throw new Error('the firms are not in order')
    child?.states.set(chunk.getColumnVector(1).items, row)
    for (const [at, to] of columns.cells.entries()) copy(chunk.getColumnVector(at + 2), to, row)
  })
  if (!child) return
  const { offsets } = child
  const years = `SELECT id, ${cells(fields)} FROM ${from.years}`
  await eachChunk({ of: connection, sql: years }, (chunk, before) => {
    const { items } = chunk.getColumnVector(0)
    for (let at = 0; at < items.length; at += 1) {
      const next = (items[at] ?? 0) + 1
      offsets[next] = (offsets[next] ?? 0) + 1
    }
    for (const [at, to] of child.cells.entries()) copy(chunk.getColumnVector(at + 1), to, before)
  })
  for (let at = 1; at <= columns.rows; at += 1) {
    offsets[at] = (offsets[at] ?? 0) + (offsets[at - 1] ?? 0)
  }
}

function copy({ items, validity }: Vectors, { values, states }: Cells, row: number): void {
  values.set(items, row)
  if (!states || !validity.data) return
  const { buffer, byteOffset, byteLength } = validity.data
  const bits = new Uint8Array(buffer, byteOffset, byteLength)
  for (let at = 0; at < items.length; at += 1) {
    if (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) continue
    states[row + at] = UNKNOWN
    values[row + at] = 0
  }
}
