import type { Rational } from '../values/rational.ts'
import { FUNCTION_NAMES } from './functions.ts'
import { both, constant, constantOf, type Graph, type Id, lackOf, one, op, select } from './op.ts'

/**
 * A number as a fraction of whole numbers in doubles. While both stay below 2^53 they are exact and
 * `e` is 0; what grows larger, or is no fraction any more, carries a bound of its error in `e` (then
 * `d` is a constant), and who compares or rounds it asks the interpreter where the error matters.
 */
export type Num = {
  readonly kind: 'number'
  readonly n: Id
  /** Above 0 wherever the state is 0. */
  readonly d: Id
  readonly e: Id
  readonly s: Id
  /** Neither is ever larger. */
  readonly most: number
  readonly mostUnder: number
  /** Never below 0, so that no sign needs turning. */
  readonly natural: boolean
}

export const EXACT = 2 ** 53

export function call(g: Graph, name: string, of: readonly Id[]): Id {
  return op(g, { is: 'call', at: FUNCTION_NAMES.indexOf(name), of })
}

export function literal(g: Graph, { over, under }: Rational): Num {
  const [n, d] = [Number(over), Number(under)]
  const [zero, whole] = [constant(g, 0), constant(g, 1)]
  if (Math.abs(n) < EXACT && d < EXACT) {
    const fraction = { n: constant(g, n), d: constant(g, d), most: Math.abs(n), mostUnder: d }
    return { kind: 'number', ...fraction, e: zero, s: zero, natural: n >= 0 }
  }
  const near = n / d
  const e = constant(g, Math.abs(near) * 2 ** -50)
  return {
    kind: 'number',
    n: constant(g, near),
    d: whole,
    e,
    s: zero,
    most: Math.abs(near),
    mostUnder: 1,
    natural: false,
  }
}

/** A whole number of 1/scale, loaded or counted. */
export function whole(
  g: Graph,
  n: Id,
  about: { s: Id; most: number; scale?: number; natural?: boolean },
): Num {
  const { s, most, scale = 1, natural = false } = about
  return {
    kind: 'number',
    n,
    d: constant(g, scale),
    e: constant(g, 0),
    s,
    most,
    mostUnder: scale,
    natural,
  }
}

export const isExact = (g: Graph, of: Num): boolean => constantOf(g, of.e) === 0
export const under = (g: Graph, of: Num): number | null => constantOf(g, of.d)

/** The error once `n` is there, given the error of what made it. */
export function fuzz(g: Graph, n: Id, before: { e: Id; most: number }): Id {
  if (constantOf(g, before.e) === 0 && before.most < EXACT) return before.e
  return op(g, { is: 'fuzz', of: [n, before.e] })
}

const abs = (g: Graph, id: Id): Id => {
  const known = constantOf(g, id)
  return known === null ? one(g, 'abs', id) : constant(g, Math.abs(known))
}

/** What rounding may take from a double that is no whole number. */
const lostIn = (g: Graph, n: Id): Id => both(g, 'mul', [abs(g, n), constant(g, 2 ** -52)])

/** By zero the state says all; no quotient is without bound for that. */
function safe(g: Graph, divisor: Id): Id {
  if (constantOf(g, divisor) !== null) return divisor
  const zero = both(g, 'eq', [divisor, constant(g, 0)])
  return select(g, 'select', [zero, constant(g, 1), divisor])
}

/** Over 1, with what the division may have lost. */
export function toDouble(g: Graph, of: Num): Num {
  if (under(g, of) === 1) return of
  const by = safe(g, of.d)
  const n = both(g, 'div', [of.n, by])
  const e = both(g, 'add', [both(g, 'div', [of.e, by]), lostIn(g, n)])
  return { ...of, n, d: constant(g, 1), e, most: of.most, mostUnder: 1 }
}

function productError(g: Graph, a: Num, b: Num): Id {
  if (isExact(g, a) && isExact(g, b)) return a.e
  const left = times(g, abs(g, a.n), b.e)
  const right = times(g, abs(g, b.n), a.e)
  return both(g, 'add', [both(g, 'add', [left, right]), times(g, a.e, b.e)])
}

/** Nothing times anything is nothing. */
const times = (g: Graph, a: Id, b: Id): Id =>
  constantOf(g, a) === 0 || constantOf(g, b) === 0 ? constant(g, 0) : both(g, 'mul', [a, b])

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

/** n times a constant, as one would write it. */
function scaled(g: Graph, of: Num, by: number): Num {
  const most = of.most * by
  const n = both(g, 'mul', [of.n, constant(g, by)])
  const e = fuzz(g, n, { e: times(g, of.e, constant(g, by)), most })
  return { ...of, n, e, most }
}

const LARGEST_UNDER = 2 ** 40

