import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Carrier } from './party.ts'
import { selectCarriers } from './registries-store.ts'
import { selectTenancies, type TenancyLine } from './tie-store.ts'

/** The carriers a party operates, or all of the zone, by name. */
export async function listCarriers(tx: ReadTx, operator: PartyId | 'all'): Promise<Carrier[]> {
  return selectCarriers(tx, operator)
}

/** The carriers a party sits in today 入驻, as far as the actor may see it. */
export function listTenancies(tx: ReadTx, party: PartyId): Promise<TenancyLine[]> {
  return selectTenancies(tx, party)
}
