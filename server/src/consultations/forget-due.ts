import { record, takeUp, type WriteTx } from '../kernel/index.ts'
import { deleteKeptLongerThan } from './comment-store.ts'
import { subjectOf } from './consultation.ts'

/**
 * Time to ask back about an answer; then the purpose has ended (个人信息保护法 第19条, 第47条). A
 * consultation that nobody ever sums up keeps no name for ever either.
 */
const KEPT = { afterSummary: 90, afterClosing: 365 } as const

/** Erases who commented once their time is over. Safe to run twice. */
export async function forgetDue(tx: WriteTx): Promise<void> {
  // The policies let the machine in for this alone.
  await takeUp(tx, 'forget-commenters')
  for (const [id, erased] of await deleteKeptLongerThan(tx, KEPT))
    await record(tx, { act: 'consultation.forget', subject: subjectOf(id), detail: { erased } })
}
