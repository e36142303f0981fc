import { sql } from 'kysely'
import { permit } from '../identity/index.ts'
import { type Instant, parseId, type ReadTx, reader, takeUp } from '../kernel/index.ts'
import { KINDS } from './kinds.ts'
import { attemptsOf } from './message-store.ts'
import { type AttemptOutcome, type MessageId, OUTCOMES, type Tables } from './tables.ts'

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

type MessagePage = { readonly rows: readonly MessageView[]; readonly next: string | null }

type MessageFilter = {
  readonly stands?: Stands | undefined
  /** The `next` of the page before. */
  readonly cursor?: string | undefined
  /** 1 to 200, else 50. */
  readonly limit?: number | undefined
}

/** Messages, the latest first, a page at a time; for the system administrator. */
export async function listMessages(tx: ReadTx, asked: MessageFilter): Promise<MessagePage> {
  permit(tx.actor, 'outbox.read')
  await takeUp(tx, 'outbox')
  const limit = Math.min(Math.max(asked.limit ?? 50, 1), 200)
  const found = await selectPage(tx, asked, limit + 1)
  const rows = found.slice(0, limit)
  const attempts = await attemptsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map((row) => present(row, attempts)),
    next: found.length > limit ? (rows.at(-1)?.id ?? null) : null,
  }
}

type Row = Pick<
  Tables['outgoing_messages'],
  'id' | 'channel' | 'kind' | 'address' | 'subject' | 'written_at'
>

function selectPage(tx: ReadTx, { stands, cursor }: MessageFilter, limit: number): Promise<Row[]> {
  const last = sql<AttemptOutcome | null>`(
    select outcome from outgoing_attempts a
    where a.zone_id = m.zone_id and a.message_id = m.id order by a.ordinal desc limit 1
  )`
  return reader<Tables>(tx)
    .selectFrom('outgoing_messages as m')
    .select(['m.id', 'channel', 'kind', 'address', 'subject', 'written_at'])
    .where('m.zone_id', '=', tx.zone)
    .$if(stands !== undefined, (query) =>
      query.where(sql<boolean>`coalesce(${last}, 'delayed') = any (${outcomesOf(stands)})`),
    )
    .$if(cursor !== undefined, (query) =>
      query.where('m.id', '<', parseId<MessageId>(cursor ?? '')),
    )
    .orderBy('m.id', 'desc')
    .limit(limit)
    .execute()
}

const outcomesOf = (stands: Stands | undefined) =>
  OUTCOMES.filter((one) => standsAfter(one) === stands)

function present(row: Row, attempts: Awaited<ReturnType<typeof attemptsOf>>): MessageView {
  const own = attempts.filter((one) => one.message_id === row.id)
  const last = own.at(-1)
  // Who judges a case is not the administrator's to know: neither the address nor what a server says of it.
  const isHidden = KINDS.some(({ name, told }) => name === row.kind && told === 'expert')
  return {
    id: row.id,
    channel: row.channel,
    kind: row.kind,
    to: row.address === null ? null : isHidden ? '•••' : masked(row.channel, row.address),
    subject: row.subject,
    writtenAt: row.written_at,
    stands: standsAfter(last?.outcome),
    nextAt: last?.next_at ?? null,
    attempts: own.map(({ at, outcome, told }) => ({ at, outcome, told: isHidden ? '' : told })),
  }
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
