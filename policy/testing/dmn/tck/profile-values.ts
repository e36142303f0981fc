import { orderOf, same } from '../../../src/evaluate/compare.ts'
import { ratio, rationalOf } from '../../../src/values/rational.ts'
import type { Value } from '../../../src/values/value.ts'
import type { Scope } from '../shell/engine.ts'

/** A length of time that days are moved by; the language has none that stands alone. */
export type Length = { readonly kind: 'length'; readonly months: number; readonly days: number }

export function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'kind' in value && !isLength(value)
}

export function isLength(value: unknown): value is Length {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'length'
}

export function isContext(value: unknown): value is Scope {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !('kind' in value)
  )
}

export const flagOf = (flag: boolean): Value => ({ kind: 'flag', flag })
export const textOf = (text: string): Value => ({ kind: 'text', text })

/** `-1.5e3` as an exact number; null for anything else. */
export function numberOf(text: string): Value | null {
  const parts = /^([+-]?)(\d*\.?\d+)(?:e([+-]?\d+))?$/i.exec(text.trim())
  const digits = rationalOf(`${parts?.[1] ?? ''}${(parts?.[2] ?? '').replace(/^\./, '0.')}`)
  const power = Number(parts?.[3] ?? 0)
  if (!parts || !digits || Math.abs(power) > 400) return null
  const by = 10n ** BigInt(Math.abs(power))
  const [over, under] = [BigInt(digits.over), BigInt(digits.under)]
  const amount = power < 0 ? ratio(over, under * by) : ratio(over * by, under)
  return { kind: 'quantity', amount, dimension: 'number' }
}

const CLOSE = 1e-8

/** Equal as the TCK compares: numbers within 1e-8, lists and contexts part by part. */
export function sameResult(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => sameResult(one, b[at]))
  }
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a)
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => key in b && sameResult(a[key], b[key]))
    )
  }
  if (!isValue(a) || !isValue(b)) return a === b
  if (a.kind === 'quantity' && b.kind === 'quantity' && orderOf(a, b) !== 0) {
    const [one, other] = [a, b].map(({ amount }) => Number(amount.over) / Number(amount.under))
    return Math.abs((one ?? 0) - (other ?? 0)) <= CLOSE
  }
  return same(a, b)
}
