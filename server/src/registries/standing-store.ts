import { type Selectable, sql } from 'kysely'
import {
  type Day,
  type PartyId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Bar, Recognition, RecognitionId } from './recognition.ts'
import { liftedOf } from './repayment-store.ts'
import type { Tables } from './tables.ts'

export async function insertRecognition(tx: WriteTx, granted: Recognition): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('recognitions')
    .values({
      zone_id: tx.zone,
      recognition_id: granted.id,
      party_id: granted.party,
      pack: granted.pack,
      service: granted.service,
      title_zh: granted.title.zh,
      title_en: granted.title.en,
      number: granted.number,
      cite: granted.cite,
      granted_on: granted.grantedOn,
      valid_until: granted.validUntil,
      again_from: granted.againFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}

/** Locked until the transaction ends: two revocations of one recognition must meet. */
export async function lockRecognition(tx: WriteTx, id: RecognitionId): Promise<Recognition | null> {
  const row = await writer<Tables>(tx)
    .selectFrom('recognitions')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('recognition_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? toRecognition(row) : null
}

export async function writeRevocation(
  tx: WriteTx,
  revoked: { id: RecognitionId; cite: string; reason: string },
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('recognitions')
    .set({ revoked_on: tx.today, revoked_cite: revoked.cite, revoked_reason: revoked.reason })
    .where('zone_id', '=', tx.zone)
    .where('recognition_id', '=', revoked.id)
    .execute()
}

/** Newest first. */
export async function selectRecognitions(tx: ReadTx, of: PartyId | 'all'): Promise<Recognition[]> {
  let query = reader<Tables>(tx)
    .selectFrom('recognitions')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('granted_on', 'desc')
    .orderBy('recognition_id', 'desc')
  if (of !== 'all') query = query.where('party_id', '=', of)
  return (await query.execute()).map(toRecognition)
}

export async function insertBar(tx: WriteTx, bar: Bar): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('bars')
    .values({
      zone_id: tx.zone,
      bar_id: bar.id,
      party_id: bar.party,
      pack: bar.pack,
      measure_zh: bar.measure.zh,
      measure_en: bar.measure.en,
      bar_from: bar.from,
      bar_until: bar.until,
      services: bar.services === 'all' ? null : [...bar.services],
      cite: bar.cite,
      reason: bar.reason,
    })
    .execute()
}

export async function selectBars(tx: ReadTx, party: PartyId): Promise<Bar[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('bars')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .orderBy('bar_until', 'desc')
    .orderBy('bar_id', 'desc')
    .execute()
  return rows.map(toBar)
}

/** Of the bars that cover the service on the day, the one that ends last. */
export async function findBarOn(
  tx: ReadTx,
  of: { party: PartyId; service: string; on: Day },
): Promise<Bar | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('bars')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', of.party)
    .where('bar_from', '<=', of.on)
    .where('bar_until', '>=', of.on)
    .where('lifted_on', 'is', null)
    .where(sql<boolean>`(services is null or ${of.service} = any (services))`)
    .orderBy('bar_until', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toBar(row) : null
}

function toRecognition(row: Selectable<Tables['recognitions']>): Recognition {
  return {
    id: row.recognition_id,
    party: row.party_id,
    pack: row.pack,
    service: row.service,
    title: { zh: row.title_zh, en: row.title_en },
    number: row.number,
    cite: row.cite,
    grantedOn: row.granted_on,
    validUntil: row.valid_until,
    againFrom: row.again_from,
    revokedOn: row.revoked_on,
    revokedCite: row.revoked_cite,
    revokedReason: row.revoked_reason,
  }
}

function toBar(row: Selectable<Tables['bars']>): Bar {
  return {
    id: row.bar_id as Bar['id'],
    party: row.party_id,
    pack: row.pack,
    measure: { zh: row.measure_zh, en: row.measure_en },
    from: row.bar_from,
    until: row.bar_until,
    services: row.services ?? 'all',
    cite: row.cite,
    reason: row.reason,
    lifted: liftedOf(row),
  }
}
