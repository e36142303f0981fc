import type { Facts, Supplied } from '../evaluate/outcome.ts'
import type { Column } from '../lower/layout.ts'
import { MOST_RECORDS } from '../lower/layout.ts'
import { NO, UNKNOWN, YES } from '../lower/op.ts'
import type { Program } from '../program/program.ts'
import {
  appendRecords,
  isEverywhere,
  isPlain,
  keepRow,
  keysStand,
  own,
  readersFor,
} from './append.ts'
import { build } from './build.ts'
import { type Columns, hasStates } from './columns.ts'
import { CODES } from './lexicon.ts'
import { codesOf, NO_DAY, spelledDay } from './read-cell.ts'

/**
 * Reads facts into columns of a single row by generated code, so that each name is looked up at a
 * place of its own: what comes as JSON numbers, days, flags and options is read there, anything
 * else by the readers of `append`.
 * @throws WrongFacts when a supplied value does not fit its fact
 */
export function rowReader(columns: Columns, program: Program): (facts: Facts) => void {
  const into = readersFor(columns, program)
  const { reading } = into
  const context = {
    into,
    cells: columns.cells,
    records: columns.records,
    codes: columns.layout.columns.map((column) => codesFor(column, columns)),
    fieldCodes: columns.layout.records.map(({ fields }) =>
      fields.map((field) => codesFor(field, columns)),
    ),
    own,
    isPlain,
    keysStand,
    spelledDay,
    areRecords,
    readRecords: (at: number, supplied: Supplied | null) => {
      const table = into.tables[at]
      if (table) appendRecords(into, table, supplied)
    },
  }
  const quick = build('C', textOf(columns))(context) as (facts: Facts) => void
  return (facts) => {
    reading.odd = false
    reading.wrong = false
    quick(facts)
    keepRow(into, facts)
  }
}

/** Holes among them are none. */
function areRecords(list: readonly unknown[]): boolean {
  for (const one of list) if (typeof one !== 'object' || one === null) return false
  return true
}

const codesFor = ({ kind, fact }: Column, { dictionary }: Columns) =>
  kind === 'code' && fact ? codesOf(fact.options, dictionary) : null

function textOf({ layout }: Columns): string {
  const cells = layout.columns.flatMap((column, at) => [
    `const v${at} = C.cells[${at}].values, R${at} = C.into.own[${at}].read, O${at} = C.codes[${at}]`,
    hasStates(column) ? `const s${at} = C.cells[${at}].states` : '',
  ])
  const fields = layout.records.flatMap(({ fields: all }, table) => [
    `const T${table} = C.records[${table}]`,
    ...all.flatMap((field, at) => [
      `const v${table}_${at} = T${table}.cells[${at}].values, R${table}_${at} = C.into.tables[${table}].fields[${at}].read, O${table}_${at} = C.fieldCodes[${table}][${at}]`,
      hasStates(field) ? `const s${table}_${at} = T${table}.cells[${at}].states` : '',
    ]),
  ])
  const reads = layout.columns.map((column, at) => {
    const name = column.fact ? column.name : column.name.slice(1)
    return cellText(column, { from: 'facts', name, id: `${at}`, at: '0' })
  })
  return [
    "'use strict'",
    'const { own, isPlain, areRecords, keysStand, spelledDay, readRecords } = C',
    ...cells,
    ...fields,
    'return function read(facts) {',
    'let x, y',
    'const plain = isPlain(facts)',
    ...reads,
    ...layout.records.map((table, at) => recordsText(table, at)),
    '}',
  ].join('\n')
}

type Place = {
  readonly from: string
  readonly name: string
  readonly id: string
  readonly at: string
}

const named = ({ from, name }: Place): string => {
  const spelled = JSON.stringify(name)
  // Of an object that is not plain only what is its own counts.
  return isEverywhere(name)
    ? `x = own(${from}, ${spelled})`
    : `x = plain ? ${from}[${spelled}] : own(${from}, ${spelled})`
}

/** One cell: what comes as it should, what is missing, and the slow reader for the rest. */
function cellText(column: Column, place: Place): string {
  const { id, at } = place
  const [missing, state] = hasStates(column)
    ? [0, `; s${id}[${at}] = ${UNKNOWN}`]
    : [LACKS[column.kind], '']
  return [
    named(place),
    `if (x === undefined || x === null) { v${id}[${at}] = ${missing}${state} }`,
    quickText(column, place),
    `else R${id}(x, ${at})`,
  ].join('\n')
}

const LACKS = { truth: UNKNOWN, code: CODES.unknown, number: 0, day: 0 } as const

function quickText(column: Column, { id, at }: Place): string {
  const { fact } = column
  const put = (value: string) =>
    `{ v${id}[${at}] = ${value}${hasStates(column) ? `; s${id}[${at}] = 0` : ''} }`
  if (fact === null) {
    return [
      `else if (x === true || x === 'met') ${put(`${YES}`)}`,
      `else if (x === 'not-met') ${put(`${NO}`)}`,
    ].join('\n')
  }
  if (fact.type === 'flag') return `else if (typeof x === 'boolean') ${put(`x ? ${YES} : ${NO}`)}`
  if (column.kind === 'day') {
    return `else if (typeof x === 'string' && (y = spelledDay(x)) !== ${NO_DAY}) ${put('y')}`
  }
  if (fact.type === 'choice') return `else if ((y = O${id}.get(x)) !== undefined) ${put('y')}`
  return column.kind === 'number' && column.factor > 0
    ? `else if (${isHeld(column)}) ${put('y')}`
    : ''
}

/** The question of `quickNumber` in read-cell, its numbers written out. */
function isHeld({ factor, most, scale, fact }: Column): string {
  const natural = fact?.type === 'count' || fact?.type === 'area'
  const wholes = fact?.type === 'count' && scale !== 1 ? ` && y % ${scale} === 0` : ''
  const [held, back] = factor === 1 ? ['x', 'y'] : [`x * ${factor}`, `y / ${factor}`]
  return `typeof x === 'number' && (y = Math.round(${held}), ${back} === x) && y <= ${most} && y >= ${natural ? 0 : -most}${wholes}`
}

type Table = Columns['layout']['records'][number]

/** A list whose records are plain objects; any other is read by `appendRecords` from the start. */
function recordsText({ name, fields, key }: Table, at: number): string {
  const reads = fields.map((field, place) =>
    cellText(field, { from: 'e', name: field.name, id: `${at}_${place}`, at: 'k' }),
  )
  return [
    named({ from: 'facts', name, id: '', at: '' }),
    `T${at}.offsets[0] = 0`,
    `if (!Array.isArray(x) || x.length > ${MOST_RECORDS} || !areRecords(x)) readRecords(${at}, x ?? null)`,
    'else {',
    'const list = x, size = x.length',
    `T${at}.states[0] = 0`,
    'for (let k = 0; k < size; k++) {',
    'const e = list[k], plain = isPlain(e)',
    ...reads,
    '}',
    `T${at}.offsets[1] = size`,
    key < 0
      ? ''
      : `if (!keysStand(C.into.tables[${at}], { from: 0, to: size })) C.into.reading.wrong = true`,
    '}',
  ].join('\n')
}
