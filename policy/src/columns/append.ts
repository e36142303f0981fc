import { readGiven } from '../evaluate/given.ts'
import type { Facts, Supplied, SuppliedRecord } from '../evaluate/outcome.ts'
import { MOST_RECORDS, type RecordsLayout } from '../lower/layout.ts'
import { UNAVAILABLE, UNKNOWN } from '../lower/op.ts'
import type { Program } from '../program/program.ts'
import { type ChildColumns, type Columns, makeChildRoom, makeRoom } from './columns.ts'
import { cellReader, type ReadCell, type Reading } from './read-cell.ts'

/** Reads facts, as the interpreter takes them, into columns: one row at each call. */
export type Appender = {
  /** @throws WrongFacts when a supplied value does not fit its fact; the row is then not there */
  readonly append: (facts: Facts) => void
}

type Field = { readonly name: string; readonly read: ReadCell }
export type Table = {
  readonly name: string
  readonly key: number
  readonly scale: number
  readonly child: ChildColumns
  readonly fields: readonly Field[]
}

export function appenderTo(columns: Columns, program: Program): Appender {
  const into = readersFor(columns, program)
  return { append: (facts) => appendRow(into, facts) }
}

/** A reader for each column and table, with what they share. */
export function readersFor(columns: Columns, program: Program): Into {
  const reading: Reading = {
    dictionary: columns.dictionary,
    odd: false,
    wrong: false,
    unavailable: (name, register) => noteRegister(columns, name, register),
  }
  const own = columns.layout.columns.map((column, at): Field => {
    const cells = columns.cells[at]
    if (!cells) throw new RangeError(`no cells for ${column.name}`)
    const name = column.fact ? column.name : column.name.slice(1)
    return { name, read: cellReader(column, cells, reading) }
  })
  const tables = columns.layout.records.map((layout, at) =>
    tableOf(columns, reading, { layout, at }),
  )
  return { columns, program, reading, own, tables }
}

type TablePlace = { readonly layout: RecordsLayout; readonly at: number }

function tableOf(columns: Columns, reading: Reading, { layout, at }: TablePlace): Table {
  const child = columns.records[at]
  if (!child) throw new RangeError(`no cells for ${layout.name}`)
  const fields = layout.fields.flatMap((field, place) => {
    const cells = child.cells[place]
    const quiet = { ...reading, unavailable: () => undefined }
    return cells ? [{ name: field.name, read: fieldReader(field, cells, { reading, quiet }) }] : []
  })
  const { name, key } = layout
  return { name, key, scale: layout.fields[key]?.scale ?? 1, child, fields }
}

type Readings = { readonly reading: Reading; readonly quiet: Reading }

/** Registers are remembered for what the row itself was asked for only. */
function fieldReader(
  field: Parameters<typeof cellReader>[0],
  cells: Parameters<typeof cellReader>[1],
  { reading, quiet }: Readings,
): ReadCell {
  const read = cellReader(field, cells, quiet)
  return (supplied, at) => {
    quiet.odd = false
    quiet.wrong = false
    read(supplied, at)
    reading.odd ||= quiet.odd
    reading.wrong ||= quiet.wrong
  }
}

export type Into = {
  readonly columns: Columns
  readonly program: Program
  readonly reading: Reading
  readonly own: readonly Field[]
  readonly tables: readonly Table[]
}

function appendRow(into: Into, facts: Facts): void {
  const { columns, reading } = into
  const row = columns.rows
  makeRoom(columns, row + 1)
  reading.odd = false
  reading.wrong = false
  const of = readerOf(facts)
  for (const { name, read } of into.own) read(of(facts, name), row)
  for (const table of into.tables) appendRecords(into, table, of(facts, table.name))
  keepRow(into, facts)
}

/** Ends a row whose cells are read: `reading` says how it went. */
export function keepRow(into: Into, facts: Facts): void {
  const { columns, reading } = into
  const row = columns.rows
  // The interpreter's own reader refuses what is wrong, and says all that is.
  if (reading.wrong || reading.odd) readGiven(into.program, facts)
  if (reading.odd) columns.odd.set(row, facts)
  columns.rows = row + 1
}

