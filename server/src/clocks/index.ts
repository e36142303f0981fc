/**
 * The door of the clocks room: time limits with pauses and extensions, reminders, waiting times,
 * and the calendar as officers enter it. Days and working days themselves are the kernel's.
 */
export { calendarWith, enterCalendar, type NewCalendarYear } from './enter-calendar.ts'
export {
  listAllMovements,
  listMovements,
  MOST_EXTENDED,
  type Moved,
  recordMovement,
} from './movements.ts'
export { refusals } from './refusals.ts'
export {
  type DueClock,
  listReminders,
  REMIND_BEFORE,
  type Reminder,
  type ReminderEvent,
  remind,
} from './reminders.ts'
export { type Movement, type Running, runLimit, type Suspension } from './run-limit.ts'
export { listWaiting, publishWaiting, type Waited, type WaitingTimes } from './waiting.ts'
