import type { Facts } from '../evaluate/outcome.ts'
import { type Column, type Layout, layoutOf, optionsIn } from '../lower/layout.ts'
import type { Program } from '../program/program.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'

export type Values = Float64Array | Int32Array | Uint8Array

/** The cells of one column; numbers and days have states beside them, 0 where the cell is known. */
export type Cells = { values: Values; states: Uint8Array | null }

export type ChildColumns = {
  /** By row: 0 known, else the state of the whole list. */
  states: Uint8Array
  /** The records of row r stand from offsets[r] to offsets[r + 1]. */
  offsets: Int32Array
  readonly cells: readonly Cells[]
}

/** Registers that did not answer, by column: the usual one, and rows with another. */
export type Registers = { usual: string; readonly others: Map<number, string> }

/** Facts of many rows, column by column; plain buffers, so that workers may share them. */
export type Columns = {
  readonly layout: Layout
  readonly cells: readonly Cells[]
  readonly records: readonly ChildColumns[]
  readonly dictionary: Lexicon
  /** Rows whose facts no column holds exactly: kept as given, answered by the interpreter. */
  readonly odd: Map<number, Facts>
  readonly registers: Map<string, Registers>
  rows: number
  readonly buffer: Buffer
}

/** Where cells live: an ArrayBuffer, or a SharedArrayBuffer for workers. */
export type Buffer = (bytes: number) => ArrayBufferLike

type Store = {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBufferLike): Values
}
const STORES: Readonly<Record<Column['store'], Store>> = {
  f64: Float64Array,
  i32: Int32Array,
  u8: Uint8Array,
}
const plain: Buffer = (bytes) => new ArrayBuffer(bytes)

export type Room = {
  readonly rows: number
  /** Records of each kind a row, on average. */
  readonly records?: number
  readonly buffer?: Buffer
}

export function columnsFor(program: Program, room: Room): Columns {
  const layout = layoutOf(program)
  const { rows, records = 4, buffer = plain } = room
  return {
    layout,
    cells: layout.columns.map((column) => cellsFor(column, rows, buffer)),
    records: layout.records.map(({ fields }) => ({
      states: new Uint8Array(buffer(rows)),
      offsets: new Int32Array(buffer((rows + 1) * 4)),
      cells: fields.map((field) => cellsFor(field, rows * records, buffer)),
    })),
    dictionary: lexiconOf(optionsIn(program)),
    odd: new Map(),
    registers: new Map(),
    rows: 0,
    buffer,
  }
}

function cellsFor(column: Column, size: number, buffer: Buffer): Cells {
  const Store = STORES[column.store]
  const values = new Store(buffer(size * Store.BYTES_PER_ELEMENT))
  return { values, states: hasStates(column) ? new Uint8Array(buffer(size)) : null }
}

export const hasStates = ({ kind }: Column): boolean => kind === 'number' || kind === 'day'

/** Room for so many rows: what is full is copied into twice the space. */
export function makeRoom(columns: Columns, rows: number): void {
  // All of a row's columns grow together, so one says whether there is room.
  const before = columns.cells[0]?.values.length ?? 0
  if (before >= rows) return
  const size = Math.max(rows, before * 2)
  for (const cells of columns.cells) grow(cells, size, columns.buffer)
  for (const child of columns.records) {
    child.states = grown(child.states, size, columns.buffer) as Uint8Array
    child.offsets = grown(child.offsets, size + 1, columns.buffer) as Int32Array
  }
}

export function makeChildRoom(columns: Columns, child: ChildColumns, size: number): void {
  const before = child.cells[0]?.values.length ?? 0
  if (before >= size) return
  for (const cells of child.cells) grow(cells, Math.max(size, before * 2), columns.buffer)
}

function grow(cells: Cells, size: number, buffer: Buffer): void {
  cells.values = grown(cells.values, size, buffer)
  if (cells.states) cells.states = grown(cells.states, size, buffer) as Uint8Array
}

function grown(values: Values, size: number, buffer: Buffer): Values {
  if (values.length >= size) return values
  const Store = values.constructor as unknown as Store
  const larger = new Store(buffer(size * Store.BYTES_PER_ELEMENT))
  larger.set(values)
  return larger
}

/** Bytes all columns take, as they are filled. */
export function bytesOf(columns: Columns): number {
  const of = (cells: Cells, rows: number) =>
    rows * (cells.values.BYTES_PER_ELEMENT + (cells.states ? 1 : 0))
  const own = columns.cells.reduce((sum, cells) => sum + of(cells, columns.rows), 0)
  return columns.records.reduce((sum, { cells, offsets }) => {
    const size = offsets[columns.rows] ?? 0
    return cells.reduce((so, one) => so + of(one, size), sum + columns.rows * 5)
  }, own)
}
