import { type PartyId, type ReadTx, refusal } from '../kernel/index.ts'
import type { Party } from './party.ts'
import { findParty } from './registries-store.ts'

/** The party; refuses `registries.party-not-found` when there is none that the actor may see. */
export async function getParty(tx: ReadTx, id: PartyId): Promise<Party> {
  return (await findParty(tx, id)) ?? refusal('registries.party-not-found')
}
