import { addDays, addMonths, type Day, daysBetween, weekday, yearOf } from '../day.ts'
import { refusal } from '../refusals.ts'
import { LAYERS, type LayerYear, type SpecialDay } from './calendar-store.ts'
import type { Period, RestDay, WorkingCalendar } from './working-calendar.ts'

/** Special days with every layer applied, and the years whose national notice is known. */
type Known = {
  readonly days: ReadonlyMap<string, SpecialDay>
  readonly years: ReadonlySet<number>
}

/**
 * A calendar from its layers: the regional notice speaks over the national one, what was entered by
 * hand over both. A year is known only when its national notice is.
 */
export function buildCalendar(layerYears: readonly LayerYear[]): WorkingCalendar {
  const known = knownFrom(layerYears)
  return {
    knownYears: [...known.years].sort((a, b) => a - b),
    isWorking: (day) => isWorking(known, day),
    addWorkingDays: (from, days) => addWorkingDays(known, from, days),
    workingDaysBetween: (from, to) => explain(known, from, to).workingDays,
    endOfPeriod: (start, period) => endOfPeriod(known, start, period),
    plainEnd: calendarEnd,
    sources: (from, to) => sources(layerYears, from, to),
    explain: (from, to) => explain(known, from, to),
  }
}

function sources(layerYears: readonly LayerYear[], from: Day, to: Day): string[] {
  const inOrder = LAYERS.flatMap((layer) => layerYears.filter((one) => one.layer === layer))
  const asked = inOrder.filter(({ year }) => year >= yearOf(from) && year <= yearOf(to))
  return [...new Set(asked.map(({ source }) => source))]
}

function knownFrom(layerYears: readonly LayerYear[]): Known {
  const inOrder = LAYERS.flatMap((layer) => layerYears.filter((one) => one.layer === layer))
  return {
    days: new Map(inOrder.flatMap((one) => Object.entries(one.days))),
    years: new Set(layerYears.filter((one) => one.layer === 'national').map((one) => one.year)),
  }
}

function isWorking(known: Known, day: Day): boolean {
  const year = yearOf(day)
  if (!known.years.has(year)) refusal('calendar.unknown-year', { year })
  return known.days.get(day)?.working ?? weekday(day) <= 5
}

function addWorkingDays(known: Known, from: Day, days: number): Day {
  if (!Number.isInteger(days) || days < 0) throw new Error(`${days} is no number of working days`)
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorking(known, day)) left -= 1
  }
  return day
}

function explain(
  known: Known,
  from: Day,
  to: Day,
): { workingDays: number; restDays: readonly RestDay[] } {
  const length = Math.max(0, daysBetween(from, to))
  const days = Array.from({ length }, (_, index) => addDays(from, index + 1))
  const restDays = days
    .filter((day) => !isWorking(known, day))
    .map((day) => ({ day, name: known.days.get(day)?.name ?? null }))
  return { workingDays: length - restDays.length, restDays }
}

function endOfPeriod(known: Known, start: Day, period: Period): Day {
  if (period.unit === 'working-days') return addWorkingDays(known, start, period.length)
  return firstWorkingDayFrom(known, calendarEnd(start, period))
}

function calendarEnd(start: Day, period: Period): Day {
  if (period.unit === 'days') return addDays(start, period.length)
  return addMonths(start, period.unit === 'years' ? period.length * 12 : period.length)
}

/** 民法典 第203条: a last day that is a day of rest gives way to the day after the rest. */
function firstWorkingDayFrom(known: Known, end: Day): Day {
  let day = end
  while (!isWorking(known, day)) day = addDays(day, 1)
  return day
}
