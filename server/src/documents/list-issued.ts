import type { ReadTx } from '../kernel/index.ts'
import { selectIssued } from './documents-store.ts'
import type { Subject } from './folder.ts'
import type { Issued } from './letter.ts'

/** Letters, notices and certificates of a folder, oldest first. */
export async function listIssued(tx: ReadTx, subject: Subject): Promise<Issued[]> {
  return selectIssued(tx, subject)
}
