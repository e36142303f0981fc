import type { Selectable } from 'kysely'
import {
  type Day,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Lifted, Repayment } from './recognition.ts'
import type { Tables } from './tables.ts'

export async function insertRepayment(tx: WriteTx, demanded: Repayment): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('repayments')
    .values({
      zone_id: tx.zone,
      repayment_id: demanded.id,
      party_id: demanded.party,
      pack: demanded.pack,
      measure_zh: demanded.measure.zh,
      measure_en: demanded.measure.en,
      amount: demanded.amount,
      demanded_on: demanded.demandedOn,
      cite: demanded.cite,
      reason: demanded.reason,
    })
    .execute()
}

/** Newest first. */
export async function selectRepayments(tx: ReadTx, party: PartyId): Promise<Repayment[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('repayments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .orderBy('demanded_on', 'desc')
    .orderBy('repayment_id', 'desc')
    .execute()
  return rows.map(toRepayment)
}

type Ground = { readonly cite: string; readonly reason: string }

/** Whose bar was lifted; null when there is none, or it was lifted before. */
export async function writeBarLifted(
  tx: WriteTx,
  id: string,
  { cite, reason }: Ground,
): Promise<PartyId | null> {
  const row = await writer<Tables>(tx)
    .updateTable('bars')
    .set({ lifted_on: tx.today, lifted_cite: cite, lifted_reason: reason })
    .where('zone_id', '=', tx.zone)
    .where('bar_id', '=', id)
    .where('lifted_on', 'is', null)
    .returning('party_id')
    .executeTakeFirst()
  return row?.party_id ?? null
}

/** Whose repayment was lifted; null when there is none, or it was lifted before. */
export async function writeRepaymentLifted(
  tx: WriteTx,
  id: string,
  { cite, reason }: Ground,
): Promise<PartyId | null> {
  const row = await writer<Tables>(tx)
    .updateTable('repayments')
    .set({ lifted_on: tx.today, lifted_cite: cite, lifted_reason: reason })
    .where('zone_id', '=', tx.zone)
    .where('repayment_id', '=', id)
    .where('lifted_on', 'is', null)
    .returning('party_id')
    .executeTakeFirst()
  return row?.party_id ?? null
}

/** False when it stands: nothing was there to restore. */
export async function eraseRevocation(tx: WriteTx, id: string): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .updateTable('recognitions')
    .set({ revoked_on: null, revoked_cite: null, revoked_reason: null })
    .where('zone_id', '=', tx.zone)
    .where('recognition_id', '=', id as Tables['recognitions']['recognition_id'])
    .where('revoked_on', 'is not', null)
    .executeTakeFirst()
  return answer.numUpdatedRows === 1n
}

export function liftedOf(row: {
  lifted_on: Day | null
  lifted_cite: string | null
  lifted_reason: string | null
}): Lifted | null {
  const { lifted_on: on, lifted_cite: cite, lifted_reason: reason } = row
  return on && cite && reason ? { on, cite, reason } : null
}

function toRepayment(row: Selectable<Tables['repayments']>): Repayment {
  return {
    id: row.repayment_id as Repayment['id'],
    party: row.party_id,
    pack: row.pack,
    measure: { zh: row.measure_zh, en: row.measure_en },
    amount: row.amount,
    demandedOn: row.demanded_on,
    cite: row.cite,
    reason: row.reason,
    lifted: liftedOf(row),
  }
}
