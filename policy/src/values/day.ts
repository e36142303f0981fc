import { Temporal } from 'temporal-polyfill'

/** A calendar day, `yyyy-mm-dd`: never an instant, so it has no zone and no hour. */
export type Day = string & { readonly is: 'Day' }

/** The day a text spells; null for anything but a real yyyy-mm-dd. */
export function dayOf(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day
  } catch {
    return null
  }
}

/** The corresponding day so many months on, else the last day of that month (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: 'constrain' }).toString() as Day
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day
}

/** The first day of the day's month or year. */
export function startOf(unit: 'month' | 'year', day: Day): Day {
  return `${day.slice(0, unit === 'month' ? 7 : 4)}${unit === 'month' ? '' : '-01'}-01` as Day
}

/**
 * Whole days, months or years from one day to another: the most that can be added to the first
 * without passing the second (by the rule of `addMonths`); negative when it comes after.
 */
export function between(unit: 'days' | 'months' | 'years', from: Day, to: Day): number {
  if (to < from) return -between(unit, to, from)
  const [start, end] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  if (unit === 'days') return start.until(end, { largestUnit: 'day' }).days
  const months = (end.year - start.year) * 12 + (end.month - start.month)
  const whole = addMonths(from, months) > to ? months - 1 : months
  return unit === 'months' ? whole : Math.floor(whole / 12)
}

/** So many working days on (or back); the day itself is not counted. Null beyond the calendar. */
export function addWorkingDays(
  day: Day,
  by: number,
  isWorking: (day: Day) => boolean | null,
): Day | null {
  const step = Math.sign(by)
  let at = day
  for (let left = Math.abs(by); left > 0; ) {
    at = addDays(at, step)
    const working = isWorking(at)
    if (working === null) return null
    if (working) left -= 1
  }
  return at
}
