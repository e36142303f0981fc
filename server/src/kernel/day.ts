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
  return numberOf(to) - numberOf(from)
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4))
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(of: Day): number {
  // 0000-03-01, the first of the count, was a Wednesday.
  return ((numberOf(of) + 2) % 7) + 1
}

/**
 * Days since 0000-03-01 of the Gregorian calendar. Years begin in March, so that a leap day is the
 * last of its year and the months before it have a pattern: 31, 30, 31, 30, 31.
 */
function numberOf(of: Day): number {
  const month = Number(of.slice(5, 7))
  const year = yearOf(of) - (month < 3 ? 1 : 0)
  const leaps = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  const before = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return year * 365 + leaps + before + Number(of.slice(8)) - 1
}

// As the database spells nearly all of them; hours and the like are in range then.
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

/** The instant a text spells (PostgreSQL's spelling included), to the millisecond. */
export function instant(text: string): Instant {
  const [, day, time, parts = ''] = IN_UTC.exec(text) ?? []
  if (day) return `${day}T${time}.${parts.slice(0, 3).padEnd(3, '0')}Z` as Instant
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
