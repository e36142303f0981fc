import { permit } from '../identity/index.ts'
import type { Day, ReadTx } from '../kernel/index.ts'
import { type TimeToComment, timeToComment } from './time-to-comment.ts'

/** The first day on which a consultation opened that day may close, and how it was counted. */
export async function plan(tx: ReadTx, opensOn: Day): Promise<TimeToComment> {
  permit(tx.actor, 'consultation.prepare')
  return timeToComment(tx, { opensOn, closesOn: null })
}
