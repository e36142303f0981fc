import type { Column } from './piece.ts'

/**
 * The working day so many on from each day, for the numbers a program asks for. Days of the calendar
 * that follow one another without a gap form an island; beyond it nothing is known.
 */
export function movesOf(columns: ReadonlySet<Column>, calendar: string): readonly string[] {
  const asked = [...columns].flatMap(({ made }) => (made.kind === 'moved' ? [made.days] : []))
  const numbers = [...new Set(asked)].sort((a, b) => a - b)
  if (numbers.length === 0) return []
  return [
    `":calendar" as (select c."day", c."working", c."day" - (row_number() over (order by c."day"))::integer as "island", (sum(case when c."working" then 1 else 0 end) over (order by c."day"))::integer as "so many" from ${calendar} c)`,
    `":moves" as (${numbers.map(movesBy).join(' union all ')})`,
  ]
}

/**
 * From the day before a start (going on) or after it (going back): the start itself is never
 * counted and need not be in the calendar.
 */
function movesBy(days: number): string {
  const on = days > 0
  const start = on ? 's."day" - 1' : 's."day" + 1'
  const counted = on
    ? `s."so many" - (case when s."working" then 1 else 0 end) + ${days}`
    : `s."so many" + 1 - ${-days}`
  return `select ${start} as ":day", ${days} as ":days", t."day" as ":target" from ":calendar" s join ":calendar" t on t."working" and t."island" = s."island" and t."so many" = ${counted}`
}
