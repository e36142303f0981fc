import { type ReadTx, refusal } from '../kernel/index.ts'
import { theDesk } from './desk.ts'
import { findAttachment } from './documents-store.ts'
import type { AttachmentId, OpenFile, Subject } from './folder.ts'

export type AttachmentAsked = { readonly subject: Subject; readonly id: AttachmentId }

/**
 * The bytes of a file, checked against their hash; a removed one too, since a filing may have
 * sealed it. One that no scanner has passed yet is not opened: `documents.in-quarantine`. What fails its check is not shown: `documents.file-damaged`.
 */
export async function openAttachment(tx: ReadTx, of: AttachmentAsked): Promise<OpenFile> {
  const attachment = await findAttachment(tx, of)
  if (!attachment) return refusal('documents.file-not-found')
  const { name, scan } = attachment
  if (scan === 'waiting') refusal('documents.in-quarantine', { name })
  if (scan === 'infected') refusal('documents.infected', { name, found: '' })
  const bytes = await theDesk().storage.get(attachment.sha256)
  if (!bytes) return refusal('documents.file-damaged', { name })
  return { name, media: attachment.media, bytes }
}
