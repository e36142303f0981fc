import fc from 'fast-check'
import type { Condition, Expression, Facts, Program } from '../../src/run.ts'
import { ratio } from '../../src/values/rational.ts'
import { programWith } from '../random-program.ts'
import { cite, words } from '../random-words.ts'

/**
 * Measures as they are written (thresholds, ratios, sums, bands and scores under AND, OR and N of M)
 * over so few small facts that every case can be tried.
 */
export const HEADS = ['staff', 'staff-before', 'score'] as const
export const MOST = 8

const f = (name: string): Expression => ({ kind: 'fact', name })
const n = (over: number, under = 1): Expression => ({
  kind: 'literal',
  value: { kind: 'quantity', dimension: 'number', amount: ratio(BigInt(over), BigInt(under)) },
  printed: `${over}/${under}`,
})
type Is = Extract<Expression, { kind: 'compare' }>['is']
const compare = (is: Is, left: Expression, right: Expression): Expression => ({
  kind: 'compare',
  is,
  left,
  right,
})

const heads = fc.constantFrom(...HEADS).map(f)
const least = fc.integer({ min: 1, max: 6 })
const pair = fc.tuple(heads, heads).filter(([a, b]) => JSON.stringify(a) !== JSON.stringify(b))
const is = fc.constantFrom<Is>('>=', '>', '<=', '<')

const bands = (of: Expression, step: number): Expression => ({
  kind: 'table',
  hit: 'first',
  rows: [5, 3, 1].map((from) => ({
    when: compare('>=', of, n(from)),
    printed: [`>= ${from}`],
    gives: n(from * step),
  })),
  otherwise: n(0),
})

const tests: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(is, heads, least).map(([sign, of, to]) => compare(sign, of, n(to))),
  fc.tuple(is, pair, least).map(([sign, [a, b], to]) => {
    return compare(sign, { kind: 'arithmetic', is: '/', left: a, right: b }, n(to, 4))
  }),
  fc
    .tuple(is, pair, fc.constantFrom('+' as const, '-' as const), least)
    .map(([sign, [left, right], by, to]) =>
      compare(sign, { kind: 'arithmetic', is: by, left, right }, n(to)),
    ),
  fc.tuple(pair, fc.integer({ min: 4, max: 18 })).map(([[a, b], to]) => {
    const sum: Expression = {
      kind: 'arithmetic',
      is: '+',
      left: bands(a, 2),
      right: bands(b, 3),
    }
    return compare('>=', sum, n(to))
  }),
  fc.constant(f('listed')),
)

type Bare =
  | { readonly test: Expression }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Bare[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Bare[] }

const leaf: fc.Arbitrary<Bare> = tests.map((test) => ({ test }))
const groups = (of: fc.Arbitrary<Bare>): fc.Arbitrary<Bare> =>
  fc.array(of, { minLength: 1, maxLength: 3 }).chain((members) =>
    fc.oneof(
      fc
        .constantFrom('all' as const, 'any' as const, 'none' as const)
        .map((kind): Bare => ({ kind, of: members })),
      fc
        .integer({ min: 1, max: members.length })
        .map((count): Bare => ({ kind: 'at-least', count, of: members })),
    ),
  )

function named(one: Bare, name: string): Condition {
  const about = { name, cite, title: words(name) }
  if ('test' in one) return { ...about, kind: 'computed', test: one.test, printed: name }
  const of = one.of.map((member, at) => named(member, `${name}-${at}`))
  return one.kind === 'at-least'
    ? { ...about, kind: one.kind, count: one.count, of }
    : { ...about, kind: one.kind, of }
}

export const smallMeasures: fc.Arbitrary<Program> = fc
  .array(fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: groups(leaf) }), {
    minLength: 2,
    maxLength: 4,
  })
  .map((of) => freely(programWith(named({ kind: 'all', of }, 'c'))))

/** Every fact may be changed. */
export function freely(program: Program): Program {
  const facts = Object.entries(program.facts).map(([name, fact]) => [
    name,
    { ...fact, unit: null, type: fact.type === 'count' ? 'number' : fact.type, changes: 'freely' },
  ])
  return { ...program, facts: Object.fromEntries(facts) } as Program
}

/** Facts of a small measure, now and then one that is missing. */
export const smallFacts: fc.Arbitrary<Facts> = fc.record({
  ...Object.fromEntries(
    HEADS.map((name) => [name, fc.option(fc.integer({ min: 0, max: MOST }), { freq: 12 })]),
  ),
  listed: fc.boolean(),
}) as fc.Arbitrary<Facts>

/** Every set of facts there is, but for what is missing, which stays so. */
export function* everyCase(facts: Facts): Generator<Facts> {
  const values = (name: string) =>
    facts[name] === null ? [null] : Array.from({ length: MOST + 1 }, (_, at) => at)
  for (const staff of values('staff')) {
    for (const before of values('staff-before')) {
      for (const score of values('score')) {
        for (const listed of [true, false]) yield { staff, 'staff-before': before, score, listed }
      }
    }
  }
}
