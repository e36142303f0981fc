/**
 * The machine all fast runners share: a graph of operations on doubles, each distinct one once.
 * Truths are one bit of four (NO, UNKNOWN, UNAVAILABLE, YES; NOT_APPLYING where a flag may be so):
 * the truth of a list is its members' bits together and the lowest bit that counts. States of
 * numbers and days use the same bits, 0 for known, so that a state is a truth as it stands.
 */
export const NO = 1
export const UNKNOWN = 2
export const UNAVAILABLE = 4
export const YES = 8
export const NOT_APPLYING = 16

/** An operation by its place in the graph; what it needs stands before it. */
export type Id = number

export const BINARY = {
  add: (a: number, b: number) => a + b,
  sub: (a: number, b: number) => a - b,
  mul: (a: number, b: number) => a * b,
  div: (a: number, b: number) => a / b,
  lt: (a: number, b: number) => (a < b ? 1 : 0),
  le: (a: number, b: number) => (a <= b ? 1 : 0),
  gt: (a: number, b: number) => (a > b ? 1 : 0),
  ge: (a: number, b: number) => (a >= b ? 1 : 0),
  eq: (a: number, b: number) => (a === b ? 1 : 0),
  ne: (a: number, b: number) => (a !== b ? 1 : 0),
  or: (a: number, b: number) => a | b,
  and: (a: number, b: number) => a & b,
  xor: (a: number, b: number) => a ^ b,
  shr: (a: number, b: number) => a >> b,
  shl: (a: number, b: number) => a << b,
  min: (a: number, b: number) => Math.min(a, b),
  max: (a: number, b: number) => Math.max(a, b),
} as const
export type Binary = keyof typeof BINARY

/** The bits that count in a list of which all, or any, must hold; lacks among operands. */
export const ANY_OF = Uint8Array.of(1, 1, 2, 2, 4, 4, 2, 2, 8, 8, 8, 8, 8, 8, 8, 8)
export const LACK_OF = Uint8Array.of(0, 1, 2, 2, 4, 4, 2, 2)
export const NOT_OF = Uint8Array.of(0, 8, 2, 8, 4, 8, 2, 8, 1, 0, 0, 0, 0, 0, 0, 0)

export type OpName =
  | Binary
  | 'constant' // at: the number
  | 'parameter' // at: its place among what is bound before a run
  | 'value' // at: the column
  | 'state'
  | 'rows-state' // at: the records
  | 'abs'
  | 'neg'
  | 'lack' // bits of several states: the one that counts
  | 'low' // bits of several truths: the one that counts when all must hold
  | 'any'
  | 'not'
  | 'truth' // [holds 0 or 1, state]
  | 'select' // [holds 0 or 1, then, else]: doubles
  | 'pick' // the same for small integers, without a branch
  | 'test' // at: a test over the dictionary; [code]
  | 'call' // at: one of `FUNCTIONS`
  | 'working' // [day, by, state]: moved by working days
  | 'fuzz' // [number, error so far]: error once it is rounded
  | 'order' // [close, difference, a, b, c, d]: the sign of a/b - c/d
  | 'near' // [difference, error, state]
  | 'exact' // at: the site; [near, value]
  | 'reduce-add' // at: the records; [of each record]
  | 'reduce-or'
  | 'reduce-min'
  | 'reduce-max'

export type Op = {
  readonly is: OpName
  readonly of: readonly Id[]
  readonly at: number
  /** The records in whose loop it is worked out; -1 for once a row. */
  readonly records: number
  /** How many loops, one after the other, must have ended before it. */
  readonly level: number
  /** The same for every row of a run. */
  readonly fixed: boolean
}

export type Graph = {
  readonly ops: Op[]
  readonly known: Map<string, Id>
}

export function graph(): Graph {
  return { ops: [], known: new Map() }
}

/** What the fast runners leave to the interpreter: loops that hang on the record of another loop. */
export class LeftToInterpreter extends Error {}

export type At = { readonly at?: number; readonly records?: number }

