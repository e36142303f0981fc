/**
 * The door of the outbox: what leaves the product, to people and to other systems. Rooms never call
 * it: they announce events, and `outboxHandlers` listens.
 */
import {
  chooseKinds,
  confirmEmail,
  enterEmail,
  eraseOwn,
  viewOwnNotifications,
} from './addresses.ts'
import { listMessages } from './list-messages.ts'
import { sendAgain } from './send-again.ts'
import {
  addWebhook,
  endWebhook,
  listWebhooks,
  resumeWebhook,
  rotateSecret,
  testWebhook,
} from './webhooks.ts'

export type { Channel, Channels, Outgoing, Sent } from './channel.ts'
export { deliverDue } from './deliver.ts'
export { KINDS } from './kinds.ts'
export { type MailSettings, mailChannel } from './mail-channel.ts'
export { outboxHandlers } from './on-events.ts'
export { refusals } from './refusals.ts'
export type { MessageId, WebhookId } from './tables.ts'
export { networks } from './target.ts'
export { webhookChannel } from './webhook-channel.ts'

/** One's own address and what one wishes to be told. */
export const ownNotifications = {
  view: viewOwnNotifications,
  enterEmail,
  confirm: confirmEmail,
  choose: chooseKinds,
  erase: eraseOwn,
}

/** What was sent, for the system administrator. */
export const outbox = { list: listMessages, sendAgain }

export const webhooks = {
  list: listWebhooks,
  add: addWebhook,
  rotate: rotateSecret,
  test: testWebhook,
  resume: resumeWebhook,
  end: endWebhook,
}
