import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { addDays, type Day, day, loadCalendar, overrideDay, yearOf } from '../index.ts'
import { buildCalendar } from './build-calendar.ts'
import { nationalYears } from './national-years.ts'
import { regionalYears } from './regional-years.ts'

const national = buildCalendar(nationalYears())
const regional = buildCalendar([...regionalYears(), ...nationalYears()])
const days = (length: number) => ({ length, unit: 'working-days' }) as const

test('2026 has 248 working days by the national notice', () => {
  expect(national.workingDaysBetween(day('2025-12-31'), day('2026-12-31'))).toBe(248)
})

// Counted by hand with the notice of 2026; the first day itself does not count (民法典 第201条).
test.each([
  [5, '2026-02-09', '2026-02-14'],
  [10, '2026-02-09', '2026-02-28'],
  [20, '2026-02-09', '2026-03-13'],
  [5, '2026-04-27', '2026-05-07'],
  [20, '2026-04-27', '2026-05-27'],
  [10, '2026-09-18', '2026-10-09'],
  [20, '2026-09-18', '2026-10-22'],
])('%i working days from %s end on %s', (length, from, end) => {
  expect(national.endOfPeriod(day(from), days(length))).toBe(end)
  expect(national.workingDaysBetween(day(from), day(end))).toBe(length)
})

test('a period whose last day is a day of rest ends on the next working day (民法典 第203条)', () => {
  expect(national.endOfPeriod(day('2026-02-07'), { length: 10, unit: 'days' })).toBe('2026-02-24')
})

test('a month ends on the corresponding day, else on the last of the month (民法典 第202条)', () => {
  const month = { length: 1, unit: 'months' } as const
  expect(national.endOfPeriod(day('2026-01-31'), month)).toBe('2026-02-28')
  expect(national.endOfPeriod(day('2026-03-10'), month)).toBe('2026-04-10')
  expect(national.endOfPeriod(day('2024-02-29'), { length: 2, unit: 'years' })).toBe('2026-02-28')
})

test('make-up Saturdays work and notices of the past are known', () => {
  const isWorking = (text: string) => national.isWorking(day(text))
  expect(['2026-02-14', '2025-10-11', '2025-09-28'].map(isWorking)).toEqual([true, true, true])
  // The holiday of September 2015 and the extension of 2020 are where other lists go wrong.
  expect(['2015-09-03', '2020-01-31', '2026-02-23'].map(isWorking)).toEqual([false, false, false])
})

test('肉孜节 and 古尔邦节 are days off in Xinjiang where the year is known', () => {
  const isWorking = (text: string) => regional.isWorking(day(text))
  expect(['2025-06-06', '2025-06-10', '2025-06-11', '2022-05-05'].map(isWorking)).toEqual([
    false,
    false,
    true,
    false,
  ])
  expect(national.isWorking(day('2025-06-06'))).toBe(true)
})

test('the days off between two days are named', () => {
  expect(national.explain(day('2026-09-24'), day('2026-09-29'))).toEqual({
    workingDays: 2,
    restDays: [
      { day: '2026-09-25', name: '中秋' },
      { day: '2026-09-26', name: '中秋' },
      { day: '2026-09-27', name: '中秋' },
    ],
  })
})

test('the years from 2004 to 2026 are known', () => {
  expect(national.knownYears).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
})

test('a year without a notice is refused, never guessed', () => {
  const unknown = { code: 'calendar.unknown-year', params: { year: 2027 } }
  expect(() => national.isWorking(day('2027-01-01'))).toThrow(expect.objectContaining(unknown))
  expect(() => national.endOfPeriod(day('2026-12-28'), days(5))).toThrow(
    expect.objectContaining(unknown),
  )
  expect(() => national.explain(day('2003-12-30'), day('2003-12-31'))).toThrow()
})

test('a day entered by hand speaks over both notices, and makes no year known', async () => {
  const zone = await openZone()
  const source = '市政府通知'
  await zone.asSystem(async (tx) => {
    await overrideDay(tx, { day: day('2026-03-04'), working: false, name: '停工', source })
    await overrideDay(tx, { day: day('2026-05-27'), working: false, name: '古尔邦节', source })
    await overrideDay(tx, { day: day('2027-01-01'), working: false, name: '元旦', source })
  })
  const calendar = await zone.asSystem(loadCalendar)
  expect([day('2026-03-04'), day('2026-05-27')].map(calendar.isWorking)).toEqual([false, false])
  expect(() => calendar.isWorking(day('2027-01-01'))).toThrow()
  expect(calendar.explain(day('2026-03-03'), day('2026-03-05')).workingDays).toBe(1)
})

const aDay = fc
  .integer({ min: 0, max: 365 * 12 })
  .map((offset) => addDays(day('2014-01-01'), offset))
const aLength = fc.integer({ min: 0, max: 60 })

test('property: counting to where one arrived gives back what one walked', () => {
  fc.assert(
    fc.property(aDay, aLength, (from, length) => {
      fc.pre(yearOf(addDays(from, 150)) <= 2026)
      const end = regional.addWorkingDays(from, length)
      return regional.workingDaysBetween(from, end) === length
    }),
  )
})

test('property: a longer period never ends earlier, and no period ends on a day of rest', () => {
  const units = fc.constantFrom('working-days', 'days', 'months')
  fc.assert(
    fc.property(aDay, aLength, units, (from, length, unit) => {
      const short = unit === 'months' ? length % 6 : length
      fc.pre(yearOf(addDays(from, 260)) <= 2026)
      const end = (of: number): Day => regional.endOfPeriod(from, { length: of, unit })
      return end(short) <= end(short + 1) && regional.isWorking(end(short + 1))
    }),
  )
})

test('property: working days and days of rest are all the days there are', () => {
  fc.assert(
    fc.property(aDay, aLength, (from, length) => {
      fc.pre(yearOf(addDays(from, length)) <= 2026)
      const { workingDays, restDays } = regional.explain(from, addDays(from, length))
      return workingDays + restDays.length === length
    }),
  )
})
