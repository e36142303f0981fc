import fc from 'fast-check'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import { expect, expectTypeOf, test } from 'vitest'
import { addDays, addMonths, type Day, dayOf, printValue, readSupplied } from '../src/run.ts'
import {
  add,
  compareRationals,
  decimalText,
  dividedBy,
  ratio,
  rationalOf,
  subtract,
  times,
} from '../src/values/rational.ts'
import { FACTS } from './random-formula.ts'

const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([over, under]) => ratio(over, under))

test('exact numbers: adding and taking away again, multiplying and dividing again, lose nothing', () => {
  fc.assert(
    fc.property(rationals, rationals, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a)
      if (b.over !== '0') expect(dividedBy(times(a, b), b)).toEqual(a)
      expect(Math.sign(compareRationals(a, b))).toBe(-Math.sign(compareRationals(b, a)) + 0)
    }),
  )
})

const size = fc.oneof(
  fc.bigInt({ min: -1_000n, max: 1_000n }),
  fc.bigInt({ min: -(2n ** 53n) - 3n, max: 2n ** 53n + 3n }),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
)
const pairs = fc.tuple(
  size,
  size.map((one) => (one < 0n ? -one : one) || 1n),
)

test('doubles calculate only what they hold: small or large, the same as by BigInt', () => {
  fc.assert(
    fc.property(pairs, pairs, ([n, d], [m, e]) => {
      const [a, b] = [ratio(n, d), ratio(m, e)]
      expect(add(a, b)).toEqual(ratio(n * e + m * d, d * e))
      expect(subtract(a, b)).toEqual(ratio(n * e - m * d, d * e))
      expect(times(a, b)).toEqual(ratio(n * m, d * e))
      expect(dividedBy(a, b)).toEqual(m === 0n ? null : ratio(n * e, d * m))
      const difference = n * e - m * d
      expect(Math.sign(compareRationals(a, b))).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0)
    }),
    { numRuns: 2_000 },
  )
})

test('a decimal text is exact where it ends and cut at ten places where not', () => {
  fc.assert(
    fc.property(pairs, ([n, d]) => {
      const text = decimalText(ratio(n, d))
      const size = n < 0n ? -n : n
      const [whole, rest] = [size / d, size % d]
      const places = String((rest * 10n ** 10n) / d).padStart(10, '0')
      const ends = (rest * 10n ** 10n) % d === 0n
      const digits = ends ? places.replace(/0+$/, '') : `${places}…`
      const sign = n < 0n ? '-' : ''
      expect(text).toBe(`${sign}${whole}${digits === '' ? '' : `.${digits}`}`)
    }),
    { numRuns: 2_000 },
  )
})

test('months move as the calendar of Temporal moves them, and only real days are days', () => {
  const part = fc.integer({ min: 0, max: 99 })
  const two = (of: number) => String(of).padStart(2, '0')
  const years = fc.integer({ min: 0, max: 9_999 })
  const months = fc.integer({ min: -1_500, max: 1_500 })
  fc.assert(
    fc.property(years, fc.tuple(part, part, months), (year, [month, date, by]) => {
      const text = `${String(year).padStart(4, '0')}-${two(month % 14)}-${two(date % 33)}`
      const day = dayOf(text)
      expect(day).toBe(spelt(() => PlainDate.create(year, month % 14, date % 33)))
      if (!day) return
      const from = PlainDate.create(year, month % 14, date % 33)
      expect(addMonths(day, by)).toBe(spelt(() => PlainDate.addMonths(from, by)))
    }),
    { numRuns: 2_000 },
  )
})

function spelt(make: () => PlainDate.Record): string | null {
  try {
    return PlainDate.toString(make())
  } catch {
    return null
  }
}

test('numbers larger than a double can tell apart stay apart', () => {
  const [a, b] = [rationalOf('9007199254740993'), rationalOf('9007199254740992')]
  expect(a && b && compareRationals(a, b)).toBe(1)
})

test.each(['', ' ', '1e3', '0x10', '1,000', '.5', '5.', '--1', '１２', 'NaN', 'Infinity'])(
  '%j is no number',
  (text) => {
    expect(rationalOf(text)).toBeNull()
  },
)

test.each([
  '2025-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-1-1',
  '20250101',
  '2025-02-30',
  '+010000-01-01',
])('%s is no day', (text) => {
  expect(dayOf(text)).toBeNull()
})

const day = (text: string): Day => {
  const read = dayOf(text)
  if (!read) throw new Error(text)
  return read
}
test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-12-31', -10, '2024-02-29'],
  ['2023-11-30', 3, '2024-02-29'],
])('%s moved by %i months is %s: a shorter month ends on its last day', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})
test('365 days and 12 months part ways around a leap day', () => {
  expect(addDays(day('2024-02-01'), 365)).toBe('2025-01-31')
  expect(addMonths(day('2024-02-01'), 12)).toBe('2025-02-01')
})

test('a day is not just any text', () => {
  expectTypeOf<Day>().toExtend<string>()
  expectTypeOf<string>().not.toExtend<Day>()
  // @ts-expect-error text must be read as a day first
  expect(() => addMonths('soon', 1)).toThrow()
})

const staff = FACTS.staff
const turnover = FACTS.turnover
const read = (fact: typeof staff, given: unknown) => {
  if (!fact) throw new Error('no such fact')
  const got = readSupplied(fact, given)
  return 'value' in got ? printValue(fact, got.value) : got.misfit.says.zh
}

test.each([
  [10, '10万元'],
  ['10万元', '10万元'],
  ['100000元', '10万元'],
  ['100千元', '10万元'],
  ['0.001亿元', '10万元'],
  ['100000.01元', '10.000001万元'],
])('an amount asked for in 万元 and given as %j is read as %s', (given, printed) => {
  expect(read(turnover, given)).toBe(printed)
})

test.each([4.5, -1, '5家', 'five', true, [], {}, '5 个人', Number.NaN])(
  '%j is no number of persons, and the reason says so',
  (given) => {
    expect(read(staff, given)).toMatch(/^staff甲：/)
  },
)

test('whatever can be read prints as something that reads the same', () => {
  const spelt = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 9 }),
    fc.integer({ min: 0, max: 9_999 }).map((n) => `${n}.${n}亿元`),
  )
  fc.assert(
    fc.property(spelt, (given) => {
      expect(read(turnover, read(turnover, given))).toBe(read(turnover, given))
    }),
  )
})
