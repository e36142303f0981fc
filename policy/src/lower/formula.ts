import type { Expression } from '../program/expression.ts'
import type { Value } from '../values/value.ts'
import { choose, firstOf, flagTerm, literalTerm, stateTerm, sumOf } from './choose.ts'
import { compareTerms } from './compare.ts'
import { compareNumbers, extreme, rounded } from './compare-numbers.ts'
import { foldedDays, lowerDay } from './days.ts'
import { numberOfDay } from './functions.ts'
import { rowColumn } from './load.ts'
import { type Lowering, number, setting, type Term, tested } from './lowering.ts'
import { literal, type Num, plus, product, quotient } from './number.ts'
import { both, type Id, LeftToInterpreter, lackOf, NO, select, UNKNOWN } from './op.ts'
import { lowerRecords } from './records.ts'
import { allOf, anyOf, notOf, strict, truth } from './truth-ops.ts'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>
type Joined = { readonly of: readonly Expression[] }
const limbs = (l: Lowering, { of }: Joined) => of.map((limb) => lowerTruth(l, limb))
type Lower = {
  readonly [K in Expression['kind']]: (
    l: Lowering,
    one: K extends 'and' | 'or' ? Joined : Of<K>,
  ) => Term
}

const asTruth = (t: Id): Term => ({ kind: 'truth', t, loose: false })
const day = (l: Lowering, one: Parameters<typeof lowerDay>[1]) => lowerDay(l, one, lowerTerm)
const records = (l: Lowering, one: Parameters<typeof lowerRecords>[1]) =>
  lowerRecords(l, one, { node: lowerTerm, truth: lowerTruth })

/** One way down for each node of the language: a new one is a compile error here. */
const LOWER: Lower = {
  literal: (l, { value }) => lowerLiteral(l, value),
  fact: (l, { name }) => rowColumn(l, name) ?? stateTerm(l, 'number', number(l, UNKNOWN)),
  value: (l, { name }) => lowerValue(l, name),
  'day-asked': (l) => ({ kind: 'day', v: setting(l, { is: 'day-asked' }), s: number(l, 0) }),
  compare: (l, one) => asTruth(lowerCompare(l, one)),
  within: (l, one) => asTruth(lowerWithin(l, one)),
  holds: (l, { of, option }) => asTruth(lowerTest(l, of, { is: 'holds', option })),
  'text-test': (l, { of, is, text }) => asTruth(lowerTest(l, of, { is, text })),
  and: (l, one: Joined) => asTruth(allOf(l, limbs(l, one))),
  or: (l, one: Joined) => asTruth(anyOf(l, limbs(l, one))),
  not: (l, { of }) => asTruth(notOf(l, lowerTruth(l, of))),
  arithmetic: (l, one) => lowerArithmetic(l, one),
  round: (l, one) => rounded(l, one, numberOf(l, lowerTerm(l, one.of))),
  extreme: (l, one) => lowerExtreme(l, one),
  choose: (l, { when, gives, otherwise }) =>
    choose(l, lowerTruth(l, when), [lowerTerm(l, gives), lowerTerm(l, otherwise)]),
  table: (l, one) => lowerTable(l, one),
  scored: (l, one) => lowerScored(l, one),
  'move-day': day,
  'move-working-days': day,
  between: day,
  part: day,
  'start-of': day,
  field: records,
  sum: records,
  count: records,
  'at-least-records': records,
  most: records,
  pick: records,
  run: records,
}

export function lowerTerm(l: Lowering, one: Expression): Term {
  const lower = LOWER[one.kind] as (l: Lowering, one: Expression) => Term
  return lower(l, one)
}

/** The truth of a formula; what is no flag is no once it is there. */
export function lowerTruth(l: Lowering, one: Expression): Id {
  const node = lowerTerm(l, one)
  if (node.kind === 'nothing') return number(l, NO)
  if (node.kind !== 'truth') throw new LeftToInterpreter()
  return strict(l, node)
}

function lowerLiteral(l: Lowering, value: Value): Term {
  if (value.kind === 'does-not-apply') return { kind: 'nothing' }
  if (value.kind === 'quantity') return literal(l.g, value.amount)
  if (value.kind === 'day') {
    return { kind: 'day', v: number(l, numberOfDay(value.day)), s: number(l, 0) }
  }
  return value.kind === 'flag' ? flagTerm(l, value.flag) : literalTerm(l, value)
}

/** A value stands outside every record and is worked out once. */
function lowerValue(l: Lowering, name: string): Term {
  const known = l.values.get(name)
  if (known) return known
  const definition = l.program.values[name]
  if (!definition) return stateTerm(l, 'number', number(l, UNKNOWN))
  const outside = { ...l, within: -1 }
  const { of } = definition
  const node = lowerTerm(outside, of)
  l.values.set(name, node)
  if (of.kind === 'table' && of.hit === 'first') {
    const truths = of.rows.map(({ when }) => lowerTruth(outside, when))
    l.rows.set(name, truths)
  }
  return node
}

function numberOf(l: Lowering, node: Term): Num {
  if (node.kind === 'nothing') return numberOf(l, stateTerm(l, 'number', number(l, NO)))
  if (node.kind !== 'number') throw new LeftToInterpreter()
  return node
}

