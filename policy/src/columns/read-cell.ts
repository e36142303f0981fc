import type { Supplied } from '../evaluate/outcome.ts'
import { dayNumber } from '../lower/functions.ts'
import type { Column } from '../lower/layout.ts'
import { NO, NOT_APPLYING, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import type { Fact } from '../program/fact.ts'
import type { Rational } from '../values/rational.ts'
import { readSupplied } from '../values/supplied.ts'
import type { Value } from '../values/value.ts'
import type { Cells } from './columns.ts'
import { CODES, codeOf, type Lexicon } from './lexicon.ts'

/** What befell a row while its cells were read. */
export type Reading = {
  readonly dictionary: Lexicon
  /** A value finer or larger than its column holds. */
  odd: boolean
  /** A value that does not fit its fact: the interpreter's reader says what is wrong. */
  wrong: boolean
  readonly unavailable: (name: string, register: string) => void
}

export type ReadCell = (supplied: Supplied | null | undefined, at: number) => void

/** Reads what is supplied for one column into its cells: plain numbers without a detour. */
export function cellReader(column: Column, cells: Cells, reading: Reading): ReadCell {
  if (column.fact === null) return truthReader(column, cells, reading)
  const write = writerOf(column, cells, reading)
  const { fact } = column
  const quick =
    fact.type === 'choice'
      ? quickChoice(fact.options, cells, reading.dictionary)
      : QUICK[fact.type]?.(column, cells)
  return (supplied, at) => {
    if (quick?.(supplied, at)) return
    if (supplied === null || supplied === undefined || supplied === '')
      return write.lack(UNKNOWN, at)
    if (isUnavailable(supplied)) {
      reading.unavailable(column.name, supplied.unavailable)
      return write.lack(UNAVAILABLE, at)
    }
    const read = readSupplied(fact, supplied)
    if ('value' in read) return write.value(read.value, at)
    reading.wrong = true
  }
}

const isUnavailable = (supplied: unknown): supplied is { readonly unavailable: string } =>
  typeof supplied === 'object' &&
  supplied !== null &&
  'unavailable' in supplied &&
  typeof supplied.unavailable === 'string'

type Quick = (supplied: unknown, at: number) => boolean
type QuickFor = (column: Column, cells: Cells) => Quick

const quickNumber: QuickFor = ({ factor, most, scale, fact }, cells) => {
  const least = fact?.type === 'count' || fact?.type === 'area' ? 0 : -most
  const wholes = fact?.type === 'count'
  return (supplied, at) => {
    if (typeof supplied !== 'number' || factor === 0) return false
    const value = Math.round(supplied * factor)
    // Below 2^46 no two decimals of so few digits share a double, so this says they are equal.
    if (value / factor !== supplied || value > most || value < least) return false
    if (wholes && value % scale !== 0) return false
    cells.values[at] = value
    if (cells.states) cells.states[at] = 0
    return true
  }
}

const quickDay: QuickFor = (_, cells) => (supplied, at) => {
  if (typeof supplied !== 'string') return false
  const day = spelledDay(supplied)
  if (day === NO_DAY) return false
  cells.values[at] = day
  if (cells.states) cells.states[at] = 0
  return true
}

export const NO_DAY = -(2 ** 31)

/** The number of a real yyyy-mm-dd of the years 1000 to 9000; NO_DAY for all else. */
export function spelledDay(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NO_DAY
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const date = twoDigits(text, 8)
  if (!(year >= 1000 && year <= 9000 && month >= 1 && month <= 12 && date >= 1)) return NO_DAY
  if (date > 28 && date > dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)) return NO_DAY
  return dayNumber(year, month, date)
}

/** Not a number where there is something else. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

/** Options by all the spellings that `optionOf` takes, the first of each. */
function quickChoice(options: Fact['options'], cells: Cells, dictionary: Lexicon): Quick {
  const codes = codesOf(options, dictionary)
  return (supplied, at) => {
    const code = codes.get(supplied)
    if (code === undefined) return false
    cells.values[at] = code
    return true
  }
}

