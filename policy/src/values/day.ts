import * as PlainDate from 'temporal-polyfill/fns/PlainDate'

/** A calendar day, `yyyy-mm-dd`: never an instant, so it has no zone and no hour. */
export type Day = string & { readonly is: 'Day' }

/** The day a text spells; null for anything but a real yyyy-mm-dd. */
export function dayOf(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8))
  const real = month >= 1 && month <= 12 && date >= 1 && date <= lastOf(yearOf(text), month)
  return real ? (text as Day) : null
}

const yearOf = (text: string): number => Number(text.slice(0, 4))

/** How many days a month has. */
function lastOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** @throws RangeError when the text spells no real day */
function dateOf(text: string): PlainDate.Record {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return PlainDate.create(year, month, day)
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part))

function spelled(date: PlainDate.Record): Day {
  return PlainDate.toString(date) as Day
}

/** The corresponding day so many months on, else the last day of that month (民法典 202). */
export function addMonths(day: Day, months: number): Day {
  const all = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(all / 12), (all % 12) + 1]
  if (day.length === 10 && year >= 1_000 && year < 10_000) {
    const date = Math.min(Number(day.slice(8)), lastOf(year, month))
    return `${year}-${two(month)}-${two(date)}` as Day
  }
  return spelled(PlainDate.addMonths(dateOf(day), months, { overflow: 'constrain' }))
}

export function addDays(day: Day, days: number): Day {
  // Nearly every step stays within its month.
  const date = Number(day.slice(8)) + days
  if (day.length === 10 && date >= 1 && date <= 28) return `${day.slice(0, 8)}${two(date)}` as Day
  return spelled(PlainDate.addDays(dateOf(day), days))
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
  const [start, end] = [dateOf(from), dateOf(to)]
  if (unit === 'days') return PlainDate.diffDays(start, end)
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
