import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Party } from './party.ts'
import { selectParties } from './registries-store.ts'

/** Those of the parties that may be seen, in one statement and in no particular order. */
export async function listParties(tx: ReadTx, ids: readonly PartyId[]): Promise<Party[]> {
  return selectParties(tx, ids)
}
