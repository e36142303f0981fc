import { type Day, type PartyId, type PersonId, type ReadTx, reader } from '../kernel/index.ts'
import type { TieKind } from './enter-tie.ts'
import type { Tables } from './tables.ts'

/** What stands between an expert and a party: a tie an office entered, or what the expert declared. */
export type KnownTie = {
  readonly expert: PersonId
  readonly party: PartyId
  readonly partyName: string
  readonly kind: TieKind | 'declared'
  readonly on: Day
  /** As the expert gave it; null for a tie. */
  readonly reason: string | null
}

/** The ties that stand today and every recusal declared, as far as the actor may see them. */
export async function listTies(tx: ReadTx): Promise<KnownTie[]> {
  const ties = await reader<Tables>(tx)
    .selectFrom('expert_ties as t')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.zone_id', '=', 't.zone_id').onRef('p.party_id', '=', 't.party_id'),
    )
    .select(['t.person_id as expert', 't.party_id as party', 'p.name as partyName'])
    .select(['t.kind', 't.entered_on as on'])
    .where('t.zone_id', '=', tx.zone)
    .where('t.ended_on', 'is', null)
    .orderBy('t.entered_on')
    .orderBy('p.name')
    .execute()
  const declared = await reader<Tables>(tx)
    .selectFrom('expert_conflicts as d')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.zone_id', '=', 'd.zone_id').onRef('p.party_id', '=', 'd.party_id'),
    )
    .select(['d.person_id as expert', 'd.party_id as party', 'p.name as partyName'])
    .select(['d.declared_on as on', 'd.reason'])
    .where('d.zone_id', '=', tx.zone)
    .orderBy('d.declared_on')
    .orderBy('p.name')
    .execute()
  return [
    ...ties.map((tie) => ({ ...tie, reason: null })),
    ...declared.map((one) => ({ ...one, kind: 'declared' as const })),
  ]
}
