import type { ReadTx } from '../kernel/index.ts'
import type { AttachmentId, OpenFile, Subject } from './folder.ts'

export async function openAttachment(
  tx: ReadTx,
  of: { subject: Subject; id: AttachmentId },
): Promise<OpenFile> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