/** The operation, made once: asked for again it is the same one. */
export function op(g: Graph, made: At & { is: OpName; of?: readonly Id[] }): Id {
  const { is, of = [], at = 0 } = made
  const reduces = is.startsWith('reduce-')
  const records = reduces ? -1 : recordsOf(g, of, made.records ?? -1)
  const key = `${is}|${of.join()}|${at}|${records}`
  const known = g.known.get(key)
  if (known !== undefined) return known
  const level = of.reduce((most, one) => Math.max(most, g.ops[one]?.level ?? 0), 0)
  const fixed = isFixed(g, is, of)
  g.ops.push({ is, of, at, records, level: level + (reduces ? 1 : 0), fixed })
  g.known.set(key, g.ops.length - 1)
  return g.ops.length - 1
}

function recordsOf(g: Graph, of: readonly Id[], own: number): number {
  return of.reduce((so, one) => {
    const at = g.ops[one]?.records ?? -1
    if (so >= 0 && at >= 0 && so !== at) throw new LeftToInterpreter()
    return Math.max(so, at)
  }, own)
}

const ROW_BOUND: readonly OpName[] = ['value', 'state', 'rows-state', 'exact']

function isFixed(g: Graph, is: OpName, of: readonly Id[]): boolean {
  if (ROW_BOUND.includes(is) || is.startsWith('reduce-')) return false
  return of.every((one) => g.ops[one]?.fixed)
}

export function constant(g: Graph, at: number): Id {
  // -0 and 0 must not share a place.
  return op(g, { is: 'constant', at: at === 0 ? 0 : at })
}

/** The number an operation always gives; null when it depends. */
export function constantOf(g: Graph, id: Id): number | null {
  const one = g.ops[id]
  return one?.is === 'constant' ? one.at : null
}

/** Two numbers or bits together, folded where that is plain. */
export function both(g: Graph, is: Binary, [a, b]: readonly [Id, Id]): Id {
  const plain = folded(g, is, [a, b]) ?? (TURNS.includes(is) ? folded(g, is, [b, a]) : null)
  if (plain !== null) return plain
  return op(g, { is, of: TURNS.includes(is) && b < a ? [b, a] : [a, b] })
}

/** Operations whose sides may be turned round. */
const TURNS: readonly Binary[] = ['add', 'mul', 'or', 'and', 'eq']

function folded(g: Graph, is: Binary, [a, b]: readonly [Id, Id]): Id | null {
  const [x, y] = [constantOf(g, a), constantOf(g, b)]
  if (x !== null && y !== null) return constant(g, BINARY[is](x, y))
  if (is === 'or' && a === b) return a
  if (y === null) return null
  if (y === LEAVES[is] || (is === 'and' && isBit(g, a, y))) return a
  return y === 0 && (is === 'and' || is === 'mul') ? b : null
}

const BITS: readonly OpName[] = ['lt', 'le', 'gt', 'ge', 'eq', 'ne', 'near']

/** Whether an operation gives 0 or 1 and is asked for its lowest bit. */
function isBit(g: Graph, id: Id, mask: number): boolean {
  return mask === 1 && BITS.includes(g.ops[id]?.is ?? 'add')
}

/** What changes nothing on the right of an operation. */
const LEAVES: Readonly<Partial<Record<Binary, number>>> = {
  add: 0,
  sub: 0,
  or: 0,
  mul: 1,
  div: 1,
  shr: 0,
  shl: 0,
}

export function one(g: Graph, is: OpName, a: Id): Id {
  return op(g, { is, of: [a] })
}

/** The bits of several, together; 0 for none. */
export function together(g: Graph, all: readonly Id[]): Id {
  return [...new Set(all)].reduce((so, next) => both(g, 'or', [so, next]), constant(g, 0))
}

export function select(g: Graph, is: 'select' | 'pick', [when, a, b]: readonly [Id, Id, Id]): Id {
  const holds = constantOf(g, when)
  if (a === b || holds === 1) return a
  return holds === 0 ? b : op(g, { is, of: [when, a, b] })
}

/** The state that counts of several operands. */
export function lackOf(g: Graph, states: readonly Id[]): Id {
  const all = together(g, states)
  const bits = constantOf(g, all)
  if (bits !== null) return constant(g, LACK_OF[bits] ?? 0)
  return states.length < 2 || states.includes(all) ? all : one(g, 'lack', all)
}
