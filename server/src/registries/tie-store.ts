import {
  type Day,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Tenancy, Tie, TieKind } from './enter-tie.ts'
import type { CarrierId } from './party.ts'
import type { Tables } from './tables.ts'

/** False when it stands already; one that had ended begins anew today. */
export async function insertTie(tx: WriteTx, tie: Tie): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('expert_ties')
    .values({
      zone_id: tx.zone,
      person_id: tie.expert,
      party_id: tie.party,
      kind: tie.kind,
      entered_on: tx.today,
      ended_on: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'person_id', 'party_id', 'kind'])
        .doUpdateSet({ entered_on: tx.today, ended_on: null })
        .where('expert_ties.ended_on', 'is not', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when there is none to end. */
export async function endTieRow(tx: WriteTx, tie: Tie): Promise<boolean> {
  const { numUpdatedRows } = await writer<Tables>(tx)
    .updateTable('expert_ties')
    .set({ ended_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', tie.expert)
    .where('party_id', '=', tie.party)
    .where('kind', '=', tie.kind)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when it stands already; one that had ended begins anew today. */
export async function insertTenancy(tx: WriteTx, { carrier, party }: Tenancy): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('tenancies')
    .values({
      zone_id: tx.zone,
      carrier_id: carrier,
      party_id: party,
      entered_on: tx.today,
      ended_on: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'carrier_id', 'party_id'])
        .doUpdateSet({ entered_on: tx.today, ended_on: null })
        .where('tenancies.ended_on', 'is not', null),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** False when there is none to end. */
export async function endTenancyRow(tx: WriteTx, { carrier, party }: Tenancy): Promise<boolean> {
  const { numUpdatedRows } = await writer<Tables>(tx)
    .updateTable('tenancies')
    .set({ ended_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('carrier_id', '=', carrier)
    .where('party_id', '=', party)
    .where('ended_on', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function hasCarrier(tx: ReadTx, id: CarrierId): Promise<boolean> {
  const found = await reader<Tables>(tx)
    .selectFrom('carriers')
    .select('carrier_id')
    .where('zone_id', '=', tx.zone)
    .where('carrier_id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

export type TenancyLine = {
  readonly carrier: CarrierId
  readonly name: string
  readonly on: Day
}

export function selectTenancies(tx: ReadTx, party: PartyId): Promise<TenancyLine[]> {
  return reader<Tables>(tx)
    .selectFrom('tenancies as t')
    .innerJoin('carriers as c', (join) =>
      join.onRef('c.zone_id', '=', 't.zone_id').onRef('c.carrier_id', '=', 't.carrier_id'),
    )
    .select(['t.carrier_id as carrier', 'c.name', 't.entered_on as on'])
    .where('t.zone_id', '=', tx.zone)
    .where('t.party_id', '=', party)
    .where('t.ended_on', 'is', null)
    .orderBy('c.name')
    .execute()
}

export function selectTies(
  tx: ReadTx,
  of: { readonly expert: PersonId; readonly parties: readonly PartyId[] },
): Promise<{ party: PartyId; kind: TieKind }[]> {
  return reader<Tables>(tx)
    .selectFrom('expert_ties')
    .select(['party_id as party', 'kind'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', of.expert)
    .where('party_id', 'in', of.parties)
    .where('ended_on', 'is', null)
    .execute()
}

/** The carriers in which any of the parties sits, or which it runs. */
export async function carriersOf(
  tx: ReadTx,
  parties: readonly PartyId[],
): Promise<{ id: CarrierId; name: string; party: PartyId }[]> {
  if (parties.length === 0) return []
  const read = reader<Tables>(tx)
  const sits = await read
    .selectFrom('tenancies as t')
    .innerJoin('carriers as c', (join) =>
      join.onRef('c.zone_id', '=', 't.zone_id').onRef('c.carrier_id', '=', 't.carrier_id'),
    )
    .select(['c.carrier_id as id', 'c.name', 't.party_id as party'])
    .where('t.zone_id', '=', tx.zone)
    .where('t.party_id', 'in', parties)
    .where('t.ended_on', 'is', null)
    .execute()
  const runs = await read
    .selectFrom('carriers')
    .select(['carrier_id as id', 'name', 'operator_id as party'])
    .where('zone_id', '=', tx.zone)
    .where('operator_id', 'in', parties)
    .execute()
  return [...sits, ...runs]
}
