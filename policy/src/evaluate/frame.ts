import type { FactName } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { ValueName } from '../program/value-definition.ts'
import type { Day } from '../values/day.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import type { Given, Known } from './given.ts'

/** What a formula gives: a value, or why there is none. */
export type Result = { readonly value: Value } | { readonly lacks: 'unknown' | 'unavailable' }

/** Whether a day is a working day; null where the calendar of its year is not known. */
export type WorkingDays = (day: Day) => boolean | null

/** One record at hand: its fields by name. */
export type RecordAtHand = ReadonlyMap<FactName, Known>

/** The frame a formula is worked out in: what is known, the day asked for, the record at hand. */
export type Frame = {
  readonly program: Pick<Program, 'values' | 'records'>
  readonly given: Given
  readonly on: Day
  readonly workingDays: WorkingDays | null
  readonly record: RecordAtHand | null
  /** Values already worked out: each at most once a question. */
  readonly worked: Map<ValueName, Result>
}

export const UNKNOWN: Result = { lacks: 'unknown' }

export function resultOf(known: Known | undefined): Result {
  if (!known || known.state === 'unknown') return UNKNOWN
  return known.state === 'known' ? { value: known.value } : { lacks: 'unavailable' }
}

/** Why several results give none: a person is asked before a register. Null when all are there. */
export function lackAmong(results: readonly Result[]): Result | null {
  return (
    results.find((one) => 'lacks' in one && one.lacks === 'unknown') ??
    results.find((one) => 'lacks' in one) ??
    null
  )
}

export function onValue(result: Result, then: (value: Value) => Result): Result {
  return 'lacks' in result ? result : then(result.value)
}

/** Two results that must both be there. */
export function onBoth(left: Result, right: Result, then: (a: Value, b: Value) => Result): Result {
  const lack = lackAmong([left, right])
  if (lack || 'lacks' in left || 'lacks' in right) return lack ?? UNKNOWN
  return then(left.value, right.value)
}

export function flagged(holds: boolean): Result {
  return { value: { kind: 'flag', flag: holds } }
}

export function flag(of: Truth): Result {
  return of === 'yes' || of === 'no' ? flagged(of === 'yes') : { lacks: of }
}

/** A truth asked of what is no flag (what does not apply) is no. */
export function truth(result: Result): Truth {
  if ('lacks' in result) return result.lacks
  return result.value.kind === 'flag' && result.value.flag ? 'yes' : 'no'
}

export function unreachable(never: never): never {
  throw new Error(`not a node of the language: ${JSON.stringify(never)}`)
}
