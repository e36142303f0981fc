import type { Kind } from './dialect.ts'
import { aligned, literalNumber, steady, underOf } from './numbers.ts'
import { notInSql, q, raw, type Sql } from './piece.ts'
import {
  codeOf,
  LACKS,
  lackOf,
  type NOT_APPLYING,
  only,
  type Truth,
  together,
  toldByValue,
  type UNAVAILABLE,
  UNKNOWN,
  type Val,
} from './results.ts'
import type { Sheets } from './sheets.ts'

/** No value at all, for one reason. */
export function nothing(state: typeof NOT_APPLYING | typeof UNAVAILABLE | typeof UNKNOWN): Val {
  return { kind: 'nothing', v: raw('null'), under: 1n, state: only(state) }
}

/** The kind several values have in common; what has no value at all fits any. */
export function commonKind(vals: readonly Val[]): Kind | 'nothing' {
  const kinds = [...new Set(vals.map(({ kind }) => kind).filter((kind) => kind !== 'nothing'))]
  if (kinds.length > 1) notInSql(`one value out of ${kinds.join(' and ')}`)
  return kinds[0] ?? 'nothing'
}

export function asKind(val: Val, kind: Kind | 'nothing', { dialect }: Sheets): Val {
  if (val.kind !== 'nothing' || kind === 'nothing') return val
  return { ...val, kind, v: raw(`(null::${dialect.types[kind]})`) }
}

export type Choice = { readonly when: Truth; readonly gives: Val; readonly otherwise: Val }

/** One value or the other; while the question is undecided, why it is. */
export function chosen({ when, gives, otherwise }: Choice, sheets: Sheets): Val {
  if (when.t.text === 'true') return gives
  if (when.t.text === 'false') return otherwise
  const kind = commonKind([gives, otherwise])
  const [a, b] = [gives, otherwise].map((one) => asKind(one, kind, sheets)) as [Val, Val]
  const may = (when.may & LACKS) | a.state.may | b.state.may
  const simple = chosenOnce({ kind, when, may }, [a, b], sheets)
  if (simple) return simple
  const asked = sheets.share(when.t)
  const pick = (one: Sql, other: Sql, last: Sql | string) =>
    q`(case when ${asked} then ${one} when not ${asked} then ${other} else ${last} end)`
  const code = toldByValue(may) ? null : sheets.share(pick(codeOf(a), codeOf(b), lackOf(when)))
  const state = { may, code }
  if (kind === 'nothing') return withoutValue(state)
  if (kind !== 'quantity') return { kind, v: pick(a.v, b.v, 'null'), under: 1n, state }
  if (typeof a.under === 'bigint' && typeof b.under === 'bigint') {
    const both = aligned(a, b, sheets)
    return { kind, v: pick(both.a, both.b, 'null'), under: both.under, state }
  }
  const under = pick(underOf(a, sheets.dialect), underOf(b, sheets.dialect), 'null')
  return { kind, v: pick(a.v, b.v, 'null'), under, state }
}

type Asked = {
  readonly kind: Val['kind']
  readonly when: Truth
  readonly may: number
}

/**
 * Where the value alone says what is the case, the question is asked in one place, and what follows
 * only when it comes to that: bands are not all compared beforehand.
 */
function chosenOnce(
  { kind, when, may }: Asked,
  [a, b]: readonly [Val, Val],
  sheets: Sheets,
): Val | null {
  if (!toldByValue(may) || kind === 'nothing') return null
  if (typeof a.under !== 'bigint' || typeof b.under !== 'bigint') return null
  const both = kind === 'quantity' ? aligned(a, b, sheets) : { a: a.v, b: b.v, under: 1n }
  const v = q`(case ${when.t} when true then ${both.a} when false then ${both.b} end)`
  return { kind, v, under: both.under, state: { may, code: null } }
}

/** Nothing that has a value, for reasons that differ from firm to firm. */
function withoutValue(state: Val['state']): Val {
  return { kind: 'nothing', v: raw('null'), under: 1n, state }
}

/** The least or greatest of numbers or days. */
export function extreme(is: 'min' | 'max', of: readonly Val[], sheets: Sheets): Val {
  const kind = commonKind(of)
  const state = together(of, sheets)
  if (kind === 'nothing') return withoutValue(state)
  if (of.length > 1 && kind !== 'quantity' && kind !== 'day') notInSql(`the ${is} of ${kind}`)
  const all = of.map((one) => steady(asKind(one, kind, sheets), sheets))
  const [first, ...rest] = all
  if (!first) return nothing(UNKNOWN)
  const [second] = rest
  const two = second && rest.length === 1 ? lesserOf(is, [first, second], sheets) : null
  if (two) return { ...withoutFixed(two), state }
  const best = rest.reduce((so, one) => better(is, [so, one], sheets), first)
  if (rest.length === 0) return { ...first, state }
  const there = all.map(({ v }) => q`${v} is not null`).reduce((a, b) => q`${a} and ${b}`)
  const under = typeof best.under === 'bigint' ? best.under : sheets.share(best.under)
  return { kind, v: q`(case when ${there} then ${best.v} end)`, under, state }
}

const withoutFixed = ({ fixed, ...val }: Val): Val => val

/** Two numbers over one denominator: a comparison that lacks a side gives neither. */
function lesserOf(is: 'min' | 'max', [a, b]: readonly [Val, Val], sheets: Sheets): Val | null {
  const {
    a: x,
    b: y,
    under,
  } = a.kind === 'quantity' ? aligned(a, b, sheets) : { a: a.v, b: b.v, under: 1n }
  if (typeof under !== 'bigint') return null
  const v = q`(case ${x} ${is === 'min' ? '<=' : '>='} ${y} when true then ${x} when false then ${y} end)`
  return { ...a, v, under }
}

function better(is: 'min' | 'max', [a, b]: readonly [Val, Val], sheets: Sheets): Val {
  const sign = is === 'min' ? '<=' : '>='
  const both = a.kind === 'quantity' ? aligned(a, b, sheets) : { a: a.v, b: b.v, under: 1n }
  const test = q`${both.a} ${sign} ${both.b}`
  if (typeof both.under === 'bigint') {
    return {
      ...a,
      v: sheets.share(q`(case when ${test} then ${both.a} else ${both.b} end)`),
      under: both.under,
    }
  }
  const won = sheets.share(q`(${test})`)
  const take = (one: Sql, other: Sql) =>
    sheets.share(q`(case when ${won} then ${one} else ${other} end)`)
  const [x, y] = [underOf(a, sheets.dialect), underOf(b, sheets.dialect)]
  return { ...a, v: take(a.v, b.v), under: take(x, y) }
}

export type Added = { readonly when: Truth; readonly gives: Val }

/** What every row gives that holds; 0 for the others. */
export function sumOfRows(rows: readonly Added[], sheets: Sheets): Val {
  const zero = literalNumber({ over: '0', under: '1' }, sheets)
  const terms = rows.map(({ when, gives }) => chosen({ when, gives, otherwise: zero }, sheets))
  return [zero, ...terms].reduce((sum, one) => added(sum, one, sheets))
}

function added(a: Val, b: Val, sheets: Sheets): Val {
  const state = together([a, b], sheets)
  if (b.kind === 'nothing' || a.kind === 'nothing') return withoutValue(state)
  const both = aligned(steady(a, sheets), steady(b, sheets), sheets)
  return { kind: 'quantity', v: q`(${both.a} + ${both.b})`, under: both.under, state }
}
