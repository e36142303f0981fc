import { addDays, dayOf } from '@banfa/policy/run'
import type { CalendarYear } from '../../../api/generated/types.gen.ts'

type SpecialDay = CalendarYear['days'][number]

export type DaysRead =
  | { readonly days: readonly SpecialDay[] }
  | { readonly misread: { readonly line: number; readonly text: string } }

const LINE = /^(\d{4}-\d{2}-\d{2})(?:\s*[~～至]\s*(\d{4}-\d{2}-\d{2}))?\s+(休|班)\s+(\S.*)$/

/** Longer than any holiday: a mistyped year makes no hundred rows. */
const MOST_DAYS = 31

/** Lines of a notice as days: `2027-02-05~2027-02-11 休 春节`; names the first line that is none. */
export function readDays(text: string): DaysRead {
  const days: SpecialDay[] = []
  for (const [at, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const read = LINE.exec(line)
    const span = read && daysFrom(read[1] ?? '', read[2] ?? read[1] ?? '')
    if (!read || !span) return { misread: { line: at + 1, text: line } }
    const about = { working: read[3] === '班', name: read[4] ?? '' }
    days.push(...span.map((day) => ({ day, ...about })))
  }
  return { days }
}

/** Every day of a span, both ends included; null for days that are none or too many. */
function daysFrom(first: string, last: string): string[] | null {
  const [start, end] = [dayOf(first), dayOf(last)]
  if (!start || !end || end < start) return null
  const days = [start]
  for (let day = start; day < end; days.push(day)) {
    day = addDays(day, 1)
    if (days.length > MOST_DAYS) return null
  }
  return days
}
