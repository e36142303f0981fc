import type { WhomToTell } from '../cases/index.ts'
import { canonicalJson, type Json, type WriteTx, type ZoneEvent } from '../kernel/index.ts'
import type { Kind } from './kinds.ts'
import { writeMessage } from './message-store.ts'
import { listLiveWebhooks } from './webhook-store.ts'

type Telling = {
  readonly kind: Kind
  readonly event: ZoneEvent
  readonly cases: readonly WhomToTell[]
}

/** The body is written once: every attempt sends and signs the same bytes. */
export async function tellWebhooks(tx: WriteTx, { kind, event, cases }: Telling): Promise<void> {
  for (const { id, url, title, kinds } of await listLiveWebhooks(tx)) {
    if (!kinds.includes(kind.name)) continue
    await writeMessage(tx, {
      key: `${event.id} webhook ${id}`,
      channel: 'webhook',
      kind: kind.name,
      webhook: id,
      address: url,
      subject: title,
      body: bodyOf(kind.name, event, cases),
      event: event.id,
    })
  }
}

/** Numbers and identifiers; whoever receives it asks the interface for what it may see. */
function bodyOf(type: string, event: ZoneEvent, cases: readonly WhomToTell[]): string {
  const { notice, until, due, number } = event.payload as Readonly<Record<string, Json>>
  const told = cases.map(({ id, number, service }) => ({ id, number, service }))
  const data = {
    cases: told,
    ...(notice === undefined ? {} : { notice: { id: notice, number, until } }),
    ...(due === undefined ? {} : { due }),
  }
  return canonicalJson({ type, timestamp: event.at, data })
}
