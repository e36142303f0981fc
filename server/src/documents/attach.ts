import type { WriteTx } from '../kernel/index.ts'
import type { Attachment, NewAttachment } from './folder.ts'

export async function attach(tx: WriteTx, input: NewAttachment): Promise<Attachment> {
  throw new Error(`not built yet: ${String([tx, input])}`)
}
