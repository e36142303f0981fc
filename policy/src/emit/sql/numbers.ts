import type { Arithmetic, Comparison, Rounding } from '../../program/expression.ts'
import { type Rational, ratio } from '../../values/rational.ts'
import type { Dialect } from './dialect.ts'
import { q, raw, type Sql } from './piece.ts'
import { bits, codeOf, type State, together, toldByValue, type Val } from './results.ts'
import type { Sheets } from './sheets.ts'

/*
 * Numbers are fractions: a numerator column over a denominator that is most often known when the
 * statement is written. Nothing is divided, so nothing is rounded.
 */

const digits = (n: bigint, { name }: Dialect): string =>
  name === 'postgresql' ? `${n}::numeric` : `${n}::HUGEINT`

export function underOf({ under }: Pick<Val, 'under'>, dialect: Dialect): Sql {
  return typeof under === 'bigint' ? raw(digits(under, dialect)) : under
}

/** A piece times a number or another piece; times 1 is itself. */
function times(piece: Sql, by: bigint | Sql, dialect: Dialect): Sql {
  if (by === 1n) return piece
  return q`(${piece} * ${typeof by === 'bigint' ? raw(digits(by, dialect)) : by})`
}

function product(a: bigint | Sql, b: bigint | Sql, dialect: Dialect): bigint | Sql {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a * b
  if (typeof a === 'bigint') return times(b as Sql, a, dialect)
  return times(a, b, dialect)
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}

/** Two numbers over one denominator. */
export function aligned(a: Val, b: Val, sheets: Sheets): { a: Sql; b: Sql; under: bigint | Sql } {
  const { dialect } = sheets
  if (typeof a.under === 'bigint' && typeof b.under === 'bigint') {
    const common = gcd(a.under, b.under)
    return {
      a: times(a.v, b.under / common, dialect),
      b: times(b.v, a.under / common, dialect),
      under: (a.under / common) * b.under,
    }
  }
  if (typeof a.under !== 'bigint' && typeof b.under !== 'bigint' && a.under.text === b.under.text) {
    return { a: a.v, b: b.v, under: a.under }
  }
  return {
    a: times(a.v, b.under, dialect),
    b: times(b.v, a.under, dialect),
    under: product(a.under, b.under, dialect),
  }
}

/** The comparison of two values that have an order, null where one is not there. */
export function ordered(is: Comparison, [a, b]: readonly [Val, Val], sheets: Sheets): Sql {
  const sign = is === '!=' ? '<>' : is
  if (a.kind !== 'quantity') return q`(${a.v} ${sign} ${b.v})`
  const both = aligned(a, b, sheets)
  return q`(${both.a} ${sign} ${both.b})`
}

export function calculated(is: Arithmetic, [a, b]: readonly [Val, Val], sheets: Sheets): Val {
  const [left, right] = [steady(a, sheets), steady(b, sheets)]
  if (is === '/' && right.fixed) {
    const { over, under } = right.fixed
    return calculated(
      '*',
      [left, literalNumber(ratio(BigInt(under), BigInt(over)), sheets)],
      sheets,
    )
  }
  const state = together([a, b], sheets)
  if (is === '/') return divided(left, right, { state, sheets })
  if (is === '*') {
    if (right.fixed && isOne(right.fixed)) return { ...withoutFixed(left), state }
    if (left.fixed && isOne(left.fixed)) return { ...withoutFixed(right), state }
    const under = product(left.under, right.under, sheets.dialect)
    return { kind: 'quantity', v: q`(${left.v} * ${right.v})`, under, state }
  }
  const both = aligned(left, right, sheets)
  return { kind: 'quantity', v: q`(${both.a} ${is} ${both.b})`, under: both.under, state }
}

const isOne = ({ over, under }: Rational): boolean => over === '1' && under === '1'
const withoutFixed = ({ fixed, ...val }: Val): Val => val

/** A value whose parts are looked at more than once. */
export function steady(val: Val, sheets: Sheets): Val {
  const under = typeof val.under === 'bigint' ? val.under : sheets.share(val.under)
  return { ...val, v: sheets.share(val.v), under }
}

type Dividing = { readonly state: State; readonly sheets: Sheets }

/** The denominator stays above 0: the sign goes to the numerator. A division by 0 is unknown. */
function divided(a: Val, b: Val, { state, sheets }: Dividing): Val {
  const { dialect } = sheets
  const by = sheets.share(q`nullif(${b.v}, ${digits(0n, dialect)})`)
  const v = q`(${times(a.v, b.under, dialect)} * sign(${by}))`
  const under = sheets.share(times(q`abs(${by})`, a.under, dialect))
  const may = state.may | bits.UNKNOWN
  if (toldByValue(may)) return { kind: 'quantity', v, under, state: { may, code: null } }
  const before = codeOf({ v: a.v, state: settled(state, [a, b]) })
  const code = q`(case when ${b.v} = 0 and ${a.v} is not null then 3 else ${before} end)`
  return { kind: 'quantity', v, under, state: { may, code: sheets.share(code) } }
}

/** The state before the division, told by the operands and not by the quotient. */
function settled(state: State, [a, b]: readonly [Val, Val]): State {
  if (state.code || state.may === bits.THERE) return state
  const missing = state.may & ~bits.THERE
  const named = missing === bits.NOT_APPLYING ? 1 : missing === bits.UNAVAILABLE ? 2 : 3
  return {
    may: state.may,
    code: q`(case when ${a.v} is null or ${b.v} is null then ${named} else 0 end)`,
  }
}

export type Step = { readonly is: Rounding; readonly step: Rational }

/** To a whole number of steps; `up` is away from zero. */
export function roundedTo(val: Val, { is, step }: Step, sheets: Sheets): Val {
  const { dialect } = sheets
  const one = steady(val, sheets)
  const over = sheets.share(times(one.v, BigInt(step.under), dialect))
  const under = underOf({ under: product(one.under, BigInt(step.over), dialect) }, dialect)
  const size = sheets.share(q`abs(${over})`)
  const beneath = sheets.share(under)
  const whole = sheets.share(call(dialect.quotient, size, beneath))
  const twice = sheets.share(q`(${call(dialect.remainder, size, beneath)} * 2)`)
  const odd = call(dialect.remainder, whole, raw(digits(2n, dialect)))
  const up = {
    up: q`${twice} > 0`,
    down: q`false`,
    'half-up': q`${twice} >= ${beneath}`,
    'half-down': q`${twice} > ${beneath}`,
    'half-even': q`(${twice} > ${beneath} or (${twice} = ${beneath} and ${odd} = 1))`,
  }[is]
  const steps = q`(${whole} + case when ${up} then 1 else 0 end)`
  const sign = q`(case when ${over} < 0 then ${digits(-1n, dialect)} else ${digits(1n, dialect)} end)`
  const v = times(q`(${sign} * ${steps})`, BigInt(step.over), dialect)
  return { kind: 'quantity', v, under: BigInt(step.under), state: val.state }
}

/** A dialect's function over pieces. */
export function call(of: (a: string, b: string) => string, a: Sql, b: Sql): Sql {
  return { text: of(a.text, b.text), reads: new Set([...a.reads, ...b.reads]) }
}

export function literalNumber(number: Rational, sheets: Sheets): Val {
  const { over, under } = sheets.dialect.literal(number)
  const state = { may: bits.THERE, code: null }
  return {
    kind: 'quantity',
    v: raw(`(${over})`),
    under,
    state,
    ...(number.over !== '0' && { fixed: number }),
  }
}
