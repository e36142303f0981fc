import type { Kernel } from '../kernel.ts'
import type { ReadTx, WriteTx } from '../transactions.ts'
import {
  markDelivered,
  noteFailure,
  type SetAside,
  selectSetAside,
  takeNextEvent,
} from './event-store.ts'
import type { ZoneEvent } from './events.ts'

/** What a room does when it hears of an event; runs in a writing transaction of the machine. */
export type EventHandler = (tx: WriteTx, event: ZoneEvent) => Promise<void>

/** Listeners by event type. An event nobody listens to counts as delivered. */
export type EventHandlers = Readonly<Record<string, readonly EventHandler[]>>

export type Delivery = { readonly delivered: number; readonly failed: ZoneEvent | null }

const PATIENCE = 8

/**
 * Delivers the zone's events in the order their transactions committed. All handlers of an event
 * and the mark that it was delivered are one transaction: in the database an event takes effect
 * once; effects outside it happen at least once and need the event's id. A handler that fails stops
 * the round (order is kept); after eight failed rounds the event is set aside and the rest go on.
 */
export async function deliverEvents(kernel: Kernel, handlers: EventHandlers): Promise<Delivery> {
  let delivered = 0
  for (;;) {
    const outcome = await deliverNext(kernel, handlers)
    if (outcome === 'none') return { delivered, failed: null }
    if (outcome !== 'delivered') return { delivered, failed: outcome }
    delivered += 1
  }
}

/** Events that failed too often and wait for a person. */
export function listSetAsideEvents(tx: ReadTx): Promise<SetAside[]> {
  return selectSetAside(tx)
}

async function deliverNext(
  kernel: Kernel,
  handlers: EventHandlers,
): Promise<'none' | 'delivered' | ZoneEvent> {
  const taken: ZoneEvent[] = []
  try {
    return await kernel.writing({ kind: 'system', job: 'deliver-events' }, async (tx) => {
      const event = await takeNextEvent(tx)
      if (!event) return 'none'
      taken.push(event)
      for (const handle of handlers[event.type] ?? []) await handle(tx, event)
      await markDelivered(tx, event.seq)
      return 'delivered'
    })
  } catch (error) {
    const event = taken[0]
    if (!event) throw error
    await kernel.writing({ kind: 'system', job: 'deliver-events' }, (tx) =>
      noteFailure(tx, { seq: event.seq, error: String(error), patience: PATIENCE }),
    )
    return event
  }
}
