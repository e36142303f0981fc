import type { Day, Instant } from '../day.ts'
import { type Id, newId } from '../ids.ts'
import { holdHead, setHead } from '../record/record.ts'
import type { WriteTx } from '../transactions.ts'
import type { Json } from '../words.ts'
import { insertEvent } from './event-store.ts'

export type EventId = Id<'EventId'>

export type NewEvent = { readonly type: string; readonly payload: Json }

/** An event as its listeners get it. */
export type ZoneEvent = NewEvent & {
  /** The idempotence key: the same on every attempt, for effects outside the database. */
  readonly id: EventId
  /** The order of the zone's events: 1, 2, 3 …, the order in which their transactions committed. */
  readonly seq: number
  readonly on: Day
  readonly at: Instant
}

/** Writes an event that becomes true if and only if the transaction commits, and is delivered after. */
export async function announce(tx: WriteTx, event: NewEvent): Promise<void> {
  const head = await holdHead(tx)
  const seq = head.eventSeq + 1
  await insertEvent(tx, { ...event, id: newId<EventId>(), seq, on: tx.today, at: tx.now })
  await setHead(tx, { ...head, eventSeq: seq })
}
