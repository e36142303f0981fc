import { type Selectable, sql } from 'kysely'
import {
  type Day,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { LedgerKept, PaidSum, Payment } from './payment.ts'
import type { Tables } from './tables.ts'

export async function insertPayment(tx: WriteTx, paid: Payment): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('payments')
    .values({
      zone_id: tx.zone,
      payment_id: paid.id,
      party_id: paid.party,
      pack: paid.pack,
      service: paid.service,
      fen: BigInt(paid.fen),
      paid_on: paid.paidOn,
      corrects: paid.corrects,
      reason: paid.reason,
      entered_on: paid.enteredOn,
      entered_by: paid.enteredBy,
    })
    .execute()
}

/** Newest first. */
export async function selectPayments(tx: ReadTx, party: PartyId): Promise<Payment[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('payments')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .orderBy('paid_on', 'desc')
    .orderBy('payment_id', 'desc')
    .execute()
  return rows.map(toPayment)
}

/** In one statement however many parties; those without a payment are not there. */
export async function selectPaidSums(
  tx: ReadTx,
  ids: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, readonly PaidSum[]>> {
  if (ids.length === 0) return new Map()
  const year = `${tx.today.slice(0, 4)}-01-01` as Day
  const rows = await reader<Tables>(tx)
    .selectFrom('payments')
    .select(['party_id', 'pack', 'service'])
    .select([
      sql<string>`trim_scale(coalesce(sum(fen) filter (where paid_on >= ${year}::date), 0) / 100.0)::text`.as(
        'this_year',
      ),
      sql<string>`trim_scale(sum(fen) / 100.0)::text`.as('so_far'),
    ])
    .where('zone_id', '=', tx.zone)
    .where('party_id', 'in', ids)
    .where('paid_on', '<=', tx.today)
    .groupBy(['party_id', 'pack', 'service'])
    .execute()
  const of = new Map<PartyId, PaidSum[]>()
  for (const { party_id: party, pack, service, this_year: thisYear, so_far: soFar } of rows)
    of.set(party, [...(of.get(party) ?? []), { pack, service, thisYear, soFar }])
  return of
}

export async function insertLedger(tx: WriteTx, kept: LedgerKept): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('ledgers')
    .values({
      zone_id: tx.zone,
      reason: kept.reason,
      said_on: kept.saidOn,
      said_by: kept.saidBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findLedger(tx: ReadTx): Promise<LedgerKept | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('ledgers')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .executeTakeFirst()
  if (!row) return null
  return { reason: row.reason, saidOn: row.said_on, saidBy: row.said_by }
}

function toPayment(row: Selectable<Tables['payments']>): Payment {
  return {
    id: row.payment_id,
    party: row.party_id,
    pack: row.pack,
    service: row.service,
    fen: Number(row.fen),
    paidOn: row.paid_on,
    corrects: row.corrects,
    reason: row.reason,
    enteredOn: row.entered_on,
    enteredBy: row.entered_by,
  }
}
