import type { Comparison } from '../program/expression.ts'
import { compareRationals } from '../values/rational.ts'
import type { Value } from '../values/value.ts'

/** Does-not-apply is equal only to itself, and neither less nor more than anything. */
export function compare(is: Comparison, a: Value, b: Value): boolean {
  if (is === '=') return same(a, b)
  if (is === '!=') return !same(a, b)
  const order = orderOf(a, b)
  if (order === null) return false
  if (is === '<') return order < 0
  if (is === '<=') return order <= 0
  return is === '>' ? order > 0 : order >= 0
}

/** Numbers and days have an order, nothing else has. */
export function orderOf(a: Value, b: Value): number | null {
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareRationals(a.amount, b.amount)
  if (a.kind === 'day' && b.kind === 'day') return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
  return null
}

/** By what the values say, never by how their JSON is spelled: a store may sort keys anew. */
export function same(a: Value, b: Value): boolean {
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
