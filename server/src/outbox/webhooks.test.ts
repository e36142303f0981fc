import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { afterAll, describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { secretBox } from '../identity/index.ts'
import { deliverEvents } from '../kernel/index.ts'
import { deliverDue, networks, outbox, outboxHandlers, webhookChannel, webhooks } from './index.ts'
import { isPublic, resolveTarget } from './target.ts'

useDocuments()

type Got = { readonly headers: IncomingHttpHeaders; readonly body: string }
const servers: Server[] = []
afterAll(() => {
  for (const server of servers) server.close()
})

/** A receiver that answers what it is told to, one answer a request, then 204. */
async function aReceiver() {
  const got: Got[] = []
  const answers: { status: number; headers?: Record<string, string>; body?: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      const answer = answers.shift() ?? { status: 204 }
      response.writeHead(answer.status, answer.headers).end(answer.body)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { got, answers, url: `http://127.0.0.1:${port}/hook` }
}

async function anOffice(allowed: readonly string[] = ['127.0.0.1']) {
  const office = await openCaseOffice()
  const { zone } = office
  const box = secretBox(Buffer.alloc(32, 3))
  const administrator = await zone.anOfficer({ duties: ['administer'] })
  const channel = webhookChannel({ kernel: zone.kernel, box, allowed: networks(allowed) })
  const send = () => deliverDue(zone.kernel, { webhook: channel })
  const hear = () => deliverEvents(zone.kernel, outboxHandlers('https://banfa.example'))
  const add = (url: string, kinds = ['case.accepted']) =>
    zone.writing(administrator, (tx) => webhooks.add(tx, { title: '平台', url, kinds, box }))
  const listed = () => zone.reading(administrator, async (tx) => (await outbox.list(tx, {})).rows)
  return { ...office, box, administrator, send, hear, add, listed }
}

const verified = (secret: string, { headers, body }: Got) =>
  new Webhook(secret).verify(body, headers as Record<string, string>)

describe('a webhook', () => {
  test('gets what it asked for, signed so that another library verifies it', async () => {
    const at = await anOffice()
    const to = await aReceiver()
    const { secret } = await at.add(to.url)
    const id = await at.aCaseAt('accepted')
    await at.hear()
    await at.send()
    expect(to.got).toHaveLength(1)
    const [first] = to.got
    if (!first) throw new Error('nothing came')
    expect(verified(secret, first)).toMatchObject({
      type: 'case.accepted',
      data: { cases: [{ id, service: 'small-base-recognition' }] },
    })
    expect(first.body).not.toMatch(/申报人|区经办|丝路启航/)
    expect(() => verified(secret, { ...first, body: `${first.body} ` })).toThrow()
  })

  test('after a rotation both secrets verify, for a day', async () => {
    const at = await anOffice()
    const to = await aReceiver()
    const old = await at.add(to.url)
    const { id, box } = { id: old.id, box: at.box }
    const next = await at.zone.writing(at.administrator, (tx) => webhooks.rotate(tx, { id, box }))
    // The receiver's clock is the machine's: the former secret's day began on the zone's.
    at.zone.setToday('2099-01-01')
    const last = await at.zone.writing(at.administrator, (tx) => webhooks.rotate(tx, { id, box }))
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.send()
    const [got] = to.got
    if (!got) throw new Error('nothing came')
    expect(verified(last.secret, got)).toMatchObject({ type: 'webhook.test' })
    expect(verified(next.secret, got)).toMatchObject({ type: 'webhook.test' })
    expect(() => verified(old.secret, got)).toThrow()
  })

  test('that fails is tried again under the same id', async () => {
    const at = await anOffice()
    const to = await aReceiver()
    const { id } = await at.add(to.url)
    to.answers.push({ status: 503 })
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.send()
    at.zone.clock.advance(10)
    await at.send()
    const ids = to.got.map(({ headers }) => headers['webhook-id'])
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(await at.listed()).toMatchObject([{ stands: 'delivered' }])
  })

  test('that fails for days is paused with a note; resumed, it gets what it missed', async () => {
    const at = await anOffice()
    const to = await aReceiver()
    const { id } = await at.add(to.url)
    to.answers.push(...Array.from({ length: 10 }, () => ({ status: 500 })))
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    for (let round = 0; round < 10; round += 1) {
      await at.send()
      at.zone.clock.advance(110_000)
    }
    const [paused] = await at.zone.reading(at.administrator, webhooks.list)
    expect(paused?.pausedWhy).toContain('500')
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.send()
    expect(to.got).toHaveLength(10)
    await at.zone.writing(at.administrator, (tx) => webhooks.resume(tx, id))
    await at.send()
    expect(to.got).toHaveLength(12)
    expect((await at.listed()).map(({ stands }) => stands)).toEqual(['delivered', 'delivered'])
  })

  test('is led nowhere by a redirect, and an endless answer is not read', async () => {
    const at = await anOffice()
    const [to, elsewhere] = [await aReceiver(), await aReceiver()]
    const { id } = await at.add(to.url)
    to.answers.push(
      { status: 302, headers: { location: elsewhere.url } },
      { status: 200, body: 'x'.repeat(5_000_000) },
    )
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.send()
    expect(await at.listed()).toMatchObject([{ stands: 'waiting' }])
    at.zone.clock.advance(10)
    await at.send()
    const [row] = await at.listed()
    expect([elsewhere.got.length, row?.stands]).toEqual([0, 'delivered'])
    expect(row?.attempts.at(-1)?.told.length).toBeLessThan(300)
  })

  test('that has ended gets nothing more, and only the system administrator manages any', async () => {
    const at = await anOffice()
    const to = await aReceiver()
    const { id } = await at.add(to.url)
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.zone.writing(at.administrator, (tx) => webhooks.end(tx, id))
    await at.send()
    expect(to.got).toEqual([])
    for (const person of [at.city, at.applicant]) {
      await expect(at.zone.reading(person, webhooks.list)).rejects.toMatchObject({
        code: 'identity.forbidden',
      })
    }
  })
})

describe('the house cannot be called from inside', () => {
  test('a private address is set aside unless the configuration allows its network', async () => {
    const at = await anOffice([])
    const to = await aReceiver()
    const { id } = await at.add(to.url)
    await at.zone.writing(at.administrator, (tx) => webhooks.test(tx, id))
    await at.send()
    expect(to.got).toEqual([])
    const [row] = await at.listed()
    expect(row).toMatchObject({ stands: 'set-aside' })
    expect(row?.attempts[0]?.told).toContain('127.0.0.1')
  })

  test.each([
    'https://localhost/',
    'https://127.1/',
    'https://0x7f000001/',
    'https://2130706433/',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[fd00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'http://93.184.216.34/',
  ])('%s is no target', async (url) => {
    expect(await resolveTarget(url, networks([]))).toMatchObject({ mayChange: false })
  })

  test('no address of a private network counts as public, however it is written', () => {
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 })
    const closed = fc.constantFrom('10', '127', '192.168', '169.254', '0')
    fc.assert(
      fc.property(closed, bytes, (net, three) => {
        const v4 = [net, ...three.slice(0, 4 - net.split('.').length)].join('.')
        expect([isPublic(v4), isPublic(`::ffff:${v4}`)]).toEqual([false, false])
      }),
    )
    expect([isPublic('93.184.216.34'), isPublic('2606:2800:220:1::1')]).toEqual([true, true])
  })

  test.each(['ftp://a.example/', 'https://user:pw@a.example/', 'nonsense'])(
    '%s is refused when it is entered',
    async (url) => {
      const at = await anOffice()
      await expect(at.add(url)).rejects.toMatchObject({ code: 'outbox.url-malformed' })
    },
  )
})
