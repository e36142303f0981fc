import type { PartyId, ReadTx } from '../kernel/index.ts'
import type { FactRecord } from './fact.ts'
import { selectCurrentOf } from './facts-store.ts'
import type { Party } from './party.ts'
import { selectParties, selectPartyIdsAfter } from './registries-store.ts'

/** A party with what is known of it. */
export type KnownParty = { readonly party: Party; readonly facts: readonly FactRecord[] }

/** So many parties in the order of their ids, after one of them or from the first. */
export async function listPartyIds(
  tx: ReadTx,
  page: { readonly after: PartyId | null; readonly limit: number },
): Promise<PartyId[]> {
  return selectPartyIdsAfter(tx, page)
}

/** Parties with their current facts: two statements however many. */
export async function listKnown(tx: ReadTx, ids: readonly PartyId[]): Promise<KnownParty[]> {
  const facts = await selectCurrentOf(tx, ids)
  const parties = await selectParties(tx, ids)
  return parties.map((party) => ({ party, facts: facts.get(party.id) ?? [] }))
}
