import { sql } from 'kysely'
import {
  addSeconds,
  type EventId,
  type Instant,
  newId,
  type PersonId,
  type ReadTx,
  reader,
  type Subject,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Outgoing } from './channel.ts'
import type { AttemptOutcome, MessageId, Tables, WebhookId } from './tables.ts'

export type NewMessage = {
  readonly key: string
  readonly channel: string
  readonly kind: string
  readonly person?: PersonId
  readonly webhook?: WebhookId
  readonly address: string
  readonly subject: string
  readonly body: string
  readonly about?: Subject
  readonly event?: EventId
}

/** Writes a message that is due at once; nothing when its key was written before. */
export async function writeMessage(tx: WriteTx, given: NewMessage): Promise<void> {
  const id = newId<MessageId>()
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('outgoing_messages')
    .values({
      zone_id: tx.zone,
      id,
      key: given.key,
      channel: given.channel,
      kind: given.kind,
      person_id: given.person ?? null,
      webhook_id: given.webhook ?? null,
      address: given.address,
      subject: given.subject,
      body: given.body,
      about_kind: given.about?.kind ?? null,
      about_id: given.about?.id ?? null,
      event_id: given.event ?? null,
      written_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'key']).doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows === 1n) await addDue(tx, id)
}

/** A second call changes nothing. */
export async function addDue(tx: WriteTx, id: MessageId): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('outgoing_due')
    .values({ zone_id: tx.zone, message_id: id, due_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A message taken by a sender that dies is due again after so long. */
const LEASE_SECONDS = 600

export type Taken = Outgoing & { readonly attempts: number; readonly failedInARow: number }

/**
 * The message longest due, held for the sender for ten minutes; null when none is.
 * @param leaveOut routes (see `routeOf`) that did not answer in this round
 */
export async function takeDue(tx: WriteTx, leaveOut: readonly string[]): Promise<Taken | null> {
  const row = await writer<Tables>(tx)
    .selectFrom('outgoing_due as due')
    .innerJoin('outgoing_messages as m', (join) =>
      join.onRef('m.zone_id', '=', 'due.zone_id').onRef('m.id', '=', 'due.message_id'),
    )
    .select(['m.id', 'm.channel', 'm.kind', 'm.webhook_id', 'm.address', 'm.subject', 'm.body'])
    .where('due.zone_id', '=', tx.zone)
    .where('due.due_at', '<=', tx.now)
    .where(sql<boolean>`m.channel || ' ' || coalesce(m.webhook_id::text, '') <> all (${leaveOut})`)
    .orderBy('due.due_at')
    .orderBy('m.id')
    .limit(1)
    .forUpdate('due')
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  await moveDue(tx, row.id, addSeconds(tx.now, LEASE_SECONDS))
  const { webhook_id: webhook, address, ...message } = row
  return { ...message, webhook, address: address ?? '', ...(await countAttempts(tx, row.id)) }
}

/** Where a message goes, so that one that does not answer is left alone for a round. */
export const routeOf = ({ channel, webhook }: Pick<Outgoing, 'channel' | 'webhook'>) =>
  `${channel} ${webhook ?? ''}`

async function moveDue(tx: WriteTx, id: MessageId, to: Instant): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('outgoing_due')
    .set({ due_at: to })
    .where('zone_id', '=', tx.zone)
    .where('message_id', '=', id)
    .execute()
}

async function countAttempts(tx: ReadTx, id: MessageId) {
  const attempts = await attemptsOf(tx, [id])
  const lastAgain = attempts.findLastIndex(({ outcome }) => outcome === 'again')
  return { attempts: attempts.length, failedInARow: attempts.length - lastAgain - 1 }
}

export type Attempt = {
  readonly id: MessageId
  readonly ordinal: number
  readonly outcome: AttemptOutcome
  readonly told: string
  readonly nextAt: Instant | null
  readonly by?: PersonId
}

/** Appends what came of an attempt; a message that waits no more leaves the worklist. */
export async function appendAttempt(tx: WriteTx, made: Attempt): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('outgoing_attempts')
    .values({
      zone_id: tx.zone,
      message_id: made.id,
      ordinal: made.ordinal,
      at: tx.now,
      outcome: made.outcome,
      told: made.told.slice(0, 500),
      next_at: made.nextAt,
      by_person: made.by ?? null,
    })
    .execute()
  if (made.nextAt) return moveDue(tx, made.id, made.nextAt)
  await writer<Tables>(tx)
    .deleteFrom('outgoing_due')
    .where('zone_id', '=', tx.zone)
    .where('message_id', '=', made.id)
    .execute()
}

export async function attemptsOf(tx: ReadTx, messages: readonly MessageId[]) {
  if (messages.length === 0) return []
  return reader<Tables>(tx)
    .selectFrom('outgoing_attempts')
    .select(['message_id', 'ordinal', 'at', 'outcome', 'told', 'next_at'])
    .where('zone_id', '=', tx.zone)
    .where('message_id', 'in', [...messages])
    .orderBy('message_id')
    .orderBy('ordinal')
    .execute()
}

/** Takes the person's address and words out of everything written to them. */
export async function eraseMessages(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('outgoing_messages')
    .set({ address: null, body: '' })
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
}
