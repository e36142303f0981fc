import { refusal, type WriteTx } from '../kernel/index.ts'
import { findAttachment, markRemoved } from './documents-store.ts'
import type { AttachmentAsked } from './open-attachment.ts'

/**
 * Marks a file as taken back; content and row stay. The caller lets it happen only while the case
 * is open to its applicant.
 */
export async function removeAttachment(tx: WriteTx, of: AttachmentAsked): Promise<void> {
  const attachment = await findAttachment(tx, of)
  if (!attachment) return refusal('documents.file-not-found')
  if (attachment.removedOn !== null) return
  if (!(await markRemoved(tx, of.id))) refusal('documents.not-yours', { name: attachment.name })
}
