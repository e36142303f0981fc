import { record, type WriteTx } from '../kernel/index.ts'
import { deleteKeptLongerThan } from './comment-store.ts'
import { subjectOf } from './consultation.ts'

/** Time to ask back about an answer; then the purpose has ended (个人信息保护法 第19条, 第47条). */
export const KEPT_DAYS = 90

/** Erases who commented, 90 days after each summary. Safe to run twice. */
export async function forgetDue(tx: WriteTx): Promise<void> {
  for (const [id, erased] of await deleteKeptLongerThan(tx, KEPT_DAYS))
    await record(tx, { act: 'consultation.forget', subject: subjectOf(id), detail: { erased } })
}
