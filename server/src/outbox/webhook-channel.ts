import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { BlockList } from 'node:net'
import type { SecretBox } from '../identity/index.ts'
import { instant, type Kernel, machineClock, secondsBetween } from '../kernel/index.ts'
import type { Channel, Outgoing, Sent } from './channel.ts'
import { signatureHeaders } from './sign-webhook.ts'
import { resolveTarget, type Target } from './target.ts'
import { findWebhook, type WebhookRow } from './webhook-store.ts'

export type WebhookSettings = {
  readonly kernel: Kernel
  readonly box: SecretBox
  /** Networks that may be called though they are not public. */
  readonly allowed: BlockList
}

const PATIENCE = 10_000
/** More of an answer is never read. */
const MOST_BYTES = 4096
const READER = { kind: 'system', job: 'deliver-outbox' } as const

/**
 * Webhooks by the Standard Webhooks scheme: signed, to the address resolved and no other, no
 * redirect followed. 2xx is delivered, 410 ends it, anything else is tried again.
 */
export function webhookChannel(settings: WebhookSettings): Channel {
  return { send: (message) => sendTo(settings, message) }
}

async function sendTo(settings: WebhookSettings, message: Outgoing): Promise<Sent> {
  const { webhook } = message
  const known = webhook && (await settings.kernel.reading(READER, (tx) => findWebhook(tx, webhook)))
  if (!known || known.ended_at !== null)
    return { outcome: 'refused', told: 'the webhook has ended' }
  if (known.paused_at !== null) return { outcome: 'set-aside', told: 'the webhook is paused' }
  const target = await resolveTarget(known.url, settings.allowed)
  if ('refused' in target) {
    return { outcome: target.mayChange ? 'delayed' : 'set-aside', told: target.refused }
  }
  const headers = headersOf(settings, message, known)
  return post(target, message.body, headers).then(sentAfter, (problem: Error) => ({
    outcome: 'delayed',
    told: problem.message,
    isUnreachable: true,
  }))
}

function headersOf({ box }: WebhookSettings, message: Outgoing, known: WebhookRow) {
  const now = machineClock.now()
  const seconds = Math.floor(secondsBetween(instant('1970-01-01T00:00:00Z'), now))
  const former =
    known.former_secret !== null && known.former_until !== null && known.former_until > now
      ? [known.former_secret]
      : []
  const secrets = [known.secret, ...former].map((sealed) => box.open(sealed, known.id))
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Banfa-Webhooks/1',
    ...signatureHeaders(message, secrets, seconds),
  }
}

type Answered = { readonly status: number; readonly said: string }

function sentAfter({ status, said }: Answered): Sent {
  const told = `${status} ${said}`.trim()
  if (status >= 200 && status < 300) return { outcome: 'delivered', told }
  return { outcome: status === 410 ? 'refused' : 'delayed', told }
}

function post(
  { url, address, family }: Target,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> {
  const send = url.protocol === 'https:' ? secure : plain
  return new Promise((resolve, reject) => {
    const going = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        signal: AbortSignal.timeout(PATIENCE),
        // The name was resolved and judged before; asking again could answer another address.
        lookup: (_host, options, done) =>
          options.all ? done(null, [{ address, family }]) : done(null, address, family),
      },
      (answer) =>
        readSome(answer).then((said) => resolve({ status: answer.statusCode ?? 0, said }), reject),
    )
    going.on('error', reject)
    going.end(body)
  })
}

/** The first bytes of an answer; the rest is cut off. */
async function readSome(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    parts.push(part)
    size += part.length
    if (size >= MOST_BYTES) break
  }
  const said = Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8')
  return said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 200)
}
