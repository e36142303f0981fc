import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Carrier } from './party.ts'

export async function listCarriers(tx: ReadTx, operator: PartyId): Promise<Carrier[]> {
  throw new Error(`not built yet: ${String([tx, operator])}`)
}
