import { type ReadTx, refusal } from '../kernel/index.ts'
import { theDesk } from './desk.ts'
import { findIssued } from './documents-store.ts'
import { cleanFileName } from './file-name.ts'
import type { OpenFile, Subject } from './folder.ts'
import type { DocumentId } from './letter.ts'

export type IssuedAsked = { readonly subject: Subject; readonly id: DocumentId }

/** The PDF as it was issued, checked against its hash; it is never made anew. */
export async function openIssued(tx: ReadTx, of: IssuedAsked): Promise<OpenFile> {
  const issued = await findIssued(tx, of)
  if (!issued) return refusal('documents.file-not-found')
  const media = 'application/pdf'
  const name = cleanFileName(`${issued.title.zh} ${issued.number}`, media)
  const bytes = await theDesk().storage.get(issued.sha256)
  if (!bytes) return refusal('documents.file-damaged', { name })
  return { name, media, bytes }
}
