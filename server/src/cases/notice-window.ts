import { type Limit, stepFor } from '@banfa/policy/run'
import { type Day, loadCalendar, type ReadTx, refusal, type Words } from '../kernel/index.ts'
import { countedWords, limitSet } from './deadlines.ts'
import type { OpenCase } from './open-case.ts'

/** First and last day of a public notice published today, and how the days between were counted. */
export type NoticeWindow = {
  readonly from: Day
  /** The last day on which an objection is taken. */
  readonly until: Day
  readonly workingDays: number
  readonly counted: Words
  /** The published notices of days off that the count rests on, each once. */
  readonly calendar: readonly string[]
}

/**
 * The window of one notice over several cases: the longest of theirs, the day of publication not
 * counted. Refuses `case.mixed-notice` when they rest on different texts.
 */
export async function windowOf(tx: ReadTx, cases: readonly OpenCase[]): Promise<NoticeWindow> {
  const texts = new Set(cases.map(({ program }) => program.digest))
  if (texts.size > 1) refusal('case.mixed-notice', { texts: texts.size }, { field: 'cases' })
  const calendar = await loadCalendar(tx)
  const ends = cases.map((one) => calendar.endOfPeriod(tx.today, windowOfCase(one)))
  const until = ends.toSorted().at(-1) ?? tx.today
  return {
    from: tx.today,
    until,
    workingDays: calendar.workingDaysBetween(tx.today, until),
    counted: countedWords(calendar, tx.today, until),
    calendar: calendar.sources(tx.today, until),
  }
}

/** In working days or days, as the pack prints it. */
function windowOfCase({ service, call }: OpenCase): Limit {
  const limit = limitSet(stepFor(service, 'publicise')?.window ?? null, call.limits.publicise)
  if (!limit) throw new Error(`${service.name} publicises without a window`)
  return limit
}
