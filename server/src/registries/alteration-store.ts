import { type PartyId, type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { Alteration } from './alter-entry.ts'
import { gramsOf, writtenOf } from './grams.ts'
import type { Tables } from './tables.ts'

type Named = Pick<Tables['parties'], 'party_id' | 'name' | 'name_en' | 'credit_code' | 'written'>

/** Locked until the transaction ends: two alterations of one entry must meet. */
export async function lockParty(tx: WriteTx, id: PartyId): Promise<Named | undefined> {
  return writer<Tables>(tx)
    .selectFrom('parties')
    .select(['party_id', 'name', 'name_en', 'credit_code', 'written'])
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The new name; searches find the one before as well. */
export async function rename(tx: WriteTx, party: Named, name: string): Promise<void> {
  const now = writtenOf({ name, nameEn: party.name_en, creditCode: party.credit_code })
  await writer<Tables>(tx)
    .updateTable('parties')
    .set({ name, written: `${now} ${party.written}` })
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party.party_id)
    .execute()
  await writer<Tables>(tx)
    .insertInto('party_grams')
    .values(gramsOf(now).map((gram) => ({ zone_id: tx.zone, gram, party_id: party.party_id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertAlteration(tx: WriteTx, altered: Alteration): Promise<void> {
  const { id, party, recognition, on, ...said } = altered
  await writer<Tables>(tx)
    .insertInto('alterations')
    .values({
      ...{ ...said, zone_id: tx.zone, alteration_id: id, party_id: party },
      ...{ recognition_id: recognition, altered_on: on },
    })
    .execute()
}

export async function selectAlterations(tx: ReadTx, party: PartyId): Promise<Alteration[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('alterations')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .orderBy('alteration_id', 'desc')
    .execute()
  return rows.map(({ alteration_id: id, recognition_id: recognition, altered_on: on, ...row }) => ({
    ...{ id, recognition, on, party, alters: row.alters, was: row.was, became: row.became },
    ...{ cite: row.cite, reason: row.reason },
  }))
}
