import fc from 'fast-check'
import type { Expression, Fact, Program, ValueDefinition } from '../src/run.ts'
import { ratio } from '../src/values/rational.ts'
import { UNITS } from '../src/values/unit.ts'
import type { Dimension, Value } from '../src/values/value.ts'
import { moneyOfRecords, numbersOfRecords, truthsOfRecords } from './random-records.ts'
import { cite, fact, OPTIONS, words } from './random-words.ts'

/*
 * Random programs with well-typed formulas, and facts aimed at their thresholds: each constant of
 * the program, one unit beside it, missing, unavailable, not applying, the ends of months.
 */

type Kind = 'money' | 'area' | 'count' | 'share' | 'number'
const NUMBERS: Readonly<Record<Kind, readonly [name: string, unit: string | null]>> = {
  money: ['turnover', '万元'],
  area: ['floor', '平方米'],
  count: ['staff', '人'],
  share: ['ratio', '%'],
  number: ['score', null],
}
const types = {
  money: 'amount',
  area: 'area',
  count: 'count',
  share: 'share',
  number: 'number',
} as const
export const FACTS: Readonly<Record<string, Fact>> = Object.fromEntries(
  [
    ...(Object.keys(NUMBERS) as Kind[]).flatMap((kind) => {
      const [name, unit] = NUMBERS[kind]
      return [fact(name, types[kind], unit), fact(`${name}-before`, types[kind], unit)]
    }),
    fact('since', 'day', null),
    fact('until', 'day', null),
    fact('listed', 'flag', null),
    fact('colour', 'choice', null),
    fact('colours', 'choices', null),
    fact('motto', 'text', null),
  ].map((one) => [one.name, one]),
)

/** Small numbers, so that thresholds, zeros and equal values are met often. */
const whole = fc.integer({ min: 0, max: 4 })
const DAYS = [
  '2023-12-31',
  '2024-01-31',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
  '2025-02-28',
  '2025-03-01',
]
export const days = fc.constantFrom(...DAYS)

const literal = (value: Value): Expression => ({
  kind: 'literal',
  value,
  printed: JSON.stringify(value),
})
const quantity = (dimension: Dimension) => (over: number, under: number) =>
  ({ kind: 'quantity', dimension, amount: ratio(BigInt(over), BigInt(under)) }) as const

/** A threshold in the fact's own unit: `3人`, `3万元`, `3%`. */
function thresholds(kind: Kind): fc.Arbitrary<Value> {
  const factor = UNITS.get(NUMBERS[kind][1] ?? '')?.factor ?? { over: '1', under: '1' }
  return whole.map((n) => quantity(kind)(n * Number(factor.over), Number(factor.under)))
}

function numbers(kind: Kind, depth: number): fc.Arbitrary<Expression> {
  const [name] = NUMBERS[kind]
  const leaves = fc.oneof(
    fc.constantFrom(name, `${name}-before`).map((one): Expression => ({ kind: 'fact', name: one })),
    thresholds(kind).map(literal),
  )
  if (depth === 0) return leaves
  const inner = numbers(kind, depth - 1)
  const pairs = fc.tuple(inner, inner)
  const ratios = (is: '*' | '/') =>
    fc
      .tuple(inner, numbers('number', 0))
      .map(([left, right]): Expression => ({ kind: 'arithmetic', is, left, right }))
  return fc.oneof(
    leaves,
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const), pairs)
      .map(([is, [left, right]]): Expression => ({ kind: 'arithmetic', is, left, right })),
    ratios('*'),
    ratios('/'),
    fc
      .tuple(
        fc.constantFrom('min' as const, 'max' as const),
        fc.array(inner, { minLength: 1, maxLength: 3 }),
      )
      .map(([is, of]): Expression => ({ kind: 'extreme', is, of })),
    fc
      .tuple(truths(0), pairs)
      .map(
        ([when, [gives, otherwise]]): Expression => ({ kind: 'choose', when, gives, otherwise }),
      ),
    tables(kind, inner),
    rounds(kind, inner),
    ...ownKind(kind, depth),
    fc.constant<Expression>({ kind: 'value', name: `value-${kind}` }),
  )
}

/** Rows that overlap or leave gaps, with and without a last word. */
function tables(kind: Kind, of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const row = fc
    .tuple(truths(0), of)
    .map(([when, gives]) => ({ when, gives, printed: [when.kind, kind] }))
  return fc
    .record({
      hit: fc.constantFrom('first' as const, 'sum' as const),
      rows: fc.array(row, { minLength: 1, maxLength: 3 }),
      otherwise: fc.option(of),
    })
    .map((table): Expression => ({ kind: 'table', ...table }))
}

function rounds(kind: Kind, of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  const step = thresholds(kind).map((value) =>
    value.kind === 'quantity' && value.amount.over !== '0' ? value.amount : ratio(1n, 3n),
  )
  return fc
    .record({
      is: fc.constantFrom(...(['up', 'down', 'half-up', 'half-down', 'half-even'] as const)),
      of,
      step,
    })
    .map((round): Expression => ({ kind: 'round', ...round }))
}

