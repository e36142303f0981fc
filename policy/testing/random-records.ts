import fc from 'fast-check'
import type { Expression, Records, SuppliedRecord } from '../src/run.ts'
import { ratio } from '../src/values/rational.ts'
import { fact, OPTIONS, words } from './random-words.ts'

/** Yearly records: a key, money, an option and a count, each of which may be missing. */
export const YEARS: Records = {
  name: 'years',
  title: words('years'),
  subject: 'party',
  from: 'applicant',
  sensitivity: 'internal',
  key: 'year',
  fields: {
    year: fact('year', 'number', null),
    revenue: fact('revenue', 'amount', '万元'),
    grade: fact('grade', 'choice', null),
    heads: fact('heads', 'count', '人'),
  },
  ask: words('years'),
  help: null,
}

const field = (name: string): Expression => ({ kind: 'field', name })
const number = (n: number): Expression => ({
  kind: 'literal',
  value: { kind: 'quantity', amount: ratio(BigInt(n), 1n), dimension: 'number' },
  printed: String(n),
})
const tenThousand = (n: number): Expression => ({
  kind: 'literal',
  value: { kind: 'quantity', amount: ratio(BigInt(n) * 10_000n, 1n), dimension: 'money' },
  printed: `${n}万元`,
})

const is = fc.constantFrom(...(['=', '!=', '<', '<=', '>', '>='] as const))
const yearOfAsking: Expression = { kind: 'part', is: 'year', of: { kind: 'day-asked' } }
const years = fc.oneof(
  fc.integer({ min: 2022, max: 2025 }).map(number),
  fc.integer({ min: 0, max: 2 }).map(
    (back): Expression => ({
      kind: 'arithmetic',
      is: '-',
      left: yearOfAsking,
      right: number(back),
    }),
  ),
)

const compared = (left: Expression, right: fc.Arbitrary<Expression>) =>
  fc.tuple(is, right).map(
    ([one, other]): Expression => ({
      kind: 'compare',
      is: one,
      left,
      right: other,
    }),
  )

/** A test of the record at hand. */
const tests = fc.oneof(
  compared(field('year'), years),
  compared(field('revenue'), fc.integer({ min: 0, max: 4 }).map(tenThousand)),
  fc.subarray(OPTIONS).map(
    (options): Expression => ({
      kind: 'within',
      of: field('grade'),
      among: options.map((option) => ({ kind: 'choice', option })),
    }),
  ),
)
const where = fc.option(
  fc.oneof(
    tests,
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        fc.array(tests, { minLength: 1, maxLength: 2 }),
      )
      .map(([kind, of]): Expression => ({ kind, of })),
  ),
)

/** Money out of the records: sums, extremes, the one of a year. */
export const moneyOfRecords: fc.Arbitrary<Expression> = fc.oneof(
  where.map(
    (one): Expression => ({
      kind: 'sum',
      records: 'years',
      where: one,
      of: field('revenue'),
    }),
  ),
  fc.tuple(where, fc.constantFrom('min' as const, 'max' as const)).map(
    ([one, which]): Expression => ({
      kind: 'most',
      is: which,
      records: 'years',
      where: one,
      of: field('revenue'),
    }),
  ),
  years.map((key): Expression => ({ kind: 'pick', records: 'years', key, of: field('revenue') })),
)

/** Plain numbers out of the records: how many, how many in a row. */
export const numbersOfRecords: fc.Arbitrary<Expression> = fc.oneof(
  where.map((one): Expression => ({ kind: 'count', records: 'years', where: one })),
  fc
    .tuple(where, fc.constantFrom('longest' as const, 'latest' as const))
    .map(([one, which]): Expression => ({ kind: 'run', is: which, records: 'years', where: one })),
)

export const truthsOfRecords: fc.Arbitrary<Expression> = fc
  .tuple(where, fc.integer({ min: 1, max: 3 }))
  .map(
    ([one, count]): Expression => ({
      kind: 'at-least-records',
      records: 'years',
      where: one,
      count,
    }),
  )

const gap = fc.constantFrom(null, { unavailable: '统计' }, { doesNotApply: true as const })
const mostly = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: gap })

const row = (year: number): fc.Arbitrary<SuppliedRecord> =>
  fc.record({
    year: fc.constant(year),
    revenue: mostly(fc.integer({ min: 0, max: 4 })),
    grade: mostly(fc.constantFrom(...OPTIONS)),
    heads: mostly(fc.integer({ min: 0, max: 4 })),
  })

/** Up to four years in any order, or a list nobody has. */
export const yearly: fc.Arbitrary<readonly SuppliedRecord[] | { unavailable: string } | null> =
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .shuffledSubarray([2021, 2022, 2023, 2024, 2025])
        .chain((list) => fc.tuple(...list.map(row))),
    },
    { weight: 1, arbitrary: fc.constantFrom(null, { unavailable: '统计' }) },
  )
