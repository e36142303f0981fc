import type { MessageId, WebhookId } from './tables.ts'

/** A message as a channel gets it; `id` stays the same on every attempt. */
export type Outgoing = {
  readonly id: MessageId
  readonly channel: string
  readonly kind: string
  readonly webhook: WebhookId | null
  readonly address: string
  readonly subject: string
  readonly body: string
}

/**
 * What came of it: delivered; delayed, to be tried again; refused for good; set aside for a person.
 * `told` is what the other side said. `isUnreachable`: nobody answered, so the round tries no other
 * message there.
 */
export type Sent = {
  readonly outcome: 'delivered' | 'delayed' | 'refused' | 'set-aside'
  readonly told: string
  readonly isUnreachable?: boolean
}

/**
 * A way out of the product. E-mail and webhooks are two; a gateway of text messages is another
 * object of this shape, given in the product's wiring under the name that addresses carry. It is
 * called at least once a message and tells doubles by the id; it answers, and throws only for faults.
 */
export type Channel = { send(message: Outgoing): Promise<Sent> }

/** By name. A message of a channel that is not here is kept and sent to nobody. */
export type Channels = Readonly<Record<string, Channel>>
