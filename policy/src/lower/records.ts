import type { Expression, RecordsFormula } from '../program/expression.ts'
import { stateTerm } from './choose.ts'
import { compareNumbers } from './compare-numbers.ts'
import type { RecordsLayout } from './layout.ts'
import { MOST_RECORDS } from './layout.ts'
import { columnTerm } from './load.ts'
import { type Lowering, number, type Term, unlessNear } from './lowering.ts'
import { call, EXACT, isExact, type Num, toDouble, under, whole } from './number.ts'
import { both, type Id, LeftToInterpreter, lackOf, NO, op, select, UNKNOWN, YES } from './op.ts'
import { enough, isNo, isYes, lacking } from './truth-ops.ts'

export type Work = {
  readonly node: (l: Lowering, expression: Expression) => Term
  readonly truth: (l: Lowering, expression: Expression) => Id
}

/** A loop over the records of one kind: what each gives, brought together. */
type Loop = {
  readonly l: Lowering
  /** The same, with a record at hand. */
  readonly inside: Lowering
  readonly records: number
  readonly layout: RecordsLayout
  /** 0 where the records are known. */
  readonly state: Id
  readonly work: Work
}

type Looped = Exclude<RecordsFormula, { kind: 'field' }>

export function lowerRecords(l: Lowering, node: RecordsFormula, work: Work): Term {
  if (node.kind === 'field') return fieldTerm(l, node.name)
  const records = l.layout.records.findIndex(({ name }) => name === node.records)
  const layout = l.layout.records[records]
  if (!layout) return stateTerm(l, 'number', number(l, UNKNOWN))
  const state = op(l.g, { is: 'rows-state', at: records })
  return inLoop({ l, inside: { ...l, within: records }, records, layout, state, work }, node)
}

function fieldTerm(l: Lowering, name: string): Term {
  const fields = l.layout.records[l.within]?.fields ?? []
  const at = fields.findIndex((field) => field.name === name)
  const column = fields[at]
  if (!column) throw new LeftToInterpreter()
  return columnTerm(l, column, { at, records: l.within })
}

function inLoop(loop: Loop, node: Looped): Term {
  switch (node.kind) {
    case 'sum':
      return summed(loop, node)
    case 'most':
      return most(loop, node)
    case 'count': {
      const t = whereOf(loop, node.where)
      const s = lackOf(loop.l.g, [loop.state, lacksIn(loop, t)])
      return whole(loop.l.g, reduce(loop, 'add', isYes(loop.l, t)), { s, most: MOST_RECORDS })
    }
    case 'at-least-records':
      return { kind: 'truth', t: atLeastRecords(loop, node), loose: false }
    case 'pick':
      return picked(loop, node)
    default:
      return run(loop, node)
  }
}

function whereOf(loop: Loop, where: Expression | null): Id {
  return where ? loop.work.truth(loop.inside, where) : number(loop.l, YES)
}

type Reduction = 'add' | 'or' | 'min' | 'max'

function reduce({ l, records }: Loop, is: Reduction, of: Id): Id {
  const at = l.g.ops[of]?.records ?? -1
  if (at >= 0 && at !== records) throw new LeftToInterpreter()
  return op(l.g, { is: `reduce-${is}`, of: [of], at: records })
}

/** Bits of what the records' own questions lack. */
const lacksIn = (loop: Loop, t: Id): Id => {
  const bits = lacking(loop.l, t)
  return bits === number(loop.l, 0) ? bits : reduce(loop, 'or', bits)
}

type Counted = { readonly where: Expression | null; readonly of: Expression }
type Each = {
  readonly yes: Id
  readonly value: Num | Extract<Term, { kind: 'day' }>
  readonly s: Id
}

