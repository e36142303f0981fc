import { calendarDays, publishedCalendar, workingDaysIn } from '../../kernel/index.ts'

/** Working days by the notices that the product ships, where no zone has entered its own. */
export const workingDays = workingDaysIn(calendarDays(publishedCalendar()))
