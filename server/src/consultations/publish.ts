import { publishFolder } from '../documents/index.ts'
import { canonicalJson, type Json, record, refusal, sha256, type WriteTx } from '../kernel/index.ts'
import { type ConsultationId, subjectOf } from './consultation.ts'
import { writeConsultation } from './consultation-store.ts'
import { lockPrepared } from './hold-of.ts'

/**
 * Publishes a consultation: from now on everybody reads it, and draft, note and days stay as they
 * are; the record keeps their hash. Refuses `consultation.no-draft`, `consultation.no-note`, and
 * `consultation.opens-in-the-past` where it lay too long.
 */
export async function publish(tx: WriteTx, id: ConsultationId): Promise<void> {
  const { of: one, as } = await lockPrepared(tx, id, 'consultation.publish')
  const { articles, note, noteFile, opensOn, closesOn, number } = one
  if (articles.length === 0) refusal('consultation.no-draft')
  if (note.trim() === '' && noteFile === null) refusal('consultation.no-note')
  if (opensOn < tx.today) refusal('consultation.opens-in-the-past', { today: tx.today })
  await writeConsultation(tx, id, { published_on: tx.today })
  await publishFolder(tx, subjectOf(id))
  const hash = sha256(canonicalJson({ articles, note } as unknown as Json))
  const detail = { number, opensOn, closesOn, hash }
  await record(tx, { act: 'consultation.publish', subject: subjectOf(id), as, detail })
}
