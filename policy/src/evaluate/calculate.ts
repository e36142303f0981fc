import type { Arithmetic, Rounding } from '../program/expression.ts'
import {
  add,
  dividedBy,
  type Rational,
  roundToWhole,
  subtract,
  times,
  whole,
} from '../values/rational.ts'
import type { Value } from '../values/value.ts'
import { orderOf } from './compare.ts'
import { type Result, UNKNOWN } from './frame.ts'

const DOES_NOT_APPLY: Result = { value: { kind: 'does-not-apply' } }

type Quantity = Extract<Value, { kind: 'quantity' }>

/** Exact; a division by zero is unknown; with what does not apply nothing is calculated. */
export function calculate(is: Arithmetic, a: Value, b: Value): Result {
  if (a.kind !== 'quantity' || b.kind !== 'quantity') return DOES_NOT_APPLY
  const amount = calculated(is, a.amount, b.amount)
  if (amount === null) return UNKNOWN
  return { value: { kind: 'quantity', amount, dimension: dimensionOfResult(is, a, b) } }
}

function dimensionOfResult(is: Arithmetic, a: Quantity, b: Quantity) {
  if (is === '+' || is === '-') return a.dimension
  if (is === '/') return a.dimension === b.dimension ? ('share' as const) : ('number' as const)
  return a.dimension === 'number' || a.dimension === 'share' ? b.dimension : a.dimension
}

function calculated(is: Arithmetic, a: Rational, b: Rational): Rational | null {
  if (is === '+') return add(a, b)
  if (is === '-') return subtract(a, b)
  return is === '*' ? times(a, b) : dividedBy(a, b)
}

export function rounded(is: Rounding, value: Value, step: Rational): Result {
  if (value.kind !== 'quantity') return DOES_NOT_APPLY
  const steps = dividedBy(value.amount, step)
  if (!steps) return UNKNOWN
  if (steps.under === '1') return { value }
  const amount = times(whole(roundToWhole(steps, is)), step)
  return { value: { ...value, amount } }
}

/** The least or greatest; does-not-apply among them is the answer, so that order never matters. */
export function extremeOf(is: 'min' | 'max', values: readonly Value[]): Result {
  const [first, ...rest] = values
  if (first === undefined) return UNKNOWN
  if (values.some(({ kind }) => kind === 'does-not-apply')) return DOES_NOT_APPLY
  const better = (order: number) => (is === 'min' ? order < 0 : order > 0)
  return {
    value: rest.reduce((best, one) => (better(orderOf(one, best) ?? 0) ? one : best), first),
  }
}

export function numberResult(amount: number | bigint): Result {
  return { value: { kind: 'quantity', amount: whole(amount), dimension: 'number' } }
}
