import { permit } from '../identity/index.ts'
import {
  type PersonActor,
  type ReadTx,
  reader,
  record,
  refusal,
  takeUp,
  type WriteTx,
} from '../kernel/index.ts'
import { standsAfter } from './list-messages.ts'
import { addDue, appendAttempt, attemptsOf } from './message-store.ts'
import type { MessageId, Tables, WebhookId } from './tables.ts'

/**
 * Sends once more what was set aside or only kept, under the same id. Refuses
 * `outbox.message.not-found`, `outbox.not-set-aside-conflict` for one that waits or was delivered.
 */
export async function sendAgain(tx: WriteTx, id: MessageId): Promise<void> {
  const as = permit(tx.actor, 'outbox.send')
  await takeUp(tx, 'outbox')
  const known = await reader<Tables>(tx)
    .selectFrom('outgoing_messages')
    .select('address')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known || known.address === null) return refusal('outbox.message.not-found')
  const attempts = await attemptsOf(tx, [id])
  const stands = standsAfter(attempts.at(-1)?.outcome)
  if (stands !== 'set-aside' && stands !== 'kept') refusal('outbox.not-set-aside-conflict')
  await appendAgain(tx, id, attempts.length + 1)
  await record(tx, { act: 'outbox.send-again', subject: { kind: 'message', id }, as })
}

async function appendAgain(tx: WriteTx, id: MessageId, ordinal: number): Promise<void> {
  const by = (tx.actor as PersonActor).person
  await addDue(tx, id)
  await appendAttempt(tx, { id, ordinal, outcome: 'again', told: '', nextAt: tx.now, by })
}

/** What was set aside for a webhook waits again. */
export async function requeueSetAside(tx: WriteTx, webhook: WebhookId): Promise<void> {
  const ids = await messagesOf(tx, webhook)
  const attempts = await attemptsOf(tx, ids)
  const aside = ids.filter((id) => {
    const last = attempts.findLast((one) => one.message_id === id)
    return last?.outcome === 'set-aside'
  })
  for (const id of aside) {
    const made = attempts.filter((one) => one.message_id === id).length
    await appendAgain(tx, id, made + 1)
  }
}

async function messagesOf(tx: ReadTx, webhook: WebhookId): Promise<MessageId[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('outgoing_messages')
    .select('id')
    .where('zone_id', '=', tx.zone)
    .where('webhook_id', '=', webhook)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
