import type { WalkedZone } from './zone.ts'

/** Requests to one's own notifications, the outbox and the webhooks. */
export const outboxSamples = {
  viewOwnNotifications: () => ({ url: '/api/me/notifications' }),
  enterEmail: () => ({
    url: '/api/me/notifications/email',
    body: { email: 'somebody@example.cn', language: 'zh' },
  }),
  chooseKinds: () => ({
    url: '/api/me/notifications',
    body: { kinds: ['case.accepted'], language: 'zh' },
  }),
  eraseNotifications: () => ({ url: '/api/me/notifications' }),
  confirmEmail: () => ({ url: '/api/confirm', body: { token: 'nothing-like-it' } }),
  listMessages: () => ({ url: '/api/outbox' }),
  sendAgain: ({ there }: WalkedZone) => ({ url: `/api/outbox/${there.message}/again` }),
  listWebhooks: () => ({ url: '/api/webhooks' }),
  addWebhook: () => ({
    url: '/api/webhooks',
    body: { title: '平台', url: 'https://hooks.example/banfa', kinds: ['case.decided'] },
  }),
  rotateSecret: ({ there }: WalkedZone) => ({ url: `/api/webhooks/${there.webhook}/secret` }),
  testWebhook: ({ there }: WalkedZone) => ({ url: `/api/webhooks/${there.webhook}/test` }),
  resumeWebhook: ({ there }: WalkedZone) => ({ url: `/api/webhooks/${there.webhook}/resume` }),
  endWebhook: ({ there }: WalkedZone) => ({ url: `/api/webhooks/${there.webhook}` }),
}