/** Only own names count: `constructor` is nobody's fact. */
export const own = (facts: Facts, name: string): Supplied | null =>
  Object.hasOwn(facts, name) ? (facts[name] ?? null) : null

/** Whether all that an object has beside its own names is what every object has. */
export function isPlain(facts: object): boolean {
  const kind: unknown = Object.getPrototypeOf(facts)
  return kind === Object.prototype || kind === null
}

/** How names are looked up in an object: the quick way where it is plain. */
export const readerOf = (of: object) => (isPlain(of) ? inPlain : own)

/** The same for a plain object, which need not be asked whose a name is. */
const inPlain = (facts: Facts, name: string): Supplied | null =>
  isEverywhere(name) ? own(facts, name) : (facts[name] ?? null)

const EVERYWHERE = new Set(Object.getOwnPropertyNames(Object.prototype))

/** `toString` and its like, which every object bears. */
export const isEverywhere = (name: string): boolean => EVERYWHERE.has(name)

export function appendRecords(into: Into, table: Table, supplied: Supplied | null): void {
  const { columns, reading } = into
  const { child } = table
  const row = columns.rows
  const from = child.offsets[row] ?? 0
  child.offsets[row + 1] = from
  child.states[row] = supplied === null || supplied === '' ? UNKNOWN : 0
  if (child.states[row] === UNKNOWN) return
  if (!Array.isArray(supplied)) {
    if (
      typeof supplied !== 'object' ||
      supplied === null ||
      !('unavailable' in supplied) ||
      typeof supplied.unavailable !== 'string'
    ) {
      reading.wrong = true
      return
    }
    noteRegister(columns, table.name, supplied.unavailable)
    child.states[row] = UNAVAILABLE
    return
  }
  const list = supplied as readonly SuppliedRecord[]
  if (list.length > MOST_RECORDS) {
    reading.odd = true
    return
  }
  makeChildRoom(columns, child, from + list.length)
  for (const [at, record] of list.entries()) readRecord(into, table, { record, at: from + at })
  child.offsets[row + 1] = from + list.length
  reading.wrong ||= !keysStand(table, { from, to: from + list.length })
}

type Place = { readonly record: SuppliedRecord; readonly at: number }

function readRecord({ reading }: Into, { fields }: Table, { record, at }: Place): void {
  if (typeof record !== 'object' || record === null) {
    reading.wrong = true
    return
  }
  const of = readerOf(record)
  for (const { name, read } of fields) read(of(record, name), at)
}

type Span = { readonly from: number; readonly to: number }

/** Each record bears its key, a whole number, and no two the same. */
export function keysStand({ key, scale, child }: Table, { from, to }: Span): boolean {
  const cells = child.cells[key]
  if (!cells) return true
  const { values, states } = cells
  for (let at = from; at < to; at += 1) {
    const own = values[at] ?? 0
    if (states?.[at] !== 0 || own % scale !== 0) return false
    for (let other = from; other < at; other += 1) if (values[other] === own) return false
  }
  return true
}

function noteRegister(columns: Columns, name: string, register: string): void {
  const known = columns.registers.get(name)
  if (!known) columns.registers.set(name, { usual: register, others: new Map() })
  else if (known.usual !== register) known.others.set(columns.rows, register)
}

/** The same, in one go. */
export function appendAll(columns: Columns, program: Program, all: readonly Facts[]): void {
  const { append } = appenderTo(columns, program)
  for (const facts of all) append(facts)
}

/** Takes the last row away: a single row is written again and again. */
export function empty(columns: Columns): void {
  columns.rows = 0
  // A map makes itself anew when it is cleared, whether there was something in it or not.
  if (columns.odd.size > 0) columns.odd.clear()
  if (columns.registers.size > 0) columns.registers.clear()
}
