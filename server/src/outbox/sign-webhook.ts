import { createHmac } from 'node:crypto'

/**
 * The headers of Standard Webhooks 1.0: HMAC-SHA256 over `id.timestamp.body`, one signature a secret.
 * @param secrets `whsec_` and base64, the newest first
 * @param seconds since 1970
 */
export function signatureHeaders(
  message: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  seconds: number,
): Readonly<Record<string, string>> {
  const signed = `${message.id}.${seconds}.${message.body}`
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  })
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signatures.join(' '),
  }
}
