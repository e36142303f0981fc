import { formulasWithin } from '../../evaluate/facts-of.ts'
import { work } from '../../evaluate/formula.ts'
import type { Expression } from '../../program/expression.ts'
import { type Day, dayOf } from '../../values/day.ts'
import type { Value } from '../../values/value.ts'
import { nothing } from './choices.ts'
import { dayLiteral } from './days.ts'
import { withoutNul } from './dialect.ts'
import { literalNumber } from './numbers.ts'
import type { Page } from './page.ts'
import { raw, textLiteral } from './piece.ts'
import { NOT_APPLYING, only, THERE, UNAVAILABLE, UNKNOWN, type Val } from './results.ts'
import type { Sheets } from './sheets.ts'

const OPEN: readonly Expression['kind'][] = [
  'fact',
  'value',
  'field',
  'scored',
  'move-working-days',
  'sum',
  'count',
  'most',
  'pick',
  'run',
  'at-least-records',
]

const closed = new WeakMap<Expression, boolean>()

/** A formula that names nothing outside itself has one answer on a day: the interpreter's. */
export function isClosed(expression: Expression): boolean {
  const known =
    closed.get(expression) ?? formulasWithin(expression).every(({ kind }) => !OPEN.includes(kind))
  closed.set(expression, known)
  return known
}

export function constant(expression: Expression, page: Page): Val {
  const result = answered(expression, page)
  if ('value' in result) return valOf(result.value, page.sheets)
  return nothing(result.lacks === 'unknown' ? UNKNOWN : UNAVAILABLE)
}

/** The day a closed formula gives; null where it is open, or gives none. */
export function closedDay(expression: Expression, page: Page): Day | null {
  if (!isClosed(expression)) return null
  const result = answered(expression, page)
  return 'value' in result && result.value.kind === 'day' ? dayOf(result.value.day) : null
}

function answered(expression: Expression, { on, program }: Page) {
  const given = { facts: new Map(), records: new Map(), truths: new Map(), registers: new Map() }
  const frame = { program, given, on, workingDays: null, record: null, worked: new Map() }
  return work(expression, frame)
}

export function valOf(value: Value, sheets: Sheets): Val {
  const { types } = sheets.dialect
  const plain = (kind: 'flag' | 'choice' | 'choices' | 'text', text: string): Val => ({
    kind,
    v: raw(`(${text}::${types[kind]})`),
    under: 1n,
    state: only(THERE),
  })
  switch (value.kind) {
    case 'quantity':
      return literalNumber(value.amount, sheets)
    case 'day':
      return dayLiteral(value.day)
    case 'flag':
      return { kind: 'flag', v: raw(String(value.flag)), under: 1n, state: only(THERE) }
    case 'choice':
      return plain('choice', textLiteral(withoutNul(value.option)))
    case 'choices':
      return plain('choices', listLiteral(value.options))
    case 'text':
      return plain('text', textLiteral(withoutNul(value.text)))
    case 'does-not-apply':
      return nothing(NOT_APPLYING)
  }
}

/** Both dialects read `ARRAY[…]`. */
export function listLiteral(options: readonly string[]): string {
  return `ARRAY[${options.map((one) => textLiteral(withoutNul(one))).join(', ')}]`
}
