import { addDays, addMonths, type Day, dayOf } from '@banfa/policy/run'
import { Temporal } from 'temporal-polyfill'
import { refusal } from './refusals.ts'

// A day is the engine's day; what needs an instant or refuses is added here.
export { addDays, addMonths, type Day }

/** A point in time, ISO 8601 in UTC to the millisecond: `2026-03-01T04:00:00.000Z`. */
export type Instant = string & { readonly is: 'Instant' }

/** The day a text spells; refuses `kernel.malformed-day` for anything but a real yyyy-mm-dd. */
export function day(text: string): Day {
  return dayOf(text) ?? refusal('kernel.malformed-day', { text: text.slice(0, 40) })
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

export function yearOf(of: Day): number {
  return Temporal.PlainDate.from(of).year
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(of: Day): number {
  return Temporal.PlainDate.from(of).dayOfWeek
}

/** The instant a text spells (PostgreSQL's spelling included), to the millisecond. */
export function instant(text: string): Instant {
  return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }) as Instant
}

export function addSeconds(from: Instant, seconds: number): Instant {
  return instant(Temporal.Instant.from(from).add({ seconds }).toString())
}

/** Seconds from the first instant to the second, fractions included. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds')
}

/** The calendar day an instant falls on in Shanghai, where all of China keeps its time. */
export function dayOfInstant(at: Instant): Day {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString() as Day
}