/** What each record gives that holds, and all that is lacking. */
function each(loop: Loop, node: Counted): Each {
  const { l } = loop
  const t = whereOf(loop, node.where)
  const given = loop.work.node(loop.inside, node.of)
  const known = given.kind === 'nothing' ? stateTerm(l, 'number', number(l, NO)) : given
  if (known.kind !== 'number' && known.kind !== 'day') throw new LeftToInterpreter()
  const value = known.kind === 'number' && under(l.g, known) === null ? toDouble(l.g, known) : known
  const yes = isYes(l, t)
  const own = select(l.g, 'pick', [yes, value.s, lacking(l, t)])
  return { yes, value, s: lackOf(l.g, [loop.state, reduce(loop, 'or', own)]) }
}

function summed(loop: Loop, node: Counted): Term {
  const { l } = loop
  const { g } = l
  const { yes, value, s } = each(loop, node)
  if (value.kind !== 'number') throw new LeftToInterpreter()
  const zero = number(l, 0)
  const n = reduce(loop, 'add', select(g, 'select', [yes, value.n, zero]))
  const largest = value.most * MOST_RECORDS
  if (isExact(g, value) && largest < EXACT) return { ...value, n, s, most: largest }
  // All partial sums are exact while the sizes together are.
  const size = select(g, 'select', [yes, op(g, { is: 'abs', of: [value.n] }), zero])
  const sizes = both(g, 'mul', [reduce(loop, 'add', size), number(l, MOST_RECORDS)])
  const errors = reduce(loop, 'add', select(g, 'select', [yes, value.e, zero]))
  return { ...value, n, s, e: op(g, { is: 'fuzz', of: [sizes, errors] }), most: largest }
}

function most(loop: Loop, node: Counted & { is: 'min' | 'max' }): Term {
  const { l } = loop
  const { g } = l
  const { yes, value, s } = each(loop, node)
  const held = value.kind === 'number' ? value.n : value.v
  const last = number(l, node.is === 'min' ? Infinity : -Infinity)
  const best = reduce(loop, node.is, select(g, 'select', [yes, held, last]))
  const found = both(g, 'gt', [reduce(loop, 'add', yes), number(l, 0)])
  const none = both(g, 'and', [
    both(g, 'eq', [s, number(l, 0)]),
    both(g, 'eq', [found, number(l, 0)]),
  ])
  const state = select(g, 'pick', [none, number(l, UNKNOWN), s])
  const sound = select(g, 'select', [found, best, number(l, 0)])
  if (value.kind === 'day') return { kind: 'day', v: sound, s: state }
  const zero = number(l, 0)
  const e = isExact(g, value)
    ? value.e
    : reduce(loop, 'max', select(g, 'select', [yes, value.e, zero]))
  return { ...value, n: sound, s: state, e: isExact(g, value) ? e : both(g, 'max', [e, zero]) }
}

function atLeastRecords(loop: Loop, node: { where: Expression | null; count: number }): Id {
  const { l, state } = loop
  const t = whereOf(loop, node.where)
  const total = reduce(loop, 'add', number(l, 1))
  const failed = reduce(loop, 'add', isNo(l, t))
  const reached = enough(l, node.count, {
    sure: reduce(loop, 'add', isYes(l, t)),
    open: both(l.g, 'sub', [total, failed]),
    lacks: lacksIn(loop, t),
  })
  return select(l.g, 'pick', [both(l.g, 'eq', [state, number(l, 0)]), reached, state])
}

type Pick = Extract<RecordsFormula, { kind: 'pick' }>

function picked(loop: Loop, node: Pick): Term {
  const { l, inside, layout } = loop
  const { g } = l
  const key = layout.fields[layout.key]
  const given = loop.work.node(l, node.key)
  const wanted = given.kind === 'nothing' ? stateTerm(l, 'number', number(l, NO)) : given
  // A key that hangs on the record of an outer loop would need a loop within a loop.
  if (!key || wanted.kind !== 'number') throw new LeftToInterpreter()
  if ([wanted.n, wanted.d, wanted.s].some((id) => (g.ops[id]?.records ?? -1) >= 0)) {
    throw new LeftToInterpreter()
  }
  const own = columnTerm(inside, key, { at: layout.key, records: loop.records })
  if (own.kind !== 'number') throw new LeftToInterpreter()
  const { holds, near } = compareNumbers(l, '=', [own, wanted])
  if (near !== null) throw new LeftToInterpreter()
  const match = both(g, 'and', [holds, both(g, 'eq', [wanted.s, number(l, 0)])])
  const found = both(g, 'gt', [reduce(loop, 'add', match), number(l, 0)])
  const outside = (s: Id) => pickedState(loop, { found, wanted: wanted.s, s })
  return gathered(loop, { match, outside, given: loop.work.node(inside, node.of) })
}

