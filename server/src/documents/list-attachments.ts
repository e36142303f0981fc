import type { ReadTx } from '../kernel/index.ts'
import type { Attachment, Subject } from './folder.ts'

/** Files not removed, oldest first. */
export async function listAttachments(tx: ReadTx, subject: Subject): Promise<Attachment[]> {
  throw new Error(`not built yet: ${String([tx, subject])}`)
}
