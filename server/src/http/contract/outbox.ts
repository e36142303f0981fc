import { z } from 'zod'
import { KINDS } from '../../outbox/index.ts'
import { Id, named } from './terms.ts'

const Language = z.enum(['zh', 'en'])
const KindName = z.enum(KINDS.map(({ name }) => name))
const At = z.string()

export const OwnNotificationsView = named(
  'OwnNotifications',
  z.object({
    email: z.string().nullable(),
    pending: z.string().nullable(),
    language: Language,
    kinds: z.array(z.string()),
    offered: z.array(
      z.object({ name: z.string(), told: z.enum(['party', 'office', 'both', 'expert']) }),
    ),
    /** Whether this installation sends e-mail at all. */
    isMailSetUp: z.boolean(),
  }),
)
export const EmailInput = named(
  'EnterEmail',
  z.object({ email: z.string().max(254), language: Language }),
)
export const KindsInput = named(
  'ChooseKinds',
  z.object({ kinds: z.array(KindName).max(40), language: Language }),
)
export const TokenInput = named('ConfirmEmail', z.object({ token: z.string().max(80) }))

export const Stands = z.enum(['waiting', 'delivered', 'kept', 'set-aside'])
export const MessageLine = named(
  'OutgoingMessage',
  z.object({
    id: Id,
    channel: z.string(),
    kind: z.string(),
    to: z.string().nullable(),
    subject: z.string(),
    writtenAt: At,
    stands: Stands,
    nextAt: At.nullable(),
    attempts: z.array(
      z.object({
        at: At,
        outcome: z.enum(['delivered', 'delayed', 'refused', 'set-aside', 'kept', 'again']),
        told: z.string(),
      }),
    ),
  }),
)
export const OutboxView = named(
  'Outbox',
  z.object({ isMailSetUp: z.boolean(), messages: z.array(MessageLine), next: Id.nullable() }),
)

export const WebhookLine = named(
  'Webhook',
  z.object({
    id: Id,
    title: z.string(),
    url: z.string(),
    kinds: z.array(z.string()),
    addedAt: At,
    pausedAt: At.nullable(),
    pausedWhy: z.string().nullable(),
    endedAt: At.nullable(),
    formerUntil: At.nullable(),
  }),
)
export const WebhooksView = named(
  'Webhooks',
  z.object({ webhooks: z.array(WebhookLine), kinds: z.array(z.string()) }),
)
export const WebhookInput = named(
  'NewWebhook',
  z.object({
    title: z.string().trim().min(1).max(80),
    url: z.string().trim().max(500),
    kinds: z.array(KindName).min(1).max(40),
  }),
)
/** Told here and never again. */
export const WebhookSecret = named('WebhookSecret', z.object({ id: Id, secret: z.string() }))
