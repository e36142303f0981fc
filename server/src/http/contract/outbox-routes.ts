import { z } from 'zod'
import * as o from './outbox.ts'
import { caseId, type Route } from './route.ts'

const Done = z.object({ done: z.literal(true) })

/** What one wishes to be told, what was sent, and the webhooks of other systems. */
export const outboxRoutes = {
  viewOwnNotifications: {
    method: 'GET',
    url: '/api/me/notifications',
    right: 'self.notifications',
    says: 'My e-mail address and what I am told',
    answer: o.OwnNotificationsView,
  },
  enterEmail: {
    method: 'POST',
    url: '/api/me/notifications/email',
    right: 'self.notifications',
    says: 'Enter my e-mail address; a link is sent there',
    body: o.EmailInput,
    answer: o.OwnNotificationsView,
  },
  chooseKinds: {
    method: 'PUT',
    url: '/api/me/notifications',
    right: 'self.notifications',
    says: 'Agree to be told of these kinds and no other',
    body: o.KindsInput,
    answer: o.OwnNotificationsView,
  },
  eraseNotifications: {
    method: 'DELETE',
    url: '/api/me/notifications',
    right: 'self.notifications',
    says: 'Forget my e-mail address, also in what was sent',
    answer: o.OwnNotificationsView,
  },
  confirmEmail: {
    method: 'POST',
    url: '/api/confirm',
    right: 'session.open',
    says: 'Confirm an e-mail address by the link sent there',
    body: o.TokenInput,
    answer: Done,
  },
  listMessages: {
    method: 'GET',
    personal: true,
    url: '/api/outbox',
    right: 'outbox.read',
    says: 'What was sent, to where, and what came of it',
    query: z.object({
      stands: o.Stands.optional(),
      cursor: z.string().max(60).optional(),
    }),
    answer: o.OutboxView,
  },
  sendAgain: {
    method: 'POST',
    url: '/api/outbox/:id/again',
    right: 'outbox.send',
    says: 'Send once more what was set aside',
    params: caseId,
    answer: Done,
  },
  listWebhooks: {
    method: 'GET',
    url: '/api/webhooks',
    right: 'webhook.manage',
    says: 'The webhooks and what they can be told',
    answer: o.WebhooksView,
  },
  addWebhook: {
    method: 'POST',
    url: '/api/webhooks',
    right: 'webhook.manage',
    says: 'Register a webhook; its secret comes back once',
    body: o.WebhookInput,
    answer: o.WebhookSecret,
  },
  rotateSecret: {
    method: 'POST',
    url: '/api/webhooks/:id/secret',
    right: 'webhook.manage',
    says: 'A new secret; the one before signs beside it for a day',
    params: caseId,
    answer: o.WebhookSecret,
  },
  testWebhook: {
    method: 'POST',
    url: '/api/webhooks/:id/test',
    right: 'webhook.manage',
    says: 'Write a trial message to the webhook',
    params: caseId,
    answer: Done,
  },
  resumeWebhook: {
    method: 'POST',
    url: '/api/webhooks/:id/resume',
    right: 'webhook.manage',
    says: 'Resume a paused webhook with what was set aside for it',
    params: caseId,
    answer: Done,
  },
  endWebhook: {
    method: 'DELETE',
    url: '/api/webhooks/:id',
    right: 'webhook.manage',
    says: 'End a webhook',
    params: caseId,
    answer: Done,
  },
} as const satisfies Record<string, Route>
