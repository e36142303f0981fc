import type { Comparison, Expression } from '../program/expression.ts'
import { addDays, addMonths, type Day } from '../values/day.ts'
import {
  add,
  compareRationals,
  dividedBy,
  type Rational,
  subtract,
  times,
} from '../values/rational.ts'
import { allOf, anyOf, notOf, type Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import type { Given } from './given.ts'

/** What a formula gives: a value, or why there is none. */
export type Result = { readonly value: Value } | { readonly lacks: 'unknown' | 'unavailable' }

/** The frame a formula is worked out in: what is known, and the day asked for. */
export type Frame = { readonly given: Given; readonly on: Day }

const UNKNOWN = { lacks: 'unknown' } as const

/** The reference interpreter: exact, slow and clear; every other runner must agree with it. */
export function work(expression: Expression, frame: Frame): Result {
  switch (expression.kind) {
    case 'literal':
      return { value: expression.value }
    case 'fact':
      return workFact(expression.name, frame)
    case 'day-asked':
      return { value: { kind: 'day', day: frame.on } }
    case 'compare':
    case 'within':
    case 'holds':
    case 'and':
    case 'or':
    case 'not':
      return flag(truthOf(expression, frame))
    case 'arithmetic':
      return workBoth(expression, frame, (a, b) => calculate(expression.is, a, b))
    case 'move-day':
      return workMove(expression, frame)
    case 'extreme':
      return workExtreme(expression, frame)
    case 'choose':
      return workChoice(expression, frame)
    case 'bands':
      return workBands(expression, frame)
    default:
      return unreachable(expression)
  }
}

/** The truth of a formula; a formula that is no flag is a fault of the compiler. */
export function truthOf(expression: Expression, frame: Frame): Truth {
  switch (expression.kind) {
    case 'compare':
      return truth(workBoth(expression, frame, (a, b) => flagged(compare(expression.is, a, b))))
    case 'within':
      return truth(
        onValue(work(expression.of, frame), (value) =>
          flagged(expression.among.some((one) => same(one, value))),
        ),
      )
    case 'holds':
      return truth(
        onValue(work(expression.of, frame), (value) =>
          flagged(value.kind === 'choices' && value.options.includes(expression.option)),
        ),
      )
    case 'and':
      return allOf(expression.of.map((limb) => truthOf(limb, frame)))
    case 'or':
      return anyOf(expression.of.map((limb) => truthOf(limb, frame)))
    case 'not':
      return notOf(truthOf(expression.of, frame))
    default:
      return truth(work(expression, frame))
  }
}

function workFact(name: string, { given }: Frame): Result {
  const known = given.facts.get(name)
  if (!known || known.state === 'unknown') return UNKNOWN
  return known.state === 'known' ? { value: known.value } : { lacks: 'unavailable' }
}

type Both = { readonly left: Expression; readonly right: Expression }

function workBoth(both: Both, frame: Frame, then: (a: Value, b: Value) => Result): Result {
  const left = work(both.left, frame)
  const right = work(both.right, frame)
  if ('lacks' in left && 'lacks' in right) {
    return left.lacks === 'unknown' ? left : right
  }
  if ('lacks' in left) return left
  if ('lacks' in right) return right
  return then(left.value, right.value)
}

function onValue(result: Result, then: (value: Value) => Result): Result {
  return 'lacks' in result ? result : then(result.value)
}

/** Does-not-apply is equal only to itself, and neither less nor more than anything. */
function compare(is: Comparison, a: Value, b: Value): boolean {
  if (is === '=') return same(a, b)
  if (is === '!=') return !same(a, b)
  const order = orderOf(a, b)
  if (order === null) return false
  if (is === '<') return order < 0
  if (is === '<=') return order <= 0
  return is === '>' ? order > 0 : order >= 0
}

function orderOf(a: Value, b: Value): number | null {
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareRationals(a.amount, b.amount)
  if (a.kind === 'day' && b.kind === 'day') return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
  return null
}

/** By what the values say, never by how their JSON is spelled: a store may sort keys anew. */
function same(a: Value, b: Value): boolean {
  if (a.kind === 'quantity' && b.kind === 'quantity') {
    return compareRationals(a.amount, b.amount) === 0
  }
  if (a.kind === 'choices' && b.kind === 'choices')
    return a.options.join('\n') === b.options.join('\n')
  return a.kind === b.kind && saying(a) === saying(b)
}

function saying(value: Value): string | boolean | null {
  switch (value.kind) {
    case 'day':
      return value.day
    case 'flag':
      return value.flag
    case 'choice':
      return value.option
    case 'text':
      return value.text
    default:
      return null
  }
}

function calculate(is: '+' | '-' | '*' | '/', a: Value, b: Value): Result {
  if (a.kind !== 'quantity' || b.kind !== 'quantity') return { value: { kind: 'does-not-apply' } }
  const amount = calculated(is, a.amount, b.amount)
  if (amount === null) return UNKNOWN
  return { value: { kind: 'quantity', amount, dimension: dimensionOfResult(is, a, b) } }
}

type Quantity = Extract<Value, { kind: 'quantity' }>

function dimensionOfResult(is: '+' | '-' | '*' | '/', a: Quantity, b: Quantity) {
  if (is === '+' || is === '-') return a.dimension
  if (is === '/') return a.dimension === b.dimension ? ('share' as const) : ('number' as const)
  return a.dimension === 'number' || a.dimension === 'share' ? b.dimension : a.dimension
}

function calculated(is: '+' | '-' | '*' | '/', a: Rational, b: Rational): Rational | null {
  if (is === '+') return add(a, b)
  if (is === '-') return subtract(a, b)
  return is === '*' ? times(a, b) : dividedBy(a, b)
}

function workMove(move: Extract<Expression, { kind: 'move-day' }>, frame: Frame): Result {
  return onValue(work(move.day, frame), (value) => {
    if (value.kind !== 'day') return { value }
    const from = value.day as Day
    const day = move.unit === 'months' ? addMonths(from, move.by) : addDays(from, move.by)
    return { value: { kind: 'day', day } }
  })
}

function workExtreme(extreme: Extract<Expression, { kind: 'extreme' }>, frame: Frame): Result {
  const results = extreme.of.map((one) => work(one, frame))
  const lacking =
    results.find((one) => 'lacks' in one && one.lacks === 'unknown') ??
    results.find((one) => 'lacks' in one)
  if (lacking) return lacking
  return results.reduce((best, one) => {
    if ('lacks' in best || 'lacks' in one) return best
    const order = orderOf(one.value, best.value) ?? 0
    return (extreme.is === 'min' ? order < 0 : order > 0) ? one : best
  })
}

function workChoice(choice: Extract<Expression, { kind: 'choose' }>, frame: Frame): Result {
  const when = truthOf(choice.when, frame)
  if (when === 'yes') return work(choice.gives, frame)
  return when === 'no' ? work(choice.otherwise, frame) : { lacks: when }
}

function workBands(bands: Extract<Expression, { kind: 'bands' }>, frame: Frame): Result {
  return onValue(work(bands.of, frame), (value) => {
    const row = bands.rows.find((band) => {
      const above = !band.from || compare(band.fromIsIn ? '>=' : '>', value, band.from)
      return above && (!band.to || compare(band.toIsIn ? '<=' : '<', value, band.to))
    })
    return row ? { value: row.gives } : UNKNOWN
  })
}

function flagged(holds: boolean): Result {
  return { value: { kind: 'flag', flag: holds } }
}

function flag(of: Truth): Result {
  return of === 'yes' || of === 'no' ? flagged(of === 'yes') : { lacks: of }
}

function truth(result: Result): Truth {
  if ('lacks' in result) return result.lacks
  return result.value.kind === 'flag' && result.value.flag ? 'yes' : 'no'
}

export function unreachable(never: never): never {
  throw new Error(`not a node of the language: ${JSON.stringify(never)}`)
}
