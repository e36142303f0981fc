import { permit } from '../identity/index.ts'
import { type Instant, type ReadTx, reader, takeUp } from '../kernel/index.ts'
import { attemptsOf } from './message-store.ts'
import type { AttemptOutcome, MessageId, Tables } from './tables.ts'

/** How a message stands, folded from its attempts. */
export type Stands = 'waiting' | 'delivered' | 'kept' | 'set-aside'

export type MessageView = {
  readonly id: MessageId
  readonly channel: string
  readonly kind: string
  /** E-mail addresses are masked: `l•••@kjj.example`; null once erased. */
  readonly to: string | null
  readonly subject: string
  readonly writtenAt: Instant
  readonly stands: Stands
  readonly nextAt: Instant | null
  readonly attempts: readonly {
    readonly at: Instant
    readonly outcome: AttemptOutcome
    readonly told: string
  }[]
}

const MOST = 200

/** The latest messages, or only those set aside or waiting; for the system administrator. */
export async function listMessages(tx: ReadTx, stands: Stands | null): Promise<MessageView[]> {
  permit(tx.actor, 'outbox.read')
  await takeUp(tx, 'outbox')
  const rows = await reader<Tables>(tx)
    .selectFrom('outgoing_messages')
    .select(['id', 'channel', 'kind', 'address', 'subject', 'written_at'])
    .where('zone_id', '=', tx.zone)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  const attempts = await attemptsOf(
    tx,
    rows.map(({ id }) => id),
  )
  const views = rows.map((row): MessageView => {
    const own = attempts.filter((one) => one.message_id === row.id)
    const last = own.at(-1)
    return {
      id: row.id,
      channel: row.channel,
      kind: row.kind,
      to: row.address === null ? null : masked(row.channel, row.address),
      subject: row.subject,
      writtenAt: row.written_at,
      stands: standsAfter(last?.outcome),
      nextAt: last?.next_at ?? null,
      attempts: own.map(({ at, outcome, told }) => ({ at, outcome, told })),
    }
  })
  return stands === null ? views : views.filter((one) => one.stands === stands)
}

export function standsAfter(last: AttemptOutcome | undefined): Stands {
  switch (last) {
    case 'delivered':
      return 'delivered'
    case 'kept':
      return 'kept'
    case 'refused':
    case 'set-aside':
      return 'set-aside'
    default:
      return 'waiting'
  }
}

function masked(channel: string, address: string): string {
  if (channel === 'webhook') return address
  const at = address.lastIndexOf('@')
  return at > 0 ? `${address.slice(0, 1)}•••${address.slice(at)}` : `•••${address.slice(-3)}`
}
