import type { WriteTx } from '../kernel/index.ts'
import type { AttachmentId, Subject } from './folder.ts'

/** Marks a file removed; the caller decides while when (the case is open to its applicant). */
export async function removeAttachment(
  tx: WriteTx,
  of: { subject: Subject; id: AttachmentId },
): Promise<void> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
