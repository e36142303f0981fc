import type { Rational } from '../../values/rational.ts'
import type { Kind } from './dialect.ts'
import { ALWAYS, joined, NEVER, NULL, q, raw, type Sql } from './piece.ts'
import type { Sheets } from './sheets.ts'

/*
 * What a formula gives, in SQL. A value is null unless it is there; why not says its state, so
 * ordered that of several the greatest counts: what lacks outranks what does not apply, and unknown
 * outranks unavailable.
 */
export const THERE = 0
export const NOT_APPLYING = 1
export const UNAVAILABLE = 2
export const UNKNOWN = 3

/** The states that can come up at all, as 1 << state, and the code; null where the value tells it. */
export type State = { readonly may: number; readonly code: Sql | null }

export type Val = {
  readonly kind: Kind | 'nothing'
  /** Null unless the state is THERE; of a quantity the numerator. */
  readonly v: Sql
  /** The denominator, above 0; 1 of what is no quantity. */
  readonly under: bigint | Sql
  readonly state: State
  /** The number itself where the formula prints it, unless it is 0. */
  readonly fixed?: Rational
}

/** Null while undecided; `x` is then true when only registers did not answer. */
export type Truth = { readonly t: Sql; readonly x: Sql; readonly may: number }

const bit = (state: number): number => 1 << state
export const may = (state: number, { may: bits }: { readonly may: number }): boolean =>
  (bits & bit(state)) !== 0
export const only = (state: number): State => ({ may: bit(state), code: null })
export const LACKS = bit(UNAVAILABLE) | bit(UNKNOWN)
export const mayLack = ({ may: bits }: { readonly may: number }): boolean => (bits & LACKS) !== 0

export const YES: Truth = { t: ALWAYS, x: NEVER, may: bit(THERE) }
export const NO: Truth = { t: NEVER, x: NEVER, may: bit(THERE) }

/** States the value itself tells: one alone, or there and one reason why not. */
export function toldByValue(bits: number): boolean {
  return (
    bits === bit(THERE) ||
    [NOT_APPLYING, UNAVAILABLE, UNKNOWN].some((one) => (bits & ~bit(THERE)) === bit(one))
  )
}

/** The state's code as SQL. */
export function codeOf({ v, state }: Pick<Val, 'v' | 'state'>): Sql {
  if (state.code) return state.code
  const alone = single(state.may)
  if (alone !== null) return raw(String(alone))
  return q`(case when ${v} is null then ${single(state.may & ~bit(THERE)) ?? UNKNOWN} else 0 end)`
}

/** The one state of the bits; null when there are several. */
export function single(bits: number): number | null {
  const found = [THERE, NOT_APPLYING, UNAVAILABLE, UNKNOWN].filter((one) => bits === bit(one))
  return found[0] ?? null
}

/** The greatest state of several that must all be there. `strict` values are null when one is not. */
export function together(vals: readonly Val[], sheets: Sheets): State {
  const bits = vals.map(({ state }) => state.may).reduce(greater, bit(THERE))
  if (toldByValue(bits)) return { may: bits, code: null }
  const codes = vals
    .filter(({ state }) => state.may !== bit(THERE))
    .map((one) => sheets.share(codeOf(one)))
  return { may: bits, code: sheets.share(greatestOf(codes)) }
}

export function greatestOf(all: readonly Sql[]): Sql {
  const once = [...new Map(all.map((one) => [one.text, one])).values()]
  return once.length === 1 ? joined(once, '') : q`greatest${bracketed(joined(once, ', '))}`
}

const bracketed = (piece: Sql): Sql => (piece.text.startsWith('(') ? piece : q`(${piece})`)

/** What the greater of two states can be. */
function greater(a: number, b: number): number {
  const states = [THERE, NOT_APPLYING, UNAVAILABLE, UNKNOWN]
  const within = (bits: number) => states.filter((one) => (bits & bit(one)) !== 0)
  return within(a)
    .flatMap((one) => within(b).map((other) => bit(Math.max(one, other))))
    .reduce((x, y) => x | y, 0)
}

/** The truth of a value: what does not apply, and what is no flag, is no. */
export function truthOfVal(val: Val, sheets: Sheets): Truth {
  const { state } = val
  const bits = (state.may & LACKS) | ((state.may & ~LACKS) === 0 ? 0 : bit(THERE))
  const x = unavailable(val, sheets)
  const v = val.kind === 'flag' ? val.v : NULL
  const no = bit(NOT_APPLYING) | (val.kind === 'flag' ? 0 : bit(THERE))
  if ((state.may & no) === 0) return { t: v, x, may: bits }
  if ((state.may & ~no) === 0) return NO
  return { t: q`(case when ${codeOf(val)} < 2 then coalesce(${v}, false) end)`, x, may: bits }
}

/** Whether the value's state is unavailable. */
function unavailable(val: Val, sheets: Sheets): Sql {
  if (!may(UNAVAILABLE, val.state)) return NEVER
  if (!may(UNKNOWN, val.state)) return ALWAYS
  return q`(${sheets.share(codeOf(val))} = ${UNAVAILABLE})`
}

export function flagOf(truth: Truth): Val {
  return {
    kind: 'flag',
    v: truth.t,
    under: 1n,
    state: { may: truth.may, code: stateOfTruth(truth) },
  }
}

function stateOfTruth(truth: Truth): Sql | null {
  if (toldByValue(truth.may)) return null
  return q`(case when ${truth.t} is not null then 0 when ${truth.x} then 2 else 3 end)`
}

/** Why an undecided truth is: the code of what is lacking, where it lacks. */
export function lackOf({ x, may: bits }: Truth): Sql {
  if ((bits & bit(UNAVAILABLE)) === 0) return raw('3')
  if ((bits & bit(UNKNOWN)) === 0) return raw('2')
  return q`(case when ${x} then 2 else 3 end)`
}

export const bits = {
  THERE: bit(THERE),
  NOT_APPLYING: bit(NOT_APPLYING),
  UNAVAILABLE: bit(UNAVAILABLE),
  UNKNOWN: bit(UNKNOWN),
}
