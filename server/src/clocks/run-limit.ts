import {
  addDays,
  type Day,
  daysBetween,
  type Period,
  type WorkingCalendar,
} from '../kernel/index.ts'

/** What befell a running clock: paused, taken up again, or given more time. */
export type Movement =
  | { readonly move: 'suspend' | 'resume'; readonly on: Day }
  | { readonly move: 'extend'; readonly on: Day; readonly length: number }

/** Where a clock stands: `due` is null while it is suspended. */
export type Running = {
  readonly state: 'running' | 'suspended'
  readonly due: Day | null
  /** The first day of the pause that is still open. */
  readonly suspendedOn: Day | null
}

type Counted = { readonly cursor: Day; readonly used: number; readonly paused: Day | null }

/**
 * When a time limit ends, its pauses and extensions counted. The day it starts from does not count
 * (民法典 第201条); months end on the corresponding day (第202条); a last day of rest gives way to the
 * next working day (第203条). Days of a pause do not count (行政许可法 第45条): it begins after the day
 * of suspension, and the day of resumption is like a first day, which does not count (ADR 0073). An
 * extension (第42条) is in working days where the limit is, else in days.
 * Refuses `calendar.unknown-year` where the count runs into a year that nobody published.
 */
export function runLimit(
  calendar: WorkingCalendar,
  clock: { readonly from: Day; readonly limit: Period },
  movements: readonly Movement[] = [],
): Running {
  const extra = sum(movements.map((one) => (one.move === 'extend' ? one.length : 0)))
  const isWorking = clock.limit.unit === 'working-days'
  const count = isWorking ? calendar.workingDaysBetween : daysBetween
  const counted = movements.reduce<Counted>((so, one) => afterMovement(so, one, count), {
    cursor: clock.from,
    used: 0,
    paused: null,
  })
  if (counted.paused !== null) return { state: 'suspended', due: null, suspendedOn: counted.paused }
  const due = isWorking
    ? calendar.addWorkingDays(
        counted.cursor,
        Math.max(0, clock.limit.length + extra - counted.used),
      )
    : calendarDue(calendar, clock, { extra, counted })
  return { state: 'running', due, suspendedOn: null }
}

function afterMovement(so: Counted, one: Movement, count: (from: Day, to: Day) => number): Counted {
  if (one.move === 'suspend' && so.paused === null) {
    return { ...so, used: so.used + count(so.cursor, one.on), paused: one.on }
  }
  return one.move === 'resume' && so.paused !== null ? { ...so, cursor: one.on, paused: null } : so
}

/** Days and months: the pauses and extensions move the end by as many days, then it leaves a day of rest. */
function calendarDue(
  calendar: WorkingCalendar,
  clock: { from: Day; limit: Period },
  { extra, counted }: { extra: number; counted: Counted },
): Day {
  const paused = daysBetween(clock.from, counted.cursor) - counted.used
  if (paused + extra === 0) return calendar.endOfPeriod(clock.from, clock.limit)
  const length = daysBetween(clock.from, calendar.plainEnd(clock.from, clock.limit))
  return calendar.endOfPeriod(addDays(clock.from, paused), { length: length + extra, unit: 'days' })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
