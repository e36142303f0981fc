import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { Entitlement } from './entitlement.ts'
import { selectEntitlements } from './entitlements-store.ts'

/** What was answered ahead for a party, by measure and service. */
export async function entitlementsOf(tx: ReadTx, party: PartyId): Promise<Entitlement[]> {
  return selectEntitlements(tx, party)
}
