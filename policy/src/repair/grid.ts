import type { Fact } from '../program/fact.ts'
import { printQuantity } from '../values/print.ts'
import { ratio } from '../values/rational.ts'
import type { Lever } from './lever.ts'
import type { Scalar } from './scalar.ts'

/** The finest steps a proposal is made in: a fen, one thing, a hundredth of a square metre. */
const STEPS: Readonly<Partial<Record<Fact['type'], number>>> = {
  amount: 100,
  area: 100,
  count: 1,
  share: 10_000,
  number: 100,
}

/** How many steps make one base unit; null for what is no number. */
export function stepsOf(lever: Lever): number | null {
  return lever.kind === 'day-asked' ? null : (STEPS[lever.fact.type] ?? null)
}

/** A value as a form would supply it: `305万元`, `12人`, an option, a day. */
export function suppliedAs(lever: Lever, value: Scalar): string | boolean | string[] {
  const steps = stepsOf(lever)
  if (typeof value === 'number' && steps !== null && lever.kind !== 'day-asked') {
    const amount = ratio(BigInt(Math.round(value * steps)), BigInt(steps))
    return printQuantity(amount, lever.fact.unit, 'zh')
  }
  if (typeof value === 'boolean' || typeof value === 'string') return value
  return Array.isArray(value) ? [...value] : ''
}

/** Whether a change is the party's to make: its way, and not below nothing. */
export function allowed(lever: Lever, from: Scalar, to: Scalar): boolean {
  if (typeof from === 'number' && typeof to === 'number' && !countable(lever, from, to)) {
    return false
  }
  if (lever.moves === 'freely') return true
  if (typeof from === 'boolean') return (lever.moves === 'more') === (to === true)
  const [a, b] = [from ?? 0, to ?? 0]
  return lever.moves === 'more' ? b > a : b < a
}

function countable(lever: Lever, from: number, to: number): boolean {
  if (to < 0 && from >= 0) return false
  return Math.abs(to) * (stepsOf(lever) ?? 1) <= Number.MAX_SAFE_INTEGER
}