/** Numbers that are only money, or only plain. */
function ownKind(kind: Kind, depth: number): readonly fc.Arbitrary<Expression>[] {
  if (kind === 'money') return [moneyOfRecords]
  if (kind !== 'number') return []
  const between = fc
    .record({
      unit: fc.constantFrom(...(['days', 'months', 'years'] as const)),
      from: dayNodes(depth - 1),
      to: dayNodes(depth - 1),
    })
    .map((span): Expression => ({ kind: 'between', ...span }))
  const part = fc
    .record({
      is: fc.constantFrom(...(['year', 'month', 'day'] as const)),
      of: dayNodes(depth - 1),
    })
    .map((one): Expression => ({ kind: 'part', ...one }))
  return [numbersOfRecords, between, part]
}

function dayNodes(depth: number): fc.Arbitrary<Expression> {
  const leaves = fc.oneof(
    fc.constantFrom('since', 'until').map((name): Expression => ({ kind: 'fact', name })),
    fc.constant<Expression>({ kind: 'day-asked' }),
    days.map((day) => literal({ kind: 'day', day })),
  )
  if (depth === 0) return leaves
  const moved = fc
    .record({
      day: dayNodes(depth - 1),
      by: fc.integer({ min: -14, max: 14 }),
      unit: fc.constantFrom('months' as const, 'days' as const),
    })
    .map((move): Expression => ({ kind: 'move-day', ...move }))
  const working = fc
    .record({ day: dayNodes(depth - 1), by: fc.integer({ min: -6, max: 6 }) })
    .map((move): Expression => ({ kind: 'move-working-days', ...move }))
  const start = fc
    .record({ unit: fc.constantFrom('month' as const, 'year' as const), of: dayNodes(depth - 1) })
    .map((one): Expression => ({ kind: 'start-of', ...one }))
  return fc.oneof(leaves, moved, working, start)
}

const is = fc.constantFrom(...(['=', '!=', '<', '<=', '>', '>='] as const))
const equal = fc.constantFrom(...(['=', '!='] as const))

export function truths(depth: number): fc.Arbitrary<Expression> {
  const side = Math.max(depth, 0)
  const compared = fc
    .constantFrom(...(Object.keys(NUMBERS) as Kind[]))
    .chain((kind) =>
      fc
        .tuple(is, numbers(kind, side), numbers(kind, side))
        .map(([one, left, right]): Expression => ({ kind: 'compare', is: one, left, right })),
    )
  const leaves = fc.oneof(
    compared,
    fc
      .tuple(is, dayNodes(side), dayNodes(side))
      .map(([one, left, right]): Expression => ({ kind: 'compare', is: one, left, right })),
    fc.tuple(equal, fc.constantFrom(...OPTIONS)).map(
      ([one, option]): Expression => ({
        kind: 'compare',
        is: one,
        left: { kind: 'fact', name: 'colour' },
        right: literal({ kind: 'choice', option }),
      }),
    ),
    fc.subarray(OPTIONS).map(
      (options): Expression => ({
        kind: 'within',
        of: { kind: 'fact', name: 'colour' },
        among: options.map((option) => ({ kind: 'choice', option })),
      }),
    ),
    fc
      .constantFrom(...OPTIONS)
      .map(
        (option): Expression => ({ kind: 'holds', of: { kind: 'fact', name: 'colours' }, option }),
      ),
    fc.tuple(equal, fc.constantFrom('up', '2024-02-29')).map(
      ([one, text]): Expression => ({
        kind: 'compare',
        is: one,
        left: { kind: 'fact', name: 'motto' },
        right: literal({ kind: 'text', text }),
      }),
    ),
    fc.constant<Expression>({ kind: 'fact', name: 'listed' }),
    truthsOfRecords,
    fc.constantFrom('contains' as const, 'starts-with' as const).map(
      (one): Expression => ({
        kind: 'text-test',
        is: one,
        of: { kind: 'fact', name: 'motto' },
        text: 'down',
      }),
    ),
  )
  if (depth === 0) return leaves
  const inner = truths(depth - 1)
  return fc.oneof(
    leaves,
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(inner, { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, of]): Expression => ({ kind, of })),
    inner.map((of): Expression => ({ kind: 'not', of })),
    fc
      .tuple(inner, inner, inner)
      .map(([when, gives, otherwise]): Expression => ({ kind: 'choose', when, gives, otherwise })),
  )
}

/** Values that formulas may name: one of each kind, and one that a person scores. */
export const values: fc.Arbitrary<Program['values']> = fc
  .tuple(
    ...(Object.keys(NUMBERS) as Kind[]).map((kind) =>
      withoutValues(numbers(kind, 1)).map((of) => definition(kind, of)),
    ),
  )
  .chain((plain) =>
    fc.tuple(thresholds('number'), thresholds('number')).map(([from, to]) => {
      const points = {
        ...definition('number', {
          kind: 'scored',
          name: 'points',
          from: literal(from),
          to: literal(to),
        }),
        name: 'points',
        scoredBy: { by: 'bureau', question: words('points') },
      }
      const total = { kind: 'value', name: 'points' } as const
      const value = definition('number', { kind: 'extreme', is: 'max', of: [total, total] })
      const all = [points, ...plain.filter(({ name }) => name !== 'value-number'), value]
      return Object.fromEntries(all.map((one) => [one.name, one]))
    }),
  )

function definition(kind: Kind, of: Expression): ValueDefinition {
  const name = `value-${kind}`
  const [, unit] = NUMBERS[kind]
  const about = { name, title: words(name), cite, type: types[kind], unit, options: [] }
  return { ...about, of, printed: null, parts: [], scoredBy: null }
}

/** Values do not name values here, so that no circle can arise. */
function withoutValues(of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> {
  return of.filter((one) => !JSON.stringify(one).includes('"kind":"value"'))
}
