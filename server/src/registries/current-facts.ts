import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { FactRecord } from './fact.ts'

export async function currentFacts(tx: ReadTx, party: PartyId): Promise<FactRecord[]> {
  throw new Error(`not built yet: ${String([tx, party])}`)
}