/** Records first, then the key, then whether there is such a record. */
function pickedState({ l, state }: Loop, of: { found: Id; wanted: Id; s: Id }): Id {
  const { g } = l
  const lacks = both(g, 'gt', [lacking(l, of.wanted), number(l, 0)])
  const unfound = select(g, 'pick', [lacks, of.wanted, number(l, UNKNOWN)])
  const known = select(g, 'pick', [of.found, of.s, unfound])
  return select(g, 'pick', [both(g, 'eq', [state, number(l, 0)]), known, state])
}

type Gathered = { readonly match: Id; readonly outside: (s: Id) => Id; readonly given: Term }

/** What the one record gives that matches: everything of the others is 0. */
function gathered(loop: Loop, { match, outside, given }: Gathered): Term {
  const { l } = loop
  const { g } = l
  const zero = number(l, 0)
  const of = (id: Id) => reduce(loop, 'add', select(g, 'select', [match, id, zero]))
  const bits = (id: Id) => reduce(loop, 'or', select(g, 'pick', [match, id, zero]))
  if (given.kind === 'number') {
    const value = under(g, given) === null ? toDouble(g, given) : given
    const e = isExact(g, value) ? value.e : of(value.e)
    return { ...value, n: of(value.n), e, s: outside(bits(value.s)) }
  }
  if (given.kind === 'day') return { kind: 'day', v: of(given.v), s: outside(bits(given.s)) }
  if (given.kind === 'truth')
    return { kind: 'truth', t: outside(bits(given.t)), loose: given.loose }
  if (given.kind === 'nothing') return stateTerm(l, 'number', outside(number(l, NO)))
  const s = outside(zero)
  const lack = both(g, 'sub', [both(g, 'shr', [s, number(l, 1)]), number(l, 1)])
  const known = both(g, 'eq', [s, zero])
  return { kind: 'code', c: select(g, 'pick', [known, bits(given.c), lack]) }
}

type Run = Extract<RecordsFormula, { kind: 'run' }>

/** Keys that hold as bits above the least key; too far apart for 31 bits, the interpreter counts. */
function run(loop: Loop, node: Run): Term {
  const { l, layout } = loop
  const { g } = l
  const t = whereOf(loop, node.where)
  const key = layout.fields[layout.key]
  if (!key) throw new LeftToInterpreter()
  const own = columnTerm(loop.inside, key, { at: layout.key, records: loop.records })
  if (own.kind !== 'number') throw new LeftToInterpreter()
  const least = reduce(loop, 'min', own.n)
  const scale = number(l, key.scale)
  const placeOf = (n: Id) => both(g, 'div', [both(g, 'sub', [n, least]), scale])
  const last = placeOf(reduce(loop, 'max', own.n))
  const bit = both(g, 'shl', [number(l, 1), placeOf(own.n)])
  const bits = reduce(loop, 'or', select(g, 'pick', [isYes(l, t), bit, number(l, 0)]))
  const steps =
    node.is === 'longest' ? call(g, 'longest', [bits]) : call(g, 'endingAt', [bits, last])
  const s = lackOf(g, [loop.state, lacksIn(loop, t)])
  const far = both(g, 'and', [
    both(g, 'gt', [last, number(l, 30)]),
    both(g, 'eq', [s, number(l, 0)]),
  ])
  const site = { gives: 'steps' as const, expression: node, step: { over: '1', under: '1' } }
  return whole(g, unlessNear(l, far, { value: steps, site }), { s, most: MOST_RECORDS })
}
