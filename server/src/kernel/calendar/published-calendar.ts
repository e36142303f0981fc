import { buildCalendar } from './build-calendar.ts'
import { nationalYears } from './national-years.ts'
import { regionalYears } from './regional-years.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The calendar as the notices print it, where there is no zone that has entered more. */
export function publishedCalendar(): WorkingCalendar {
  return buildCalendar([...nationalYears(), ...regionalYears()])
}
