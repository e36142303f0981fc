import type { Expression } from '../program/expression.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import {
  add,
  compareRationals,
  dividedBy,
  type Rational,
  ratio,
  roundToWhole,
  subtract,
  times,
} from '../values/rational.ts'
import { isPaidFact } from './payable.ts'

/** The least and the greatest a number can be; null where nothing bounds it. */
export type Bounds = { readonly least: Rational | null; readonly most: Rational | null }

type Values = ReadonlyMap<string, ValueDefinition>
const FREE: Bounds = { least: null, most: null }
const ZERO = ratio(0n, 1n)

/**
 * Bounds of a formula by its shape alone: what facts may be is not looked at, but for counts and
 * areas, which are not negative. A bound that is given is sure; one that is not may still exist.
 */
export function boundsOf(expression: Expression, values: Values): Bounds {
  const of = (one: Expression) => boundsOf(one, values)
  switch (expression.kind) {
    case 'literal':
      return expression.value.kind === 'quantity' ? exactly(expression.value.amount) : FREE
    case 'value': {
      const definition = values.get(expression.name)
      return definition ? of(definition.of) : FREE
    }
    case 'arithmetic':
      return calculated(expression.is, of(expression.left), of(expression.right))
    case 'extreme':
      return expression.is === 'min' ? least(expression.of.map(of)) : most(expression.of.map(of))
    case 'choose':
      return either([of(expression.gives), of(expression.otherwise)])
    case 'round':
      return rounded(of(expression.of), expression)
    case 'scored':
      return { least: of(expression.from).least, most: of(expression.to).most }
    case 'table':
      return tableBounds(expression, of)
    case 'fact':
      return isPaidFact(expression.name) ? { least: ZERO, most: null } : FREE
    case 'count':
    case 'run':
      return { least: ZERO, most: null }
    default:
      return FREE
  }
}

function exactly(amount: Rational): Bounds {
  return { least: amount, most: amount }
}

function tableBounds(
  table: Extract<Expression, { kind: 'table' }>,
  of: (one: Expression) => Bounds,
): Bounds {
  const rows = table.rows.map(({ gives }) => of(gives))
  if (table.hit === 'first')
    return either([...rows, ...(table.otherwise ? [of(table.otherwise)] : [])])
  return rows
    .map((row) => either([row, exactly(ZERO)]))
    .reduce((a, b) => calculated('+', a, b), exactly(ZERO))
}

const sorted = (all: readonly Rational[]) => [...all].sort(compareRationals)
const given = (all: readonly (Rational | null)[]) => all.flatMap((one) => (one ? [one] : []))

/** One of them: as wide as the widest. */
function either(all: readonly Bounds[]): Bounds {
  const lows = given(all.map(({ least: one }) => one))
  const highs = given(all.map(({ most: one }) => one))
  return {
    least: lows.length === all.length ? (sorted(lows)[0] ?? null) : null,
    most: highs.length === all.length ? (sorted(highs).at(-1) ?? null) : null,
  }
}

/** The least of them: any one bound above bounds it. */
function least(all: readonly Bounds[]): Bounds {
  return {
    least: either(all).least,
    most: sorted(given(all.map(({ most: one }) => one)))[0] ?? null,
  }
}

function most(all: readonly Bounds[]): Bounds {
  return {
    least: sorted(given(all.map(({ least: one }) => one))).at(-1) ?? null,
    most: either(all).most,
  }
}

function both(
  a: Rational | null,
  b: Rational | null,
  then: (a: Rational, b: Rational) => Rational,
) {
  return a && b ? then(a, b) : null
}

function calculated(is: '+' | '-' | '*' | '/', a: Bounds, b: Bounds): Bounds {
  if (is === '+') return { least: both(a.least, b.least, add), most: both(a.most, b.most, add) }
  if (is === '-')
    return { least: both(a.least, b.most, subtract), most: both(a.most, b.least, subtract) }
  if (is === '/') {
    const divisor = single(b)
    const turned = divisor && dividedBy(ratio(1n, 1n), divisor)
    return turned ? calculated('*', a, exactly(turned)) : FREE
  }
  const ends = [a.least, a.most].flatMap((left) =>
    [b.least, b.most].map((right) => both(left, right, times)),
  )
  const all = sorted(given(ends))
  return all.length < 4 ? FREE : { least: all[0] ?? null, most: all.at(-1) ?? null }
}

const single = ({ least: low, most: high }: Bounds): Rational | null =>
  low && high && compareRationals(low, high) === 0 ? low : null

type Rounding = Extract<Expression, { kind: 'round' }>

/** What is no larger is rounded to nothing larger, so the ends are the ends rounded. */
function rounded({ least: low, most: high }: Bounds, { is, step }: Rounding): Bounds {
  const perStep = ratio(BigInt(step.under), BigInt(step.over))
  const end = (one: Rational) => times(ratio(roundToWhole(times(one, perStep), is), 1n), step)
  return { least: low && end(low), most: high && end(high) }
}
