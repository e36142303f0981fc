import { mayAct, permit, type Right } from '../../identity/index.ts'
import { type PartyId, type Post, type ReadTx, refusal } from '../../kernel/index.ts'
import { getParty, type Party } from '../../registries/index.ts'

/** A list is read as far as row-level security goes: an officer's own district, or the zone. */
export function ownDistrict({ actor }: ReadTx): { district?: string } {
  const posts = actor.kind === 'person' ? actor.posts : []
  const district = posts.find(({ level }) => level === 'district')?.district
  return district ? { district } : {}
}

/** How a party lies to whoever asks for what is kept of it. */
export function relationOf(party: { id: PartyId; district: string | null }) {
  return { party: party.id, ...(party.district && { district: party.district }) }
}

/** A party within reach of a right, and the post that gives it. */
type Reached = { readonly party: Party; readonly as: Post | null }

/**
 * The party, for who has the right to it. Whoever is signed in and has none is told the same as of a
 * party that never was: `registries.party-not-found`.
 */
export async function reachParty(tx: ReadTx, id: PartyId, right: Right): Promise<Reached> {
  if (tx.actor.kind === 'visitor') permit(tx.actor, right)
  const party = await getParty(tx, id)
  const relation = relationOf(party)
  if (!mayAct(tx.actor, right, relation)) return refusal('registries.party-not-found')
  return { party, as: permit(tx.actor, right, relation) }
}
