import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Recognition } from './recognition.ts'
import { selectRecognitions } from './standing-store.ts'

/** Recognitions, revoked ones included, newest first: of one party, or the public register. */
export async function listRecognitions(tx: ReadTx, of: PartyId | 'all'): Promise<Recognition[]> {
  return selectRecognitions(tx, of)
}
