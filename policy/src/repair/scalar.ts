import type { Rational } from '../values/rational.ts'
import type { Value } from '../values/value.ts'

/** A value in doubles and base units; null does not apply, undefined is not there. */
export type Scalar = number | string | boolean | readonly string[] | null | undefined

export function scalar(value: Value): Scalar {
  switch (value.kind) {
    case 'quantity':
      return doubleOf(value.amount)
    case 'day':
      return value.day
    case 'flag':
      return value.flag
    case 'choice':
      return value.option
    case 'choices':
      return value.options
    case 'text':
      return value.text
    case 'does-not-apply':
      return null
  }
}

export const doubleOf = ({ over, under }: Rational): number => Number(over) / Number(under)

/** Doubles that mean the same number may differ in their last digits. */
export const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-11 * Math.max(Math.abs(a), Math.abs(b))

export function same(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'number' && typeof b === 'number') return near(a, b)
  if (Array.isArray(a) && Array.isArray(b)) return a.join('\n') === b.join('\n')
  return a === b
}
