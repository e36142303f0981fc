import { KINDS } from '../outbox/index.ts'

const text = { type: 'string' } as const
const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: text,
})

const HEADERS = [
  header('webhook-id', 'The same on every attempt: tell doubles by it'),
  header('webhook-timestamp', 'Seconds since 1970, of this attempt'),
  header('webhook-signature', 'v1,base64 of HMAC-SHA256 over id.timestamp.body; one a secret'),
]

const ABOUT = { case: 'A case ', notice: 'A public notice ', review: '' } as const

/** The `webhooks` of OpenAPI 3.1: what is posted to whoever registered for a kind. */
export function webhookDocument(): object {
  return Object.fromEntries(
    KINDS.map(({ name, about, says }) => [
      name,
      {
        post: {
          summary: ABOUT[about] + says.en,
          tags: ['webhook'],
          parameters: HEADERS,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodyOf(name, about === 'notice') } },
          },
          responses: {
            '2XX': { description: 'Taken' },
            '410': { description: 'Gone: the webhook is paused' },
          },
        },
      },
    ]),
  )
}

function bodyOf(name: string, isNotice: boolean) {
  const one = {
    type: 'object',
    properties: { id: text, number: { type: ['string', 'null'] }, service: text },
    required: ['id', 'number', 'service'],
  }
  const notice = {
    type: 'object',
    properties: { id: text, number: text, until: { type: 'string', format: 'date' } },
    required: ['id'],
  }
  return {
    type: 'object',
    properties: {
      type: { const: name },
      timestamp: { type: 'string', format: 'date-time' },
      data: {
        type: 'object',
        properties: {
          cases: { type: 'array', items: one },
          ...(isNotice ? { notice } : {}),
          ...(name === 'clock.reminded' ? { due: { type: 'string', format: 'date' } } : {}),
        },
        required: ['cases'],
      },
    },
    required: ['type', 'timestamp', 'data'],
  }
}
