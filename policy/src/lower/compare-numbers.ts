import type { Comparison, Expression, Rounding } from '../program/expression.ts'
import type { Rational } from '../values/rational.ts'
import { type Lowering, number, threshold, unlessNear } from './lowering.ts'
import {
  call,
  EXACT,
  fuzz,
  isExact,
  literal,
  type Num,
  overTheSame,
  product,
  toDouble,
  under,
} from './number.ts'
import { type Binary, both, constantOf, type Id, lackOf, op, select } from './op.ts'

const SIGN: Readonly<Record<Comparison, Binary>> = {
  '=': 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'le',
  '>': 'gt',
  '>=': 'ge',
}

/** 0 or 1 by an operation of its own, or a truth asked of the interpreter where doubles are near. */
export type Compared = { readonly holds: Id; readonly near: Id | null }

/** How two numbers stand: whole products where they fit, exact signs where not, else with care. */
export function compareNumbers(l: Lowering, is: Comparison, [a, b]: readonly [Num, Num]): Compared {
  const { g } = l
  const against = constantOf(g, b.n)
  const base = under(g, a)
  if (isExact(g, a) && isExact(g, b) && a.most < EXACT && base !== null && against !== null) {
    const folded = foldedBy(is, { n: against * base, d: under(g, b) ?? 1 })
    if (folded) {
      const than = threshold(l, a.n, number(l, folded.than))
      return { holds: both(g, folded.is, [a.n, than]), near: null }
    }
  }
  if (isExact(g, a) && isExact(g, b)) {
    return { holds: exactly(l, is, [a, against === null ? b : asThreshold(l, a, b)]), near: null }
  }
  const [x, y] = overTheSame(g, [toDoubleUnless(l, a), toDoubleUnless(l, b)])
  const than = threshold(l, x.n, y.n)
  const difference = both(g, 'sub', [x.n, than])
  const e = both(g, 'add', [x.e, y.e])
  const near = op(g, { is: 'near', of: [difference, e, lackOf(g, [a.s, b.s])] })
  return { holds: both(g, SIGN[is], [x.n, than]), near }
}

/** A constant fraction beside one that is none. */
const asThreshold = (l: Lowering, a: Num, b: Num): Num =>
  constantOf(l.g, a.d) === null ? { ...b, n: threshold(l, a.n, b.n), d: threshold(l, a.d, b.d) } : b

const toDoubleUnless = (l: Lowering, of: Num) => (under(l.g, of) === null ? toDouble(l.g, of) : of)

type Folded = { readonly is: Binary; readonly than: number }

/** A whole number against n/d is a whole number against a whole number. */
function foldedBy(is: Comparison, { n, d }: { n: number; d: number }): Folded | null {
  if (Math.abs(n) >= EXACT) return null
  const whole = Number.isInteger(n / d)
  if (is === '=' || is === '!=') return whole ? { is: SIGN[is], than: n / d } : null
  if (whole) return { is: SIGN[is], than: n / d }
  const above = Math.ceil(n / d)
  return is === '>' || is === '>=' ? { is: 'ge', than: above } : { is: 'lt', than: above }
}

function exactly(l: Lowering, is: Comparison, [a, b]: readonly [Num, Num]): Id {
  const { g } = l
  const small = Math.max(a.most * b.mostUnder, b.most * a.mostUnder) < EXACT
  if (a.d === b.d) return both(g, SIGN[is], [a.n, b.n])
  if (small) {
    const sides = [both(g, 'mul', [a.n, b.d]), both(g, 'mul', [b.n, a.d])] as const
    return both(g, SIGN[is], sides)
  }
  const [left, right] = [both(g, 'mul', [a.n, b.d]), both(g, 'mul', [b.n, a.d])]
  const difference = both(g, 'sub', [left, right])
  // Where they are close one side is as large as the other.
  const size = a.natural ? left : abs(l, left)
  const close = both(g, 'le', [abs(l, difference), both(g, 'mul', [size, number(l, 1e-15)])])
  const sign = op(g, { is: 'order', of: [close, difference, a.n, a.d, b.n, b.d] })
  return both(g, SIGN[is], [sign, number(l, 0)])
}

