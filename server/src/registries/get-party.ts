import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Party } from './party.ts'

export async function getParty(tx: ReadTx, id: PartyId): Promise<Party> {
  throw new Error(`not built yet: ${String([tx, id])}`)
}
