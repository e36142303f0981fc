import type { Selectable } from 'kysely'
import type { Post } from '../actor.ts'
import type { Day, Instant } from '../day.ts'
import type { PartyId, ZoneId } from '../ids.ts'
import { type ReadTx, reader, type WriteTx, writer } from '../transactions.ts'
import type { Json } from '../words.ts'
import type { Entry, EntryActor, Subject } from './entry.ts'

type Tables = {
  record_entries: {
    zone_id: ZoneId
    seq: bigint
    at: Instant
    on_day: Day
    act: string
    subject_kind: string
    subject_id: string
    actor: Json
    as_post: Json
    on_behalf_of: PartyId | null
    reason: string | null
    cite: string | null
    detail: Json
    prev: string
    hash: string
  }
  record_heads: { zone_id: ZoneId; seq: bigint; hash: string; event_seq: bigint }
  record_readers: {
    zone_id: ZoneId
    subject_kind: string
    subject_id: string
    reader: string
  }
}

export type Head = { readonly seq: number; readonly hash: string; readonly eventSeq: number }

export async function findHead(tx: ReadTx): Promise<Head | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('record_heads')
    .select(['seq', 'hash', 'event_seq'])
    .where('zone_id', '=', tx.zone)
    .executeTakeFirst()
  return row ? { seq: Number(row.seq), hash: row.hash, eventSeq: Number(row.event_seq) } : null
}

/** Takes the zone's head row until the transaction ends: entries and events are numbered under it. */
export async function lockHead(tx: WriteTx): Promise<Head> {
  const row = await writer<Tables>(tx)
    .selectFrom('record_heads')
    .select(['seq', 'hash', 'event_seq'])
    .where('zone_id', '=', tx.zone)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Error(`zone ${tx.zone} has no record: it was never founded`)
  return { seq: Number(row.seq), hash: row.hash, eventSeq: Number(row.event_seq) }
}

export async function moveHead(tx: WriteTx, head: Head): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('record_heads')
    .set({ seq: BigInt(head.seq), hash: head.hash, event_seq: BigInt(head.eventSeq) })
    .where('zone_id', '=', tx.zone)
    .execute()
}

export async function openHead(tx: WriteTx, firstPrev: string): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('record_heads')
    .values({ zone_id: tx.zone, seq: 0n, hash: firstPrev, event_seq: 0n })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertEntry(tx: WriteTx, entry: Entry): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('record_entries')
    .values({
      zone_id: tx.zone,
      seq: BigInt(entry.seq),
      at: entry.at,
      on_day: entry.on,
      act: entry.act,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      actor: JSON.stringify(entry.actor),
      as_post: entry.as && JSON.stringify(entry.as),
      on_behalf_of: entry.onBehalfOf,
      reason: entry.reason,
      cite: entry.cite,
      detail: entry.detail === null ? null : JSON.stringify(entry.detail),
      prev: entry.prev,
      hash: entry.hash,
    })
    .execute()
}

export async function insertReaders(
  tx: WriteTx,
  subject: Subject,
  readers: readonly string[],
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('record_readers')
    .values(
      readers.map((one) => ({
        zone_id: tx.zone,
        subject_kind: subject.kind,
        subject_id: subject.id,
        reader: one,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function selectBySubject(tx: ReadTx, subject: Subject): Promise<Entry[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('record_entries')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('seq')
    .execute()
  return rows.map(toEntry)
}

export async function selectOfSubjects(
  tx: ReadTx,
  kind: string,
  ids: readonly string[],
): Promise<Entry[]> {
  if (ids.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('record_entries')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', kind)
    .where('subject_id', 'in', [...ids])
    .orderBy('seq')
    .execute()
  return rows.map(toEntry)
}

export async function selectByKind(tx: ReadTx, kind: string): Promise<Entry[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('record_entries')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('subject_kind', '=', kind)
    .orderBy('seq')
    .execute()
  return rows.map(toEntry)
}

/** Up to `limit` entries after `seq`, in order. */
export async function selectAfter(tx: ReadTx, seq: number, limit: number): Promise<Entry[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('record_entries')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .where('seq', '>', BigInt(seq))
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

function toEntry(row: Selectable<Tables['record_entries']>): Entry {
  return {
    seq: Number(row.seq),
    at: row.at,
    on: row.on_day,
    act: row.act,
    subject: { kind: row.subject_kind, id: row.subject_id },
    actor: row.actor as EntryActor,
    as: row.as_post as Post | null,
    onBehalfOf: row.on_behalf_of,
    reason: row.reason,
    cite: row.cite,
    detail: row.detail,
    prev: row.prev,
    hash: row.hash,
  }
}
