import { type ReadTx, reader, type WriteTx, writer } from '../kernel/index.ts'
import type { Tables, WebhookId } from './tables.ts'

const COLUMNS = [
  'id',
  'title',
  'url',
  'kinds',
  'secret',
  'former_secret',
  'former_until',
  'added_at',
  'paused_at',
  'paused_why',
  'ended_at',
] as const

export type WebhookRow = Pick<
  Awaited<ReturnType<typeof listWebhookRows>>[number],
  (typeof COLUMNS)[number]
>

export function listWebhookRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('webhooks')
    .select(COLUMNS)
    .where('zone_id', '=', tx.zone)
    .orderBy('id')
    .execute()
}

/** Those that have not ended; one that is paused goes on collecting, for when it is resumed. */
export async function listLiveWebhooks(tx: ReadTx): Promise<WebhookRow[]> {
  return (await listWebhookRows(tx)).filter((one) => one.ended_at === null)
}

export async function findWebhook(tx: ReadTx, id: WebhookId): Promise<WebhookRow | undefined> {
  return reader<Tables>(tx)
    .selectFrom('webhooks')
    .select(COLUMNS)
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .executeTakeFirst()
}

type Change = Partial<
  Pick<
    WebhookRow,
    'secret' | 'former_secret' | 'former_until' | 'paused_at' | 'paused_why' | 'ended_at'
  >
>

export async function changeWebhook(tx: WriteTx, id: WebhookId, change: Change): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('webhooks')
    .set(change)
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}

/** Nothing more is sent there until an administrator resumes it; the reason stays readable. */
export function stopSending(tx: WriteTx, id: WebhookId, why: string): Promise<void> {
  return changeWebhook(tx, id, { paused_at: tx.now, paused_why: why.slice(0, 500) })
}
