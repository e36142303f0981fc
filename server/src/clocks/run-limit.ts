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

/** A stretch that does not count, from the day after `from`; `to` is like a first day; null: it lasts. */
export type Suspension = { readonly from: Day; readonly to: Day | null }

type Clock = {
  readonly from: Day
  readonly limit: Period
  /** Stretches that follow from the matter itself, in any order. */
  readonly leftOut?: readonly Suspension[]
}

type Counted = { readonly cursor: Day; readonly used: number; readonly paused: Day | null }

/**
 * When a time limit ends, its pauses and extensions counted. The day it starts from does not count
 * (民法典 第201条); months end on the corresponding day (第202条); a last day of rest gives way to the
 * next working day (第203条). Days of a pause do not count (行政许可法 第45条): it begins after the day
 * of suspension, and the day of resumption is like a first day, which does not count (ADR 0073). An
 * extension (第42条) is in working days where the limit is, else in days. Pauses that overlap count
 * once, whoever made them, and one that begins after the last day changes nothing (ADR 0108).
 * Refuses `calendar.unknown-year` where the count runs into a year that nobody published.
 */
export function runLimit(
  calendar: WorkingCalendar,
  clock: Clock,
  movements: readonly Movement[] = [],
): Running {
  const extra = sum(movements.map((one) => (one.move === 'extend' ? one.length : 0)))
  const isWorking = clock.limit.unit === 'working-days'
  const count = isWorking ? calendar.workingDaysBetween : daysBetween
  const add = isWorking ? calendar.addWorkingDays : addDays
  const most = extra + (isWorking ? clock.limit.length : plainDays(calendar, clock))
  const start: Counted = { cursor: clock.from, used: 0, paused: null }
  const counted = unionOf(
    [...(clock.leftOut ?? []), ...suspensionsIn(movements)],
    clock.from,
  ).reduce((so, one) => afterSuspension(so, one, { count, add, most }), start)
  if (counted.paused !== null) return { state: 'suspended', due: null, suspendedOn: counted.paused }
  const due = isWorking
    ? calendar.addWorkingDays(counted.cursor, Math.max(0, most - counted.used))
    : calendarDue(calendar, clock, { extra, counted })
  return { state: 'running', due, suspendedOn: null }
}

function suspensionsIn(movements: readonly Movement[]): Suspension[] {
  const all: Suspension[] = []
  let from: Day | null = null
  for (const { move, on } of movements) {
    if (move === 'suspend') from ??= on
    if (move !== 'resume' || from === null) continue
    all.push({ from, to: on })
    from = null
  }
  return from === null ? all : [...all, { from, to: null }]
}

/** The stretches in order, those that touch as one; what lies before the first day is cut off. */
function unionOf(all: readonly Suspension[], start: Day): Suspension[] {
  const inOrder = all
    .filter(({ to }) => to === null || to > start)
    .map(({ from, to }) => ({ from: from > start ? from : start, to }))
    .toSorted((one, other) => (one.from < other.from ? -1 : +(one.from > other.from)))
  const union: Suspension[] = []
  for (const one of inOrder) {
    const last = union.at(-1)
    if (!last || (last.to !== null && one.from > last.to)) union.push(one)
    else union[union.length - 1] = { from: last.from, to: laterEnd(last.to, one.to) }
  }
  return union
}

function laterEnd(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return null
  return one > other ? one : other
}

type Counting = {
  readonly count: (from: Day, to: Day) => number
  readonly add: (from: Day, days: number) => Day
  readonly most: number
}

/** One that begins after the limit has run out suspends nothing. */
function afterSuspension(so: Counted, { from, to }: Suspension, counting: Counting): Counted {
  const { count, add, most } = counting
  if (so.paused !== null) return so
  const used = so.used + count(so.cursor, from)
  if (used >= most && from > add(so.cursor, Math.max(0, most - so.used))) return so
  return to === null ? { ...so, used, paused: from } : { cursor: to, used, paused: null }
}

function plainDays(calendar: WorkingCalendar, { from, limit }: Clock): number {
  return daysBetween(from, calendar.plainEnd(from, limit))
}

/** Days and months: the pauses and extensions move the end by as many days, then it leaves a day of rest. */
function calendarDue(
  calendar: WorkingCalendar,
  clock: Clock,
  { extra, counted }: { extra: number; counted: Counted },
): Day {
  const paused = daysBetween(clock.from, counted.cursor) - counted.used
  if (paused + extra === 0) return calendar.endOfPeriod(clock.from, clock.limit)
  const length = plainDays(calendar, clock) + extra
  return calendar.endOfPeriod(addDays(clock.from, paused), { length, unit: 'days' })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