function lowerCompare(l: Lowering, one: Of<'compare'>): Id {
  return (
    foldedDays(l, one, lowerTerm) ??
    compareTerms(l, one, [lowerTerm(l, one.left), lowerTerm(l, one.right)])
  )
}

function lowerTest(l: Lowering, of: Expression, test: Parameters<typeof tested>[2]): Id {
  const node = lowerTerm(l, of)
  if (node.kind === 'nothing') return number(l, NO)
  if (node.kind !== 'code') throw new LeftToInterpreter()
  return tested(l, node.c, test)
}

function lowerWithin(l: Lowering, { of, among }: Of<'within'>): Id {
  const node = lowerTerm(l, of)
  if (node.kind === 'code') return tested(l, node.c, { is: 'among', values: among })
  const equal = among.map((value) => {
    const right: Expression = { kind: 'literal', value, printed: '' }
    return compareTerms(l, { kind: 'compare', is: '=', left: of, right }, [
      node,
      lowerLiteral(l, value),
    ])
  })
  if (node.kind === 'nothing') return anyOf(l, equal)
  const s = node.kind === 'truth' ? both(l.g, 'and', [node.t, number(l, 6)]) : node.s
  return anyOf(l, [truth(l, number(l, 0), s), ...equal])
}

const CALCULATE = {
  '+': (l: Lowering, pair: readonly [Num, Num]) => plus(l.g, 'add', pair),
  '-': (l: Lowering, pair: readonly [Num, Num]) => plus(l.g, 'sub', pair),
  '*': (l: Lowering, pair: readonly [Num, Num]) => product(l.g, pair),
  '/': (l: Lowering, pair: readonly [Num, Num]) => quotient(l.g, pair),
} as const

function lowerArithmetic(l: Lowering, { is, left, right }: Of<'arithmetic'>): Term {
  return CALCULATE[is](l, [numberOf(l, lowerTerm(l, left)), numberOf(l, lowerTerm(l, right))])
}

function lowerExtreme(l: Lowering, { is, of }: Of<'extreme'>): Term {
  const [first, ...rest] = of.map((one) => lowerTerm(l, one))
  if (!first) return stateTerm(l, 'number', number(l, UNKNOWN))
  return rest.reduce((so, next) => {
    if (so.kind === 'day' && next.kind === 'day') {
      return { kind: 'day', v: both(l.g, is, [so.v, next.v]), s: lackOf(l.g, [so.s, next.s]) }
    }
    return extreme(l, is, [numberOf(l, so), numberOf(l, next)])
  }, first)
}

function lowerTable(l: Lowering, { hit, rows, otherwise }: Of<'table'>): Term {
  const given = rows.map((row) => ({
    when: lowerTruth(l, row.when),
    gives: () => lowerTerm(l, row.gives),
  }))
  if (hit === 'sum') return sumOf(l, given)
  return firstOf(l, given, otherwise && lowerTerm(l, otherwise))
}

/** What is given, within its range; where the range is one number, that number. */
function lowerScored(l: Lowering, one: Of<'scored'>): Term {
  const { g } = l
  const [from, to] = [numberOf(l, lowerTerm(l, one.from)), numberOf(l, lowerTerm(l, one.to))]
  const given = numberOf(l, rowColumn(l, one.name) ?? stateTerm(l, 'number', number(l, UNKNOWN)))
  const zero = number(l, 0)
  const known = (of: Num): Num => ({ ...of, s: zero })
  const inside = [
    compareNumbers(l, '>=', [known(given), known(from)]),
    compareNumbers(l, '<=', [known(given), known(to)]),
    compareNumbers(l, '=', [known(from), known(to)]),
  ]
  if (inside.some(({ near }) => near !== null)) throw new LeftToInterpreter()
  const [above = zero, below = zero, single = zero] = inside.map(({ holds }) => holds)
  const fits = both(g, 'and', [above, below])
  const lost = select(g, 'pick', [fits, zero, number(l, UNKNOWN)])
  // What lacks stays what it is; what does not apply is in no range.
  const missing = both(g, 'and', [given.s, number(l, 6)])
  const away = select(g, 'pick', [both(g, 'eq', [given.s, zero]), lost, number(l, UNKNOWN)])
  const own = select(g, 'pick', [both(g, 'gt', [missing, zero]), given.s, away])
  const chosen = choose(l, select(g, 'pick', [single, number(l, 8), number(l, 1)]), [
    known(from),
    { ...given, s: own },
  ])
  if (chosen.kind !== 'number') throw new LeftToInterpreter()
  // Two ends that do not apply are the same: then that is the answer.
  return { ...chosen, s: scoredState(l, [from.s, to.s], chosen.s) }
}

function scoredState(l: Lowering, [from, to]: readonly [Id, Id], own: Id): Id {
  const { g } = l
  const lacks = lackOf(g, [from, to])
  const neither = both(g, 'and', [
    both(g, 'eq', [from, number(l, NO)]),
    both(g, 'eq', [to, number(l, NO)]),
  ])
  const apart = select(g, 'pick', [neither, number(l, NO), number(l, UNKNOWN)])
  const away = both(g, 'eq', [lacks, number(l, NO)])
  const lack = select(g, 'pick', [away, apart, lacks])
  return select(g, 'pick', [both(g, 'eq', [lacks, number(l, 0)]), own, lack])
}
