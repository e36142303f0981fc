import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import { choose } from './choose.ts'
import { lowerTerm, lowerTruth } from './formula.ts'
import { type Layout, layoutOf } from './layout.ts'
import { rowColumn } from './load.ts'
import {
  type Lowering,
  number,
  type Setting,
  type Site,
  type Term,
  type Test,
  unlessNear,
} from './lowering.ts'
import { type Num, under } from './number.ts'
import { both, graph, type Id, LeftToInterpreter, NO, type Op, op, select, UNKNOWN } from './op.ts'
import { allOf, anyOf, atLeast, notOf } from './truth-ops.ts'

/** A program as the fast runners run it: one graph, and where in it each answer stands. */
export type Plan = {
  readonly program: Program
  readonly layout: Layout
  readonly ops: readonly Op[]
  readonly tests: readonly Test[]
  readonly parameters: readonly Setting[]
  readonly sites: readonly Site[]
  /** The truth of each condition at any depth, by name. */
  readonly conditions: readonly { readonly name: string; readonly t: Id }[]
  /** What each value gives, of those that something asked for and a loop can work out. */
  readonly values: ReadonlyMap<string, Term>
  /** The truths of a value's table rows, and of a variant's questions, in printed order. */
  readonly rows: ReadonlyMap<string, readonly Id[]>
  readonly variants: ReadonlyMap<string, readonly Id[]>
  /** For each service its condition's place, and what it pays in fen (null: nothing). */
  readonly services: readonly Served[]
}

export type Served = {
  readonly name: string
  readonly condition: number
  readonly amount: Id | null
  readonly payable: Id | null
}

/** @throws RangeError when a service needs a condition that is not there */
export function lower(program: Program): Plan {
  const l: Lowering = {
    program,
    layout: layoutOf(program),
    g: graph(),
    values: new Map(),
    rows: new Map(),
    variants: new Map(),
    tests: [],
    parameters: [],
    sites: [],
    sitesAt: new Map(),
    thresholds: new Map(),
    within: -1,
  }
  const truths = new Map<string, Id>()
  for (const root of Object.values(program.conditions)) lowerCondition(l, root, truths)
  const names = [...new Set(Object.values(program.conditions).flatMap(conditionsIn))].map(
    ({ name }) => name,
  )
  const conditions = [...new Set(names)].flatMap((name) => {
    const t = truths.get(name)
    return t === undefined ? [] : [{ name, t }]
  })
  const services = Object.values(program.services).map(({ name, needs, pays }): Served => {
    const condition = conditions.findIndex((one) => one.name === needs)
    if (condition < 0) throw new RangeError(`no such condition: ${needs}`)
    const fen = (value: string | undefined) => (value === undefined ? null : fenOf(l, value))
    return { name, condition, amount: fen(pays?.amount), payable: fen(pays?.payable) }
  })
  const { layout, g, tests, parameters, sites, values, rows, variants } = l
  const settled = { tests, parameters, sites, values, rows, variants }
  return { program, layout, ops: g.ops, ...settled, conditions, services }
}

function lowerCondition(l: Lowering, condition: Condition, truths: Map<string, Id>): Id {
  const known = truths.get(condition.name)
  if (known !== undefined) return known
  const t = truthOfCondition(l, condition, (one) => lowerCondition(l, one, truths))
  truths.set(condition.name, t)
  return t
}

function truthOfCondition(l: Lowering, condition: Condition, member: (of: Condition) => Id): Id {
  switch (condition.kind) {
    case 'all':
      return allOf(l, condition.of.map(member))
    case 'any':
      return anyOf(l, condition.of.map(member))
    case 'none':
      return notOf(l, anyOf(l, condition.of.map(member)))
    case 'at-least':
      return atLeast(l, condition.count, condition.of.map(member))
    case 'computed':
      return testOf(l, condition.test)
    case 'evidenced':
      return answerTo(l, condition.paper)
    case 'judged':
      return answerTo(l, condition.name)
    default: {
      const cases = condition.of.map(member)
      const questions = condition.when.map((when) => testOf(l, when))
      l.variants.set(condition.name, questions)
      return questions.reduceRight(
        (rest, question, at) => {
          const chosen = choose(l, question, [
            { kind: 'truth', t: cases[at] ?? number(l, NO), loose: false },
            { kind: 'truth', t: rest, loose: false },
          ])
          return chosen.kind === 'truth' ? chosen.t : rest
        },
        number(l, NO),
      )
    }
  }
}

function answerTo(l: Lowering, name: string): Id {
  const node = rowColumn(l, `?${name}`)
  return node?.kind === 'truth' ? node.t : number(l, UNKNOWN)
}

/** A formula's truth; one that no loop can run is the interpreter's in every row. */
function testOf(l: Lowering, test: Expression): Id {
  try {
    return lowerTruth(l, test)
  } catch (error) {
    if (!(error instanceof LeftToInterpreter)) throw error
    return interpreted(l, number(l, UNKNOWN), { gives: 'truth', expression: test, step: null })
  }
}

/** A value in fen, as the double nearest to it; not a number while there is none. */
function fenOf(l: Lowering, value: string): Id {
  const expression: Expression = { kind: 'value', name: value }
  const site = { gives: 'fen' as const, expression, step: null }
  try {
    const node = lowerTerm(l, expression)
    if (node.kind === 'number') return fenOfNumber(l, node, site)
  } catch (error) {
    if (!(error instanceof LeftToInterpreter)) throw error
  }
  return interpreted(l, number(l, Number.NaN), site)
}

/** The interpreter's answer in every row. */
function interpreted(l: Lowering, value: Id, site: Omit<Site, 'records'>): Id {
  const at = l.sites.push({ ...site, records: -1 }) - 1
  return op(l.g, { is: 'exact', of: [number(l, 1), value], at })
}

type FenSite = { readonly gives: 'fen'; readonly expression: Expression; readonly step: null }

function fenOfNumber(l: Lowering, of: Num, site: FenSite): Id {
  const { g } = l
  const known = both(g, 'eq', [of.s, number(l, 0)])
  const divisor = under(g, of)
  const evenly = divisor !== null && 100 % divisor === 0
  const n = evenly
    ? both(g, 'mul', [of.n, number(l, 100 / (divisor ?? 1))])
    : both(g, 'mul', [of.n, number(l, 100)])
  const fen = evenly ? n : both(g, 'div', [n, of.d])
  const size = op(g, { is: 'abs', of: [n] })
  const large = of.most * 100 < 2 ** 53 ? number(l, 0) : both(g, 'ge', [size, number(l, 2 ** 53)])
  const vague = both(g, 'or', [both(g, 'gt', [of.e, number(l, 0)]), large])
  const near = both(g, 'and', [vague, known])
  const value = unlessNear(l, near, { value: fen, site })
  return select(g, 'select', [known, value, number(l, Number.NaN)])
}
