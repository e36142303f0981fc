import type { ReadTx } from '../kernel/index.ts'
import type { Subject } from './folder.ts'
import type { Issued } from './letter.ts'

export async function listIssued(tx: ReadTx, subject: Subject): Promise<Issued[]> {
  throw new Error(`not built yet: ${String([tx, subject])}`)
}
