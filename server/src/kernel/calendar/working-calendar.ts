import type { Day } from '../day.ts'

/** A period as a measure writes it; `Limit` of @banfa/policy fits. */
export type Period = {
  readonly length: number
  readonly unit: 'working-days' | 'days' | 'months' | 'years'
}

/** A day off between two days, and why: a rest day of the national or regional notice, or a weekend. */
export type RestDay = { readonly day: Day; readonly name: string | null }

export interface WorkingCalendar {
  /** The years whose national notice is entered, in order. */
  readonly knownYears: readonly number[]
  /** Every question about a day whose year has no published notice refuses `calendar.unknown-year`. */
  isWorking(day: Day): boolean
  /** The nth working day after a day, which itself does not count (民法典 第201条). n ≥ 0; 0 gives the day itself. */
  addWorkingDays(from: Day, days: number): Day
  /** Working days after the first up to and including the second: the inverse of addWorkingDays. */
  workingDaysBetween(from: Day, to: Day): number
  /** The last day of a period: start not counted (201), months by the corresponding day (202), never a rest day (203). */
  endOfPeriod(start: Day, period: Period): Day
  /** The same last day before it gives way to a day of rest; working days are not for it. */
  plainEnd(start: Day, period: Period): Day
  /** Where the days off between two days were published: every layer of their years, each once. */
  sources(from: Day, to: Day): readonly string[]
  /** The same count with the days off named, for people who count along. */
  explain(from: Day, to: Day): { workingDays: number; restDays: readonly RestDay[] }
}
