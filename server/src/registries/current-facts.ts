import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { FactRecord } from './fact.ts'
import { selectCurrent } from './facts-store.ts'

/** What is known of a party: one value a fact, a verified one before a declared one. */
export async function currentFacts(tx: ReadTx, party: PartyId): Promise<FactRecord[]> {
  return selectCurrent(tx, party)
}
