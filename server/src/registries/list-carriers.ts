import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Carrier } from './party.ts'
import { selectCarriers } from './registries-store.ts'

/** The carriers a party operates, by name. */
export async function listCarriers(tx: ReadTx, operator: PartyId): Promise<Carrier[]> {
  return selectCarriers(tx, operator)
}
