import { type Generated, sql } from 'kysely'
import type { Day, Instant } from '../day.ts'
import type { ZoneId } from '../ids.ts'
import { type ReadTx, reader, type WriteTx, writer } from '../transactions.ts'
import type { Json } from '../words.ts'
import type { EventId, ZoneEvent } from './events.ts'

type Tables = {
  events: {
    zone_id: ZoneId
    seq: bigint
    id: EventId
    type: string
    payload: Json
    on_day: Day
    at: Instant
    delivered_at: Generated<Instant | null>
    attempts: Generated<number>
    last_error: Generated<string | null>
    set_aside_at: Generated<Instant | null>
  }
}

export async function insertEvent(tx: WriteTx, event: ZoneEvent): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('events')
    .values({
      zone_id: tx.zone,
      seq: BigInt(event.seq),
      id: event.id,
      type: event.type,
      payload: JSON.stringify(event.payload),
      on_day: event.on,
      at: event.at,
    })
    .execute()
}

/** The oldest event still to deliver, locked so that a second deliverer waits its turn. */
export async function takeNextEvent(tx: WriteTx): Promise<ZoneEvent | null> {
  const row = await writer<Tables>(tx)
    .selectFrom('events')
    .select(['seq', 'id', 'type', 'payload', 'on_day', 'at'])
    .where('zone_id', '=', tx.zone)
    .where('delivered_at', 'is', null)
    .where('set_aside_at', 'is', null)
    .orderBy('seq')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { id, type, payload } = row
  return { id, type, payload, seq: Number(row.seq), on: row.on_day, at: row.at }
}

export async function markDelivered(tx: WriteTx, seq: number): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('events')
    .set({ delivered_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('seq', '=', BigInt(seq))
    .execute()
}

/** Notes a failed attempt; the event is set aside once `patience` attempts have failed. */
export async function noteFailure(
  tx: WriteTx,
  failed: { seq: number; error: string; patience: number },
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('events')
    .set({
      attempts: sql<number>`attempts + 1`,
      last_error: failed.error.slice(0, 2000),
      set_aside_at: sql<Instant | null>`case when attempts + 1 >= ${failed.patience} then ${tx.now}::timestamptz end`,
    })
    .where('zone_id', '=', tx.zone)
    .where('seq', '=', BigInt(failed.seq))
    .where('delivered_at', 'is', null)
    .execute()
}

export type SetAside = {
  readonly seq: number
  readonly type: string
  readonly attempts: number
  readonly error: string | null
}

export async function selectSetAside(tx: ReadTx): Promise<SetAside[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('events')
    .select(['seq', 'type', 'attempts', 'last_error'])
    .where('zone_id', '=', tx.zone)
    .where('set_aside_at', 'is not', null)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: Number(row.seq),
    type: row.type,
    attempts: row.attempts,
    error: row.last_error,
  }))
}
