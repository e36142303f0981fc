import { type Lowering, number, setting, type Term } from './lowering.ts'
import { isExact, type Num, overTheSame, plus, toDouble, under, whole } from './number.ts'
import {
  both,
  constantOf,
  type Id,
  LeftToInterpreter,
  NO,
  NOT_APPLYING,
  select,
  UNKNOWN,
  YES,
} from './op.ts'
import { isNo, isYes, lacking } from './truth-ops.ts'

type Kind = Exclude<Term['kind'], 'nothing'>

/** A node that has no value, only a state. */
export function stateTerm(l: Lowering, kind: Kind, s: Id): Term {
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
export function alike(l: Lowering, a: Term, b: Term): readonly [Term, Term] {
  if (a.kind === b.kind) return [a, b]
  if (a.kind === 'nothing' && b.kind !== 'nothing') return [stateTerm(l, b.kind, number(l, NO)), b]
  if (b.kind === 'nothing' && a.kind !== 'nothing') return [a, stateTerm(l, a.kind, number(l, NO))]
  throw new LeftToInterpreter()
}

/** The one branch that the truth says; while it is undecided, why. */
export function choose(l: Lowering, when: Id, branches: readonly [Term, Term]): Term {
  const [a, b] = alike(l, ...branches)
  const { g } = l
  const [yes, no] = [isYes(l, when), isNo(l, when)]
  const state = (x: Id, y: Id, lack: Id) => {
    // Both branches known: undecided is what is left of the question's bits.
    if (lack === when && constantOf(g, x) === 0 && x === y) return lacking(l, when)
    return select(g, 'pick', [yes, x, select(g, 'pick', [no, y, lack])])
  }
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
  const small = exact && Math.max(x.most, y.most, x.mostUnder, y.mostUnder) < 2 ** 31
  const of = (p: Id, q: Id) => select(g, small ? 'pick' : 'select', [yes, p, q])
  return {
    kind: 'number',
    n: of(x.n, y.n),
    d: of(x.d, y.d),
    e: of(x.e, y.e),
    s: x.s,
    most: Math.max(x.most, y.most),
    mostUnder: Math.max(x.mostUnder, y.mostUnder),
    natural: x.natural && y.natural,
  }
}

export type TableRow = { readonly when: Id; readonly gives: () => Term }

export function firstOf(l: Lowering, rows: readonly TableRow[], otherwise: Term | null): Term {
  const given = rows.map(({ when, gives }) => ({ when, gives: gives() }))
  const kinds = [...given.map(({ gives }) => gives), ...(otherwise ? [otherwise] : [])]
  const kind = kinds.map((node) => node.kind).find((one) => one !== 'nothing')
  if (!kind) throw new LeftToInterpreter()
  const last = otherwise ?? stateTerm(l, kind, number(l, UNKNOWN))
  const banded = bandsOf(l, given, last)
  if (banded) return banded
  return given.toReversed().reduce((so, row) => choose(l, row.when, [row.gives, so]), last)
}

type Given = { readonly when: Id; readonly gives: Term }

/**
 * Bands: rows that ask one number and give small whole ones. While it is known the first that holds
 * gives; where it does not apply none holds.
 */
function bandsOf(l: Lowering, rows: readonly Given[], otherwise: Term): Num | null {
  const { g } = l
  const tests = rows.map(({ when }) => g.ops[when])
  const s = tests[0]?.of[1]
  if (s === undefined || tests.some((test) => test?.is !== 'truth' || test.of[1] !== s)) return null
  const given = [...rows.map(({ gives }) => gives), otherwise].map((node) => smallOf(l, node))
  const last = given.at(-1)
  if (!last || given.some((one) => !one || one.d !== last.d)) return null
  const known = rows.reduceRight<Id>((so, _, at) => {
    const holds = tests[at]?.of[0] ?? so
    return select(g, 'pick', [holds, given[at]?.n ?? so, so])
  }, last.n)
  const away = both(g, 'eq', [s, number(l, NO)])
  // Of what does not apply, "is not …" holds: then its state is a yes.
  const all = g.ops[s]?.is === 'pick' ? both(g, 'eq', [s, number(l, YES)]) : number(l, 0)
  return {
    ...last,
    n: select(g, 'pick', [away, last.n, select(g, 'pick', [all, given[0]?.n ?? known, known])]),
    s: lacking(l, s),
    most: Math.max(...given.map((one) => one?.most ?? 0)),
    natural: given.every((one) => one?.natural),
  }
}

/** A constant that fits 32 bits. */
function smallOf(l: Lowering, node: Term): Num | null {
  if (node.kind !== 'number' || node.most >= 2 ** 31) return null
  const fixed = [node.n, node.d, node.s, node.e].every((id) => constantOf(l.g, id) !== null)
  return fixed && constantOf(l.g, node.s) === 0 && isExact(l.g, node) ? node : null
}

/** Every row that holds adds what it gives, the others nothing. */
export function sumOf(l: Lowering, rows: readonly TableRow[]): Term {
  const start: Num = whole(l.g, number(l, 0), { s: number(l, 0), most: 0 })
  return rows.reduce<Num>((so, { when, gives }) => {
    const node = gives()
    const given = node.kind === 'nothing' ? stateTerm(l, 'number', number(l, NO)) : node
    if (given.kind !== 'number') throw new LeftToInterpreter()
    const none = { ...start, s: number(l, 0) }
    const part = choose(l, when, [given, none])
    if (part.kind !== 'number') throw new LeftToInterpreter()
    return plus(l.g, 'add', [so, part])
  }, start)
}

export function literalTerm(l: Lowering, value: Parameters<typeof codeLiteral>[1]): Term {
  return { kind: 'code', c: codeLiteral(l, value) }
}

function codeLiteral(l: Lowering, value: import('../values/value.ts').Value): Id {
  return setting(l, { is: 'code', value })
}

export const flagTerm = (l: Lowering, holds: boolean): Term => ({
  kind: 'truth',
  t: number(l, holds ? YES : NO),
  loose: false,
})
