import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { openMailHost } from '../../server/testing/mail-host.ts'
import { signedIn } from '../client.ts'
import type { Store } from './stores.ts'

/** The world outside that is told what happens: a receiver of webhooks and a mail server. */
export type Listeners = {
  readonly env: Readonly<Record<string, string>>
  /** How often each message arrived, by its id. */
  arrived(): ReadonlyMap<string, number>
  /** The mails to an address. */
  mailsTo(address: string): readonly string[]
  /** Registers both with a running product. */
  register(address: string): Promise<void>
  close(): Promise<void>
}

export const TOLD = ['case.filed', 'case.returned'] as const
const OFFICER = { login: 'wang.lina', email: 'wang.lina@example.com' }

export async function openListeners(): Promise<Listeners> {
  const mail = await openMailHost()
  const got = new Map<string, number>()
  const hook = await receiver((id) => got.set(id, (got.get(id) ?? 0) + 1))
  const { port } = hook.address() as AddressInfo
  return {
    env: {
      BANFA_SMTP_URL: mail.url,
      BANFA_SMTP_FROM: 'banfa@example.com',
      BANFA_SMTP_PLAIN: 'allowed',
      BANFA_WEBHOOK_NETWORKS: '127.0.0.1/32',
    },
    arrived: () => got,
    mailsTo: mail.textTo,
    async register(address) {
      const administrator = await signedIn(address, 'zhou.kai')
      const url = `http://127.0.0.1:${port}/`
      await administrator('POST', '/api/webhooks', { title: '平台', url, kinds: TOLD })
      const officer = await signedIn(address, OFFICER.login)
      const { email } = OFFICER
      await officer('POST', '/api/me/notifications/email', { email, language: 'zh' })
      const token = await confirmationIn(() => mail.textTo(email))
      await officer('POST', '/api/confirm', { token })
      await officer('PUT', '/api/me/notifications', { kinds: ['case.filed'], language: 'zh' })
    },
    async close() {
      hook.closeAllConnections()
      await Promise.all([new Promise((done) => hook.close(done)), mail.close()])
    },
  }
}

export const TOLD_BY_MAIL = OFFICER.email

function receiver(heard: (id: string) => void): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      heard(String(request.headers['webhook-id']))
      response.writeHead(204).end()
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** The outbox is looked at every minute. */
async function confirmationIn(mails: () => readonly string[]): Promise<string> {
  for (let time = 0; time < 300; time += 1) {
    const token = /\/confirm\/([\w-]+)/.exec(mails().join('\n'))?.[1]
    if (token) return token
    await sleep(500)
  }
  throw new Error('the mail to confirm an address did not come')
}

/** What the product still has to tell; a message a killed sender held is due again after ten minutes. */
export async function stillToTell({ ask }: Store): Promise<number> {
  await ask('update outgoing_due set due_at = now() where due_at > now()')
  const [row] = await ask<{ open: number }>(
    `select (select count(*) from events where delivered_at is null)::int
          + (select count(*) from outgoing_due)::int as open`,
  )
  return row?.open ?? 0
}