/** Both over the same: a constant where it can be, doubles where fractions would outgrow them. */
export function overTheSame(g: Graph, [a, b]: readonly [Num, Num]): readonly [Num, Num] {
  if (a.d === b.d && (isExact(g, a) || under(g, a) !== null)) return [a, b]
  const [x, y] = [under(g, a), under(g, b)]
  if (x !== null && y !== null) {
    const common = (x / gcd(x, y)) * y
    if (common > LARGEST_UNDER) return [toDouble(g, a), toDouble(g, b)]
    const d = constant(g, common)
    const over = (of: Num, own: number) => ({
      ...scaled(g, of, common / own),
      d,
      mostUnder: common,
    })
    return [over(a, x), over(b, y)]
  }
  const [p, q, r] = [a.most * b.mostUnder, b.most * a.mostUnder, a.mostUnder * b.mostUnder]
  const fits = Math.max(p, q, r) < EXACT && isExact(g, a) && isExact(g, b)
  if (!fits) return [toDouble(g, a), toDouble(g, b)]
  const d = both(g, 'mul', [a.d, b.d])
  const n = both(g, 'mul', [a.n, b.d])
  const m = both(g, 'mul', [b.n, a.d])
  return [
    { ...a, n, d, most: p, mostUnder: r },
    { ...b, n: m, d, most: q, mostUnder: r },
  ]
}

export function plus(g: Graph, is: 'add' | 'sub', pair: readonly [Num, Num]): Num {
  const [a, b] = overTheSame(g, pair)
  const n = both(g, is, [a.n, b.n])
  const most = a.most + b.most
  const e = fuzz(g, n, { e: both(g, 'add', [a.e, b.e]), most })
  const natural = is === 'add' && a.natural && b.natural
  return { ...a, n, e, most, natural, s: lackOf(g, [a.s, b.s]) }
}

export function product(g: Graph, [a, b]: readonly [Num, Num]): Num {
  const s = lackOf(g, [a.s, b.s])
  const most = a.most * b.most
  const mostUnder = a.mostUnder * b.mostUnder
  const constants = under(g, a) !== null && under(g, b) !== null && mostUnder <= LARGEST_UNDER
  const fits = isExact(g, a) && isExact(g, b) && most < EXACT && mostUnder < EXACT
  if (!(constants || fits)) {
    const [x, y] = [toDouble(g, a), toDouble(g, b)]
    if (x !== a || y !== b) return product(g, [x, y])
  }
  const n = both(g, 'mul', [a.n, b.n])
  const e = fuzz(g, n, { e: productError(g, a, b), most })
  return {
    kind: 'number',
    n,
    d: both(g, 'mul', [a.d, b.d]),
    e,
    s,
    most,
    mostUnder,
    natural: a.natural && b.natural,
  }
}

/** A division by zero is unknown, once both sides are there. */
export function quotient(g: Graph, [a, b]: readonly [Num, Num]): Num {
  const s = dividedState(g, a, b)
  const [over, below] = reduced(g, a, b)
  const most = a.most * over.most
  const mostUnder = b.most * below.most
  if (!(isExact(g, a) && isExact(g, b) && most < EXACT && mostUnder < EXACT)) {
    return doubleQuotient(g, [toDouble(g, a), toDouble(g, b)], s)
  }
  const n = both(g, 'mul', [a.n, over.by])
  const d = both(g, 'mul', [b.n, below.by])
  // Over a constant nothing the state says all, and 1 does no harm.
  const plain = constantOf(g, d) === 0 ? constant(g, 1) : d
  const fraction = b.natural ? { n, d: plain } : turned(g, n, d)
  const natural = a.natural && b.natural
  return { kind: 'number', ...fraction, e: constant(g, 0), s, most, mostUnder, natural }
}

/** The sign of what is under goes above. */
function turned(g: Graph, n: Id, d: Id): { readonly n: Id; readonly d: Id } {
  const below = both(g, 'lt', [d, constant(g, 0)])
  const known = constantOf(g, d)
  const size = known === null ? one(g, 'abs', d) : constant(g, Math.abs(known) || 1)
  return { n: select(g, 'select', [below, one(g, 'neg', n), n]), d: size }
}

type Factor = { readonly by: Id; readonly most: number }

/** What is under both falls away, so that ratios of like figures stay small. */
function reduced(g: Graph, a: Num, b: Num): readonly [Factor, Factor] {
  const [x, y] = [under(g, a), under(g, b)]
  if (x === null || y === null || x === 0 || y === 0) {
    return [
      { by: b.d, most: b.mostUnder },
      { by: a.d, most: a.mostUnder },
    ]
  }
  const common = gcd(x, y)
  return [
    { by: constant(g, y / common), most: y / common },
    { by: constant(g, x / common), most: x / common },
  ]
}

function dividedState(g: Graph, a: Num, b: Num): Id {
  const lacks = lackOf(g, [a.s, b.s])
  const known = both(g, 'eq', [lacks, constant(g, 0)])
  const nothing = both(g, 'and', [both(g, 'eq', [b.n, constant(g, 0)]), known])
  return both(g, 'or', [lacks, both(g, 'shl', [nothing, constant(g, 1)])])
}

function doubleQuotient(g: Graph, [a, b]: readonly [Num, Num], s: Id): Num {
  const by = isExact(g, b) ? safe(g, b.n) : b.n
  const n = both(g, 'div', [a.n, by])
  const error = both(g, 'add', [a.e, times(g, abs(g, n), b.e)])
  const before = isExact(g, b)
    ? both(g, 'div', [error, abs(g, by)])
    : call(g, 'quotientError', [error, abs(g, by), b.e])
  const e = both(g, 'add', [before, lostIn(g, n)])
  return {
    kind: 'number',
    n,
    d: constant(g, 1),
    e,
    s,
    most: Infinity,
    mostUnder: 1,
    natural: false,
  }
}
