import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayOfInstant,
  daysBetween,
  instant,
  settableClock,
  weekday,
} from './index.ts'

test('a day is a real day of the calendar written year-month-day', () => {
  expect(day('2028-02-29')).toBe('2028-02-29')
  for (const text of [
    '2026-02-29',
    '2026-2-1',
    '20260201',
    '2026-02-01T00:00',
    '',
    '２０２６-02-01',
  ]) {
    expect(() => day(text)).toThrow(expect.objectContaining({ code: 'kernel.malformed-day' }))
  }
})

test('an instant falls on the day it is in Shanghai', () => {
  expect(dayOfInstant(instant('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28')
  expect(dayOfInstant(instant('2026-02-28T16:00:00Z'))).toBe('2026-03-01')
})

test('months end on the corresponding day or the last', () => {
  expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
  expect(addMonths(day('2026-01-31'), 13)).toBe('2027-02-28')
  expect(daysBetween(day('2026-02-28'), addDays(day('2026-02-28'), 400))).toBe(400)
  expect(daysBetween(day('2026-03-01'), day('2026-02-28'))).toBe(-1)
})

test('a clock that is set stands at noon until time is let pass', () => {
  const clock = settableClock(day('2026-03-02'))
  expect(clock.now()).toBe('2026-03-02T04:00:00.000Z')
  clock.advance(12 * 3600)
  expect(clock.today()).toBe('2026-03-03')
})

test('days are counted as the calendar of Temporal counts them', () => {
  const anyDay = fc
    .integer({ min: 0, max: 3_000_000 })
    .map((days) => day(Temporal.PlainDate.from('1000-01-01').add({ days }).toString()))
  const plain = (text: string) => Temporal.PlainDate.from(text)
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: -800, max: 800 }), (from, to, days) => {
      expect(daysBetween(from, to)).toBe(plain(from).until(plain(to)).days)
      expect(weekday(from)).toBe(plain(from).dayOfWeek)
      expect(addDays(from, days)).toBe(plain(from).add({ days }).toString())
    }),
  )
})

test('an instant as the database spells it is the instant that it is', () => {
  expect(instant('2026-03-01 04:00:00+00')).toBe('2026-03-01T04:00:00.000Z')
  expect(instant('2026-03-01 04:00:00.1239+00')).toBe('2026-03-01T04:00:00.123Z')
  expect(instant('2026-03-01 12:00:00.5+08')).toBe('2026-03-01T04:00:00.500Z')
})
