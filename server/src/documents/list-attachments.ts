import type { ReadTx } from '../kernel/index.ts'
import { selectAttachments } from './documents-store.ts'
import type { Attachment, Subject } from './folder.ts'

/** Files of a folder that were not removed, oldest first. */
export async function listAttachments(tx: ReadTx, subject: Subject): Promise<Attachment[]> {
  return selectAttachments(tx, subject)
}
