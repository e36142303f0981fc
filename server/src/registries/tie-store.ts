import {
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { TieKind } from './enter-tie.ts'
import type { CarrierId } from './party.ts'
import type { Tables } from './tables.ts'

/** False when it was entered before. */
export async function insertTie(
  tx: WriteTx,
  tie: { readonly expert: PersonId; readonly party: PartyId; readonly kind: TieKind },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('expert_ties')
    .values({
      zone_id: tx.zone,
      person_id: tie.expert,
      party_id: tie.party,
      kind: tie.kind,
      entered_on: tx.today,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export async function insertTenancy(
  tx: WriteTx,
  { carrier, party }: { readonly carrier: CarrierId; readonly party: PartyId },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('tenancies')
    .values({ zone_id: tx.zone, carrier_id: carrier, party_id: party, entered_on: tx.today })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
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
    .execute()
  const runs = await read
    .selectFrom('carriers')
    .select(['carrier_id as id', 'name', 'operator_id as party'])
    .where('zone_id', '=', tx.zone)
    .where('operator_id', 'in', parties)
    .execute()
  return [...sits, ...runs]
}
