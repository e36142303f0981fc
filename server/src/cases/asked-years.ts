import { listAllMovements } from '../clocks/index.ts'
import { loadCalendar, type ReadTx, type WorkingCalendar, yearOf } from '../kernel/index.ts'
import { selectOpenBoards } from './board-store.ts'
import { runningLimit, standingUnlessUnknown } from './deadlines.ts'
import { lawOf } from './open-case.ts'

/** A year that nobody has published, and how many open cases cannot be counted without it. */
export type AskedYear = { readonly year: number; readonly openClocks: number }

/** From this month on the next year is asked for: its notice is published in about November. */
const ASKED_FROM = 11

/**
 * The years an officer is asked to enter: this one or the next without a national notice, when
 * limits already run into it or November has come. Only who sees the cases sees their number.
 */
export async function askedYears(tx: ReadTx): Promise<AskedYear[]> {
  const calendar = await loadCalendar(tx)
  const { knownYears } = calendar
  const now = yearOf(tx.today)
  const unknown = [now, now + 1].find((year) => !knownYears.includes(year))
  if (unknown === undefined) return []
  const openClocks = await countUncounted(tx, calendar)
  const isNear = unknown === now || Number(tx.today.slice(5, 7)) >= ASKED_FROM
  return isNear || openClocks > 0 ? [{ year: unknown, openClocks }] : []
}

/** Open cases whose limit runs into a year without a calendar. */
async function countUncounted(tx: ReadTx, calendar: WorkingCalendar): Promise<number> {
  if (tx.actor.kind === 'visitor') return 0
  const movements = await listAllMovements(tx)
  let uncounted = 0
  for (const board of await selectOpenBoards(tx, { uncounted: true })) {
    const { service, call } = await lawOf(tx, board)
    const { limits, closes_on: closesOn } = call
    const of = movements.get(board.case_id) ?? []
    const about = { service, limits, closesOn, calendar, today: tx.today, movements: of }
    const clock = runningLimit(board.state, about)
    if (clock && standingUnlessUnknown(clock, about).state === 'unknown-year') uncounted += 1
  }
  return uncounted
}
