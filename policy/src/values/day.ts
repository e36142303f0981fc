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
