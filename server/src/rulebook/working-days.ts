import type { WorkingDays } from '@banfa/policy/run'
import { addDays, type Day, loadCalendar, type ReadTx, weekday, yearOf } from '../kernel/index.ts'

/** The zone's calendar for formulas that count working days, and the same as a query. */
export type ProgramCalendar = { readonly isWorking: WorkingDays; readonly query: string }

export async function programCalendar(tx: ReadTx): Promise<ProgramCalendar> {
  const calendar = await loadCalendar(tx)
  const years = new Set(calendar.knownYears)
  const isWorking = (text: string) => {
    const at = text as Day
    return years.has(yearOf(at)) ? calendar.isWorking(at) : null
  }
  return { isWorking, query: queryOf([...years], (at) => calendar.isWorking(at)) }
}

/** Every day of the known years; those that differ from their weekday are listed. */
function queryOf(years: readonly number[], isWorking: (at: Day) => boolean): string {
  const differing = years.flatMap((year) =>
    daysOf(year).filter((at) => isWorking(at) !== isWeekday(at)),
  )
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (years.length === 0) return `(select null::date as "day", false as "working" where false)`
  return `(select d::date as "day", (extract(isodow from d) < 6) <> (d::date = any('{${differing.join(',')}}'::date[])) as "working" from generate_series('${first}-01-01'::timestamp, '${last}-12-31'::timestamp, interval '1 day') d where extract(year from d) = any('{${years.join(',')}}'::int[]))`
}

function daysOf(year: number): readonly Day[] {
  const first = `${year}-01-01` as Day
  const all = Array.from({ length: 366 }, (_, at) => addDays(first, at))
  return all.filter((at) => yearOf(at) === year)
}

const isWeekday = (at: Day): boolean => weekday(at) < 6
