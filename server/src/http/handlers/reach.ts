import type { PartyId, ReadTx } from '../../kernel/index.ts'

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