export function codesOf(
  options: Fact['options'],
  dictionary: Lexicon,
): ReadonlyMap<unknown, number> {
  const codes = new Map<unknown, number>()
  for (const { value, title } of options) {
    const code = codeOf(dictionary, { kind: 'choice', option: value })
    for (const one of [value, title.zh, title.en]) {
      if (one !== '' && !codes.has(one)) codes.set(one, code)
    }
  }
  return codes
}

const quickFlag: QuickFor = (_, cells) => (supplied, at) => {
  if (typeof supplied !== 'boolean') return false
  cells.values[at] = supplied ? YES : NO
  return true
}

const QUICK: Readonly<Partial<Record<Fact['type'], QuickFor>>> = {
  amount: quickNumber,
  area: quickNumber,
  count: quickNumber,
  share: quickNumber,
  number: quickNumber,
  day: quickDay,
  flag: quickFlag,
}

type Write = {
  readonly lack: (state: number, at: number) => void
  readonly value: (value: Value, at: number) => void
}

function writerOf(column: Column, cells: Cells, reading: Reading): Write {
  const put = (value: number, state: number, at: number) => {
    cells.values[at] = value
    if (cells.states) cells.states[at] = state
  }
  if (column.kind === 'code') {
    const lack = (state: number, at: number) =>
      put(state === UNKNOWN ? CODES.unknown : CODES.unavailable, 0, at)
    return { lack, value: (value, at) => put(codeFor(value, reading.dictionary), 0, at) }
  }
  if (column.kind === 'truth') {
    const lack = (state: number, at: number) => put(state, 0, at)
    return { lack, value: (value, at) => put(flagOf(value), 0, at) }
  }
  const odd = (at: number) => {
    reading.odd = true
    put(0, UNKNOWN, at)
  }
  return {
    lack: (state, at) => put(0, state, at),
    value: (value, at) => {
      const held = heldOf(column, value)
      if (value.kind === 'does-not-apply') put(0, NO, at)
      else if (held === null) odd(at)
      else put(held, 0, at)
    },
  }
}

const codeFor = (value: Value, dictionary: Lexicon) =>
  value.kind === 'does-not-apply' ? CODES.doesNotApply : codeOf(dictionary, value)

const flagOf = (value: Value) => (value.kind === 'flag' ? (value.flag ? YES : NO) : NOT_APPLYING)

/** A number or a day as its column holds it; null where it is too large or too fine. */
function heldOf(column: Column, value: Value): number | null {
  if (value.kind === 'quantity') return scaled(value.amount, column)
  if (value.kind !== 'day') return null
  const [year = 0, month = 1, date = 1] = value.day.split('-').map(Number)
  return year >= 1000 && year <= 9000 ? dayNumber(year, month, date) : null
}

export function scaled({ over, under }: Rational, { scale, most }: Column): number | null {
  const size = BigInt(over) * BigInt(scale)
  if (size % BigInt(under) !== 0n) return null
  const held = Number(size / BigInt(under))
  return Math.abs(held) <= most ? held : null
}

/** Papers and judgements: met or not met, or still missing. */
function truthReader(column: Column, cells: Cells, reading: Reading): ReadCell {
  return (supplied, at) => {
    if (isUnavailable(supplied)) {
      reading.unavailable(column.name, supplied.unavailable)
      cells.values[at] = UNAVAILABLE
      return
    }
    const t = truthOf(supplied)
    if (t === null) reading.wrong = true
    else cells.values[at] = t
  }
}

const MISSING: readonly unknown[] = [null, undefined, '', 'unknown', false]

function truthOf(supplied: unknown): number | null {
  if (supplied === true || supplied === 'met') return YES
  if (supplied === 'not-met') return NO
  // A paper that is not there is missing, not a failed condition.
  return MISSING.includes(supplied) ? UNKNOWN : null
}
