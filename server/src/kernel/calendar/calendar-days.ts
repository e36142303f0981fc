import { addDays, type Day, yearOf } from '../day.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** A working-day calendar as plain data, for threads. */
export type CalendarDays = {
  readonly years: readonly number[]
  readonly resting: readonly string[]
}

/** The days of rest of every known year. */
export function calendarDays(calendar: WorkingCalendar): CalendarDays {
  const resting = calendar.knownYears.flatMap((year) => {
    const days: Day[] = []
    for (let at = `${year}-01-01` as Day; yearOf(at) === year; at = addDays(at, 1)) {
      if (!calendar.isWorking(at)) days.push(at)
    }
    return days
  })
  return { years: calendar.knownYears, resting }
}

/** Whether a day is a working one; null in a year whose calendar is not known. */
export function workingDaysIn({ years, resting }: CalendarDays): (day: string) => boolean | null {
  const [known, rests] = [new Set(years), new Set(resting)]
  return (day) => (known.has(Number(day.slice(0, 4))) ? !rests.has(day) : null)
}
