import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Recognition } from './recognition.ts'

export async function listRecognitions(tx: ReadTx, of: PartyId | 'all'): Promise<Recognition[]> {
  throw new Error(`not built yet: ${String([tx, of])}`)
}
