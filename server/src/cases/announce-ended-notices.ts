import { announce, type WriteTx } from '../kernel/index.ts'
import { markEnded } from './notice-store.ts'

/**
 * Announces `notice.closed` once for each notice whose last day has passed. For the clock, as the
 * machine: nothing waits for it, since acts read the window from the record.
 */
export async function announceEndedNotices(tx: WriteTx): Promise<number> {
  const ended = await markEnded(tx)
  for (const { id, number, until } of ended) {
    await announce(tx, { type: 'notice.closed', payload: { notice: id, number, until } })
  }
  return ended.length
}
