import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayOfInstant,
  daysBetween,
  instant,
  settableClock,
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
