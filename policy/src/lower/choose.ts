import { type Lowering, type Node, number, parameter } from './lowering.ts'
import { isExact, type Num, overTheSame, plus, toDouble, under, whole } from './number.ts'
import {
  both,
  type Id,
  LeftToInterpreter,
  NO,
  NOT_APPLYING,
  one,
  select,
  UNKNOWN,
  YES,
} from './op.ts'
import { isNo, isYes } from './truth-ops.ts'

type Kind = Exclude<Node['kind'], 'nothing'>

/** A node that has no value, only a state. */
export function stateNode(l: Lowering, kind: Kind, s: Id): Node {
  if (kind === 'number') return whole(l.g, number(l, 0), { s, most: 0 })
  if (kind === 'day') return { kind, v: number(l, 0), s }
  if (kind === 'code') return { kind, c: codeOfState(l, s) }
  // Does not apply is 1 among states and a bit of its own among truths.
  const away = both(l.g, 'eq', [s, number(l, NO)])
  return { kind, t: select(l.g, 'pick', [away, number(l, NOT_APPLYING), s]), loose: true }
}

/** Places of the dictionary: 0 unknown, 1 unavailable, 2 does not apply. */
function codeOfState(l: Lowering, s: Id): Id {
  const lack = both(l.g, 'sub', [both(l.g, 'shr', [s, number(l, 1)]), number(l, 1)])
  return select(l.g, 'pick', [both(l.g, 'eq', [s, number(l, NO)]), number(l, 2), lack])
}

/** Nodes of one kind: what does not apply takes the other's. */
export function alike(l: Lowering, a: Node, b: Node): readonly [Node, Node] {
  if (a.kind === b.kind) return [a, b]
  if (a.kind === 'nothing' && b.kind !== 'nothing') return [stateNode(l, b.kind, number(l, NO)), b]
  if (b.kind === 'nothing' && a.kind !== 'nothing') return [a, stateNode(l, a.kind, number(l, NO))]
  throw new LeftToInterpreter()
}

/** The one branch that the truth says; while it is undecided, why. */
export function choose(l: Lowering, when: Id, branches: readonly [Node, Node]): Node {
  const [a, b] = alike(l, ...branches)
  const { g } = l
  const [yes, no] = [isYes(l, when), isNo(l, when)]
  const state = (x: Id, y: Id, lack: Id) =>
    select(g, 'pick', [yes, x, select(g, 'pick', [no, y, lack])])
  if (a.kind === 'number' && b.kind === 'number') {
    return { ...chosen(l, yes, [a, b]), s: state(a.s, b.s, when) }
  }
  if (a.kind === 'day' && b.kind === 'day') {
    return { kind: 'day', v: select(g, 'select', [yes, a.v, b.v]), s: state(a.s, b.s, when) }
  }
  if (a.kind === 'truth' && b.kind === 'truth') {
    return { kind: 'truth', t: state(a.t, b.t, when), loose: a.loose || b.loose }
  }
  if (a.kind === 'code' && b.kind === 'code') {
    return { kind: 'code', c: state(a.c, b.c, codeOfState(l, when)) }
  }
  return a
}

/** The branch not taken may be a fraction over nothing: each keeps what it is over. */
function chosen(l: Lowering, yes: Id, [a, b]: readonly [Num, Num]): Num {
  const { g } = l
  const fixed = under(g, a) !== null && under(g, b) !== null
  const exact = isExact(g, a) && isExact(g, b)
  const [x, y] = fixed ? overTheSame(g, [a, b]) : exact ? [a, b] : [toDouble(g, a), toDouble(g, b)]
  const of = (p: Id, q: Id) => select(g, 'select', [yes, p, q])
  return {
    kind: 'number',
    n: of(x.n, y.n),
    d: of(x.d, y.d),
    e: of(x.e, y.e),
    s: x.s,
    most: Math.max(x.most, y.most),
    mostUnder: Math.max(x.mostUnder, y.mostUnder),
  }
}

export type TableRow = { readonly when: Id; readonly gives: () => Node }

export function firstOf(l: Lowering, rows: readonly TableRow[], otherwise: Node | null): Node {
  const given = rows.map(({ when, gives }) => ({ when, gives: gives() }))
  const kinds = [...given.map(({ gives }) => gives), ...(otherwise ? [otherwise] : [])]
  const kind = kinds.map((node) => node.kind).find((one) => one !== 'nothing')
  if (!kind) throw new LeftToInterpreter()
  const last = otherwise ?? stateNode(l, kind, number(l, UNKNOWN))
  return given.toReversed().reduce((so, row) => choose(l, row.when, [row.gives, so]), last)
}

/** Every row that holds adds what it gives, the others nothing. */
export function sumOf(l: Lowering, rows: readonly TableRow[]): Node {
  const start: Num = whole(l.g, number(l, 0), { s: number(l, 0), most: 0 })
  return rows.reduce<Num>((so, { when, gives }) => {
    const node = gives()
    const given = node.kind === 'nothing' ? stateNode(l, 'number', number(l, NO)) : node
    if (given.kind !== 'number') throw new LeftToInterpreter()
    const none = { ...start, s: number(l, 0) }
    const part = choose(l, when, [given, none])
    if (part.kind !== 'number') throw new LeftToInterpreter()
    return plus(l.g, 'add', [so, part])
  }, start)
}

export function literalNode(l: Lowering, value: Parameters<typeof codeLiteral>[1]): Node {
  return { kind: 'code', c: codeLiteral(l, value) }
}

function codeLiteral(l: Lowering, value: import('../values/value.ts').Value): Id {
  return parameter(l, { is: 'code', value })
}

export const flagNode = (l: Lowering, holds: boolean): Node => ({
  kind: 'truth',
  t: number(l, holds ? YES : NO),
  loose: false,
})