type Round = Extract<Expression, { kind: 'round' }>

/** To whole steps: by the exact remainder where the fraction fits, else asked where it wavers. */
export function rounded(l: Lowering, round: Round, of: Num): Num {
  const { g } = l
  const step = literal(g, round.step)
  const n = both(g, 'mul', [of.n, step.d])
  const d = both(g, 'mul', [of.d, step.n])
  const most = of.most * step.mostUnder
  const mostUnder = of.mostUnder * step.most
  const exact = exactHere(l, [of, step], { n, most, mostUnder })
  const steps = select(g, 'select', [
    exact,
    call(g, round.is, [n, d]),
    constantOf(g, exact) === 1 ? n : nearSteps(l, round, { of, exact }),
  ])
  const least = (under(g, of) ?? 1) * step.most
  const whole: Num = {
    ...of,
    n: steps,
    d: number(l, 1),
    e: number(l, 0),
    most: most / least + 1,
    mostUnder: 1,
  }
  const whether = { ...whole, e: fuzz(g, steps, { e: whole.e, most: whole.most }) }
  return { ...product(g, [whether, step]), s: of.s }
}

type Grown = { readonly n: Id; readonly most: number; readonly mostUnder: number }

/** Whether the exact remainder may be taken: always, never, or as the row's numbers are. */
function exactHere(l: Lowering, [of, step]: readonly [Num, Num], grown: Grown): Id {
  const { g } = l
  if (!isExact(g, step) || grown.mostUnder >= EXACT / 2) return number(l, 0)
  if (isExact(g, of) && grown.most < EXACT) return number(l, 1)
  const small = both(g, 'lt', [abs(l, grown.n), number(l, EXACT)])
  return both(g, 'and', [both(g, 'eq', [of.e, number(l, 0)]), small])
}

function nearSteps(l: Lowering, round: Round, { of, exact }: { of: Num; exact: Id }): Id {
  const { g } = l
  const inverse = literal(g, inverted(round.step))
  const ratio = toDouble(g, product(g, [toDouble(g, of), inverse]))
  const close: Rounding | 'half-near' | 'up-near' | 'down-near' =
    round.is === 'up' ? 'up-near' : round.is === 'down' ? 'down-near' : 'half-near'
  // Without an error, halves are left: they lie exactly between.
  const wavers = call(g, 'wavers', [ratio.n, both(g, 'add', [ratio.e, half(l, round, ratio)])])
  const large = both(g, 'ge', [abs(l, ratio.n), number(l, EXACT / 4)])
  const unsure = select(g, 'pick', [
    both(g, 'eq', [of.s, number(l, 0)]),
    both(g, 'or', [wavers, large]),
    both(g, 'eq', [ratio.e, number(l, Infinity)]),
  ])
  const near = both(g, 'and', [unsure, both(g, 'eq', [exact, number(l, 0)])])
  const value = call(g, close, [ratio.n])
  const site = { gives: 'steps' as const, expression: round, step: round.step }
  return unlessNear(l, near, { value, site })
}

/** Halves named otherwise than up are asked for even where nothing is uncertain. */
function half(l: Lowering, { is }: Round, ratio: Num): Id {
  if (is === 'half-down' || is === 'half-even') {
    return both(l.g, 'mul', [abs(l, ratio.n), number(l, 2 ** -52)])
  }
  return number(l, 0)
}

const abs = (l: Lowering, n: Id) => op(l.g, { is: 'abs', of: [n] })

const inverted = ({ over, under: below }: Rational): Rational => ({ over: below, under: over })

/** The least or greatest of two; who lacks or does not apply is in the state. */
export function extreme(l: Lowering, is: 'min' | 'max', pair: readonly [Num, Num]): Num {
  const { g } = l
  const [a, b] = overTheSame(g, pair)
  return {
    ...a,
    n: both(g, is, [a.n, b.n]),
    e: both(g, 'max', [a.e, b.e]),
    most: Math.max(a.most, b.most),
    natural: a.natural && b.natural,
    mostUnder: Math.max(a.mostUnder, b.mostUnder),
    s: lackOf(g, [a.s, b.s]),
  }
}
