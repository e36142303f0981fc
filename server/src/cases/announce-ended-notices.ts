import { REMIND_BEFORE } from '../clocks/index.ts'
import { loadCalendar, type WriteTx } from '../kernel/index.ts'
import { markEnded, markEnding } from './notice-store.ts'
import { tell } from './tell.ts'

/**
 * Announces `notice.ending` once for each notice that ends within two working days, and
 * `notice.closed` once for each whose last day has passed. For the clock, as the machine: nothing
 * waits for either, since acts read the window from the record.
 */
export async function announceEndedNotices(tx: WriteTx): Promise<number> {
  const soon = (await loadCalendar(tx)).addWorkingDays(tx.today, REMIND_BEFORE)
  for (const { id, number, until } of await markEnding(tx, soon)) {
    await tell(tx, { type: 'notice.ending', payload: { notice: id, number, until } })
  }
  const ended = await markEnded(tx)
  for (const { id, number, until } of ended) {
    await tell(tx, { type: 'notice.closed', payload: { notice: id, number, until } })
  }
  return ended.length
}
