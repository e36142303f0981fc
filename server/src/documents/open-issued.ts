import type { ReadTx } from '../kernel/index.ts'
import type { OpenFile, Subject } from './folder.ts'
import type { DocumentId } from './letter.ts'

export async function openIssued(
  tx: ReadTx,
  of: { subject: Subject; id: DocumentId },
): Promise<OpenFile> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
