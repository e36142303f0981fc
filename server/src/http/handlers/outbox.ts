import type { SecretBox } from '../../identity/index.ts'
import { parseId } from '../../kernel/index.ts'
import {
  KINDS,
  type MessageId,
  outbox,
  ownNotifications,
  type WebhookId,
  webhooks,
} from '../../outbox/index.ts'
import type { Some } from '../call.ts'
import type { outboxRoutes } from '../contract/outbox-routes.ts'

export type OutboxParts = {
  readonly secrets: SecretBox
  /** Whether e-mail is sent or only kept. */
  readonly isMailSetUp: boolean
}

const DONE = { done: true } as const

export function outboxHandlers({
  secrets: box,
  isMailSetUp,
}: OutboxParts): Some<keyof typeof outboxRoutes> {
  const webhook = ({ id }: { id: string }) => parseId<WebhookId>(id)
  return {
    viewOwnNotifications: async (tx) => ({ ...(await ownNotifications.view(tx)), isMailSetUp }),
    enterEmail: async (tx, { body, origin }) => ({
      ...(await ownNotifications.enterEmail(tx, { ...body, address: origin })),
      isMailSetUp,
    }),
    chooseKinds: async (tx, { body }) => ({
      ...(await ownNotifications.choose(tx, body)),
      isMailSetUp,
    }),
    eraseNotifications: async (tx) => ({ ...(await ownNotifications.erase(tx)), isMailSetUp }),
    confirmEmail: {
      direct: async (kernel, _actor, { body }) => {
        await ownNotifications.confirm(kernel, body.token)
        return DONE
      },
    },
    listMessages: async (tx, { query }) => {
      const { rows: messages, next } = await outbox.list(tx, query)
      return { isMailSetUp, messages, next }
    },
    sendAgain: async (tx, { params }) => {
      await outbox.sendAgain(tx, parseId<MessageId>(params.id))
      return DONE
    },
    listWebhooks: async (tx) => ({
      webhooks: await webhooks.list(tx),
      kinds: KINDS.map(({ name }) => name),
    }),
    addWebhook: (tx, { body }) => webhooks.add(tx, { ...body, box }),
    rotateSecret: (tx, { params }) => webhooks.rotate(tx, { id: webhook(params), box }),
    testWebhook: async (tx, { params }) => {
      await webhooks.test(tx, webhook(params))
      return DONE
    },
    resumeWebhook: async (tx, { params }) => {
      await webhooks.resume(tx, webhook(params))
      return DONE
    },
    endWebhook: async (tx, { params }) => {
      await webhooks.end(tx, webhook(params))
      return DONE
    },
  }
}
