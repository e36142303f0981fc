import { type Condition, conditionsIn, type Program, printValue } from '@banfa/policy/run'
import type { Moved, Threshold } from './simulated.ts'

/** Every number of a program that may be moved. */
export function thresholdsOf(program: Program): readonly Threshold[] {
  const all = Object.values(program.conditions).flatMap(conditionsIn)
  const once = [...new Map(all.map((one) => [one.name, one])).values()]
  return once.flatMap((condition) => thresholdOf(program, condition) ?? [])
}

function thresholdOf(program: Program, condition: Condition): Threshold | null {
  const parts = partsOf(condition)
  const fact = parts && program.facts[parts.fact]
  if (!parts || !fact) return null
  const { name, title, cite } = condition
  const number = Number.parseFloat(printValue({ ...fact, options: [] }, parts.value))
  const scale = factorOf(parts.value.amount, number)
  if (!Number.isFinite(scale) || scale === 0) return null
  return { condition: name, title, cite, fact: fact.title, is: parts.is, number, unit: fact.unit }
}

type Quantity = { readonly kind: 'quantity'; readonly amount: Amount; readonly dimension: string }
type Amount = { readonly over: string; readonly under: string }

function partsOf(condition: Condition) {
  if (condition.kind !== 'computed' || condition.test.kind !== 'compare') return null
  const { is, left, right } = condition.test
  if (left.kind !== 'fact' || right.kind !== 'literal' || right.value.kind !== 'quantity')
    return null
  return { is, fact: left.name, value: right.value satisfies Quantity }
}

/** Base units in one of the fact's own. */
const factorOf = ({ over, under }: Amount, number: number): number =>
  Number(over) / Number(under) / number

/** The program with thresholds moved; conditions that have none stay as they are. */
export function withMoved(program: Program, moved: readonly Moved[]): Program {
  const to = new Map(moved.map(({ condition, number }) => [condition, number]))
  const known = new Map(thresholdsOf(program).map((one) => [one.condition, one]))
  const change = (condition: Condition): Condition => {
    if ('of' in condition) return { ...condition, of: condition.of.map(change) } as Condition
    const [number, threshold] = [to.get(condition.name), known.get(condition.name)]
    return number === undefined || !threshold ? condition : moveOne(condition, threshold, number)
  }
  const conditions = Object.entries(program.conditions).map(([name, one]) => [name, change(one)])
  return { ...program, conditions: Object.fromEntries(conditions) }
}

function moveOne(condition: Condition, { number: from }: Threshold, number: number): Condition {
  const parts = partsOf(condition)
  if (!parts || condition.kind !== 'computed' || condition.test.kind !== 'compare') return condition
  const { over, under } = parts.value.amount
  // Both in the fact's own unit, so their ratio moves the exact amount.
  const [a, b] = [BigInt(Math.round(number * 10_000)), BigInt(Math.round(from * 10_000))]
  const amount = lowest(BigInt(over) * a, BigInt(under) * b)
  const right = { ...condition.test.right, value: { ...parts.value, amount } }
  return { ...condition, test: { ...condition.test, right } as typeof condition.test }
}

function lowest(over: bigint, under: bigint): Amount {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b !== 0n) [a, b] = [b, a % b]
  const by = a === 0n ? 1n : a
  return { over: String(over / by), under: String(under / by) }
}
