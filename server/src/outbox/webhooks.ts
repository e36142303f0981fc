import { randomBytes } from 'node:crypto'
import { permit, type SecretBox } from '../identity/index.ts'
import {
  addSeconds,
  canonicalJson,
  type Instant,
  newId,
  type PersonActor,
  type ReadTx,
  record,
  refusal,
  takeUp,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { KIND_NAMES } from './kinds.ts'
import { writeMessage } from './message-store.ts'
import { requeueSetAside } from './send-again.ts'
import type { Tables, WebhookId } from './tables.ts'
import { changeWebhook, findWebhook, listWebhookRows, type WebhookRow } from './webhook-store.ts'

export type WebhookView = {
  readonly id: WebhookId
  readonly title: string
  readonly url: string
  readonly kinds: readonly string[]
  readonly addedAt: Instant
  readonly pausedAt: Instant | null
  readonly pausedWhy: string | null
  readonly endedAt: Instant | null
  /** Until when the secret before the last change still signs too. */
  readonly formerUntil: Instant | null
}

/** The secret is told here and never again. */
export type NewSecret = { readonly id: WebhookId; readonly secret: string }

/** Both secrets sign for so long after a change, so that the receiver changes without a gap. */
const FORMER_SECONDS = 24 * 60 * 60

/** Every webhook, ended ones too, for the system administrator. */
export async function listWebhooks(tx: ReadTx): Promise<WebhookView[]> {
  permit(tx.actor, 'webhook.manage')
  await takeUp(tx, 'outbox')
  return (await listWebhookRows(tx)).map(present)
}

function present(row: WebhookRow): WebhookView {
  return {
    id: row.id,
    title: row.title,
    url: row.url,
    kinds: row.kinds,
    addedAt: row.added_at,
    pausedAt: row.paused_at,
    pausedWhy: row.paused_why,
    endedAt: row.ended_at,
    formerUntil: row.former_until,
  }
}

export type NewWebhook = {
  readonly title: string
  readonly url: string
  readonly kinds: readonly string[]
}

/**
 * Registers a webhook. Refuses `outbox.url-malformed` for what is no web address or carries a
 * password, `outbox.unknown-kind` for a kind nobody announces. Whether the address may be reached is
 * asked at every delivery, when its name is resolved.
 */
export async function addWebhook(
  tx: WriteTx,
  { box, ...given }: NewWebhook & { readonly box: SecretBox },
): Promise<NewSecret> {
  const as = permit(tx.actor, 'webhook.manage')
  refuseUrl(given.url)
  const unknown = given.kinds.filter((kind) => !KIND_NAMES.includes(kind))
  if (unknown.length > 0) refusal('outbox.unknown-kind', { kinds: unknown }, { field: 'kinds' })
  await takeUp(tx, 'outbox')
  const id = newId<WebhookId>()
  const secret = newSecret()
  await writer<Tables>(tx)
    .insertInto('webhooks')
    .values({
      zone_id: tx.zone,
      id,
      title: given.title,
      url: given.url,
      kinds: [...given.kinds],
      secret: box.seal(secret, id),
      added_by: (tx.actor as PersonActor).person,
      added_at: tx.now,
    })
    .execute()
  const detail = { title: given.title, url: given.url, kinds: [...given.kinds] }
  await record(tx, { act: 'webhook.add', subject: { kind: 'webhook', id }, as, detail })
  return { id, secret }
}

/** Standard Webhooks: `whsec_` and 24 to 64 random bytes in base64. */
const newSecret = () => `whsec_${randomBytes(32).toString('base64')}`

function refuseUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : null
  const fits =
    url && ['https:', 'http:'].includes(url.protocol) && url.username === '' && url.password === ''
  if (!fits) refusal('outbox.url-malformed', {}, { field: 'url' })
}

/** A new secret, told once; the one before signs beside it for a day. */
export async function rotateSecret(
  tx: WriteTx,
  { id, box }: { readonly id: WebhookId; readonly box: SecretBox },
): Promise<NewSecret> {
  const known = await getLive(tx, id)
  const secret = newSecret()
  await changeWebhook(tx, id, {
    secret: box.seal(secret, id),
    former_secret: known.secret,
    former_until: addSeconds(tx.now, FORMER_SECONDS),
  })
  await note(tx, 'webhook.rotate', id)
  return { id, secret }
}

/** Writes a trial message to it, delivered like any other. */
export async function testWebhook(tx: WriteTx, id: WebhookId): Promise<void> {
  const known = await getLive(tx, id)
  const body = canonicalJson({ type: 'webhook.test', timestamp: tx.now, data: { webhook: id } })
  await writeMessage(tx, {
    key: `test ${newId()}`,
    channel: 'webhook',
    kind: 'webhook.test',
    webhook: id,
    address: known.url,
    subject: known.title,
    body,
  })
  await note(tx, 'webhook.test', id)
}

/** Sends there again, first of all what was set aside while it was paused. */
export async function resumeWebhook(tx: WriteTx, id: WebhookId): Promise<void> {
  await getLive(tx, id)
  await changeWebhook(tx, id, { paused_at: null, paused_why: null })
  await requeueSetAside(tx, id)
  await note(tx, 'webhook.resume', id)
}

/** From now on nothing is written to it; what waits is refused at its turn. */
export async function endWebhook(tx: WriteTx, id: WebhookId): Promise<void> {
  await getLive(tx, id)
  await changeWebhook(tx, id, { ended_at: tx.now })
  await note(tx, 'webhook.end', id)
}

async function getLive(tx: WriteTx, id: WebhookId): Promise<WebhookRow> {
  permit(tx.actor, 'webhook.manage')
  await takeUp(tx, 'outbox')
  const known = await findWebhook(tx, id)
  if (!known || known.ended_at !== null) return refusal('outbox.webhook.not-found')
  return known
}

async function note(tx: WriteTx, act: string, id: WebhookId): Promise<void> {
  const as = permit(tx.actor, 'webhook.manage')
  await record(tx, { act, subject: { kind: 'webhook', id }, as })
}
