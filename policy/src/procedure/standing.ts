import type { Lasts } from '../program/service.ts'
import { addDays, addMonths, type Day, dayOf } from '../values/day.ts'

/** The last day something granted stands, and the first on which it may be sought anew. */
export type StandingUntil = { readonly until: Day; readonly againFrom: Day | null }

/**
 * When something granted on a day ends. A number of months or years ends on the corresponding day, or
 * the month's last where it is missing, that day included (民法典 201、202). Null for a day the calendar
 * does not have.
 */
export function standsUntil(lasts: Lasts, granted: Day): StandingUntil | null {
  const until = endOf(lasts, granted)
  if (!until) return null
  const { again } = lasts
  return { until, againFrom: again ? later(granted, before(until, again)) : null }
}

function endOf({ end }: Lasts, granted: Day): Day | null {
  if (end.kind === 'after') {
    return addMonths(granted, end.unit === 'years' ? end.length * 12 : end.length)
  }
  const two = (n: number) => String(n).padStart(2, '0')
  const year = Number(granted.slice(0, 4)) + end.years
  return dayOf(`${year}-${two(end.month)}-${two(end.day)}`)
}

/** Counted back in calendar time: nobody loses a day because offices rest. */
function before(until: Day, { length, unit }: NonNullable<Lasts['again']>): Day {
  if (unit === 'years') return addMonths(until, -12 * length)
  return unit === 'months' ? addMonths(until, -length) : addDays(until, -length)
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
