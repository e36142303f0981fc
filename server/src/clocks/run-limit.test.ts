import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import {
  addDays,
  type Day,
  day,
  loadCalendar,
  type Period,
  type WorkingCalendar,
} from '../kernel/index.ts'
import { type Movement, runLimit } from './index.ts'

let calendar: WorkingCalendar

beforeAll(async () => {
  const zone = await openZone()
  calendar = await zone.asSystem((tx) => loadCalendar(tx))
})

const working = (length: number): Period => ({ length, unit: 'working-days' })
const suspend = (on: string): Movement => ({ move: 'suspend', on: day(on) })
const resume = (on: string): Movement => ({ move: 'resume', on: day(on) })
const extend = (on: string, length: number): Movement => ({ move: 'extend', on: day(on), length })
const due = (from: string, limit: Period, movements: Movement[] = []) =>
  runLimit(calendar, { from: day(from), limit }, movements).due

describe('golden values with the national calendar of 2026', () => {
  test.each([
    [5, '2026-02-09', '2026-02-14'],
    [10, '2026-02-09', '2026-02-28'],
    [20, '2026-02-09', '2026-03-13'],
    [5, '2026-04-27', '2026-05-07'],
    [20, '2026-04-27', '2026-05-27'],
    [10, '2026-09-18', '2026-10-09'],
    [20, '2026-09-18', '2026-10-22'],
  ])('%i working days from %s end on %s', (length, from, end) => {
    expect(due(from, working(length))).toBe(end)
  })

  test('a calendar period that ends on 17 February gives way to the 24th', () => {
    expect(due('2026-02-07', { length: 10, unit: 'days' })).toBe('2026-02-24')
  })

  test('one month from 31 January is 28 February, a working Saturday', () => {
    expect(due('2026-01-31', { length: 1, unit: 'months' })).toBe('2026-02-28')
  })
})

describe('a clock that was moved', () => {
  // Twenty working days from Monday 2 March 2026 end on Monday 30 March.
  test('the days of a pause do not count', () => {
    expect(due('2026-03-02', working(20))).toBe('2026-03-30')
    // Five days used by the 9th; fifteen more after the 16th end on 7 April, past 清明.
    expect(due('2026-03-02', working(20), [suspend('2026-03-09'), resume('2026-03-16')])).toBe(
      '2026-04-07',
    )
  })

  test('while it is suspended nothing is due', () => {
    const {
      state,
      due: on,
      suspendedOn,
    } = runLimit(calendar, { from: day('2026-03-02'), limit: working(20) }, [suspend('2026-03-09')])
    expect({ state, on, suspendedOn }).toEqual({
      state: 'suspended',
      on: null,
      suspendedOn: '2026-03-09',
    })
  })

  test('an extension adds working days, before or after a pause alike', () => {
    const pause = [suspend('2026-03-09'), resume('2026-03-16')]
    const before = due('2026-03-02', working(20), [extend('2026-03-05', 10), ...pause])
    const after = due('2026-03-02', working(20), [...pause, extend('2026-03-20', 10)])
    expect([before, after]).toEqual(['2026-04-21', '2026-04-21'])
  })

  test('a limit in months moves by the days of its pause, then leaves a day of rest', () => {
    const month: Period = { length: 1, unit: 'months' }
    expect(due('2026-03-10', month)).toBe('2026-04-10')
    // One day later would be Saturday the 11th.
    expect(due('2026-03-10', month, [suspend('2026-03-11'), resume('2026-03-12')])).toBe(
      '2026-04-13',
    )
  })

  test('what is left out and what an office suspends overlap: each day is left out once', () => {
    const from = day('2026-03-02')
    const leftOut = [{ from: day('2026-03-05'), to: day('2026-03-12') }]
    const clock = { from, limit: working(20), leftOut }
    // The review ends on the 12th, the office's own pause goes on to the 19th.
    const entered = [suspend('2026-03-09'), resume('2026-03-19')]
    expect(runLimit(calendar, clock, entered).due).toBe(
      due('2026-03-02', working(20), [suspend('2026-03-05'), resume('2026-03-19')]),
    )
    expect(runLimit(calendar, clock, [suspend('2026-03-09')]).state).toBe('suspended')
  })

  test('a pause after the last day changes nothing: what is overdue stays so', () => {
    const late = [suspend('2026-04-01'), resume('2026-04-20')]
    expect(due('2026-03-02', working(20), late)).toBe('2026-03-30')
    expect(due('2026-03-02', working(20), [suspend('2026-04-01')])).toBe('2026-03-30')
    expect(due('2026-03-02', { length: 1, unit: 'months' }, late)).toBe('2026-04-21')
  })

  test('a year without a calendar is refused, never guessed', () => {
    expect(() => due('2026-12-28', working(20))).toThrow(
      expect.objectContaining({ code: 'calendar.unknown-year' }),
    )
  })

  test('property: a pause makes the end later by exactly its working days', () => {
    const offset = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(offset, offset, fc.integer({ min: 15, max: 40 }), (start, length, limit) => {
        const from = day('2026-03-02')
        const paused = calendar.addWorkingDays(from, start)
        const resumed = addDays(paused, length)
        const end = due(from, working(limit), [
          { move: 'suspend', on: paused },
          { move: 'resume', on: resumed },
        ])
        const lost = calendar.workingDaysBetween(paused, resumed)
        expect(end).toBe(due(from, working(limit + lost)))
      }),
    )
  })

  test('property: a day is left out once, however many stretches it lies in', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 }))
    const sorts = fc.array(stretch, { maxLength: 4 })
    fc.assert(
      fc.property(
        sorts,
        fc.option(stretch),
        fc.integer({ min: 5, max: 40 }),
        (some, own, limit) => {
          const from = day('2026-03-02')
          const spans = some.map(([start, length]) => span(from, start, length))
          const entered = own ? span(from, ...own) : null
          const moves = entered ? [suspend(entered.from), resume(entered.to)] : []
          const clock = { from, limit: working(limit), leftOut: spans }
          const all = entered ? [...spans, entered] : spans
          expect(runLimit(calendar, clock, moves).due).toBe(countedByHand(from, limit, all))
        },
      ),
    )
  })
})

const span = (from: Day, start: number, length: number) => ({
  from: addDays(from, start),
  to: addDays(from, start + length),
})

/** Day by day: a working day counts unless some stretch that began in time leaves it out. */
function countedByHand(from: Day, limit: number, all: readonly { from: Day; to: Day }[]): Day {
  let at = from
  for (let left = limit; ; ) {
    // A stretch that begins on the last day still moves it.
    const over = all.filter((one) => one.from <= at && at < one.to)
    if (left === 0 && over.length === 0) return at
    at = addDays(at, 1)
    const counts = !all.some((one) => one.from < at && at <= one.to) && calendar.isWorking(at)
    if (counts && left > 0) left -= 1
  }
}
