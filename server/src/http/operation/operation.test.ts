import { afterAll, describe, expect, test } from 'vitest'
import { openSite, outboxParts, signInParts } from '../../../testing/browser.ts'
import { openZone } from '../../../testing/index.ts'
import { day, openKernel, settableClock } from '../../kernel/index.ts'
import { handlersOf, openHttp, openMetrics } from '../index.ts'
import { openRateCounts } from './rate-counts.ts'

const parts = {
  handlers: handlersOf({
    zone: { title: { zh: '区', en: 'Zone' }, demo: false },
    version: '0',
    signIn: signInParts(null),
    outbox: outboxParts(),
  }),
  webRoot: null,
  trustProxy: [],
  requestsPerMinute: 1_000_000,
  strangersPerHour: 1_000_000,
}

describe('the log', () => {
  test('tells no password, no cookie, no query and no address of a case', async () => {
    const zone = await openZone()
    const lines: string[] = []
    const app = await openHttp({
      ...parts,
      kernel: zone.kernel,
      log: { level: 'debug', stream: { write: (line) => void lines.push(line) } },
    })
    afterAll(() => app.close())
    const cookie = 'banfa_session=tokentokentoken'
    const payload = { login: 'wang.lina', password: 'correct-horse-battery' }
    await app.inject({ method: 'POST', url: '/api/session', payload, headers: { cookie } })
    await app.inject({ url: '/api/parties?text=丝路启航', headers: { cookie } })
    await app.inject({ url: `/api/cases/${zone.id}`, headers: { authorization: 'Bearer abcdef' } })
    await app.inject({ method: 'POST', url: '/api/session', payload: '{"password":"half-a-body' })
    const said = lines.join('')
    expect(lines.length).toBeGreaterThan(4)
    expect(said).toContain('/api/cases/:id')
    for (const secret of [
      'correct-horse',
      'tokentoken',
      'wang.lina',
      'half-a-body',
      'abcdef',
      zone.id,
      encodeURIComponent('丝路'),
    ]) {
      expect(said).not.toContain(secret)
    }
  })
})

describe('requests counted over processes', () => {
  test('two processes together stop at the limit that one would', async () => {
    const zone = await openZone()
    const [one, other] = [1, 2].map(() => openRateCounts(zone.kernel, () => {}))
    if (!one || !other) throw new Error('no counts')
    for (let time = 0; time < 7; time += 1) one.add('198.51.100.7')
    await one.exchange()
    for (let time = 0; time < 5; time += 1) other.add('198.51.100.7')
    await other.exchange()
    expect(other.add('198.51.100.7').current).toBe(13)
    one.add('198.51.100.7')
    await one.exchange()
    expect(one.add('198.51.100.7').current).toBe(14)
    expect(one.add('198.51.100.8').current).toBe(1)
    zone.clock.advance(60)
    expect(one.add('198.51.100.7').current).toBe(1)
    one.close()
    other.close()
  })

  test('past the limit a request is told to wait, and health is still answered', async () => {
    const zone = await openZone()
    const app = await openHttp({ ...parts, kernel: zone.kernel, requestsPerMinute: 3, log: false })
    afterAll(() => app.close())
    const statuses = []
    for (let time = 0; time < 5; time += 1) {
      statuses.push((await app.inject({ url: '/api/zone' })).statusCode)
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(200)
  })
})

describe('health', () => {
  test('a process without its database lives and is not ready', async () => {
    const kernel = openKernel({
      connectionString: 'postgres://nobody:nothing@127.0.0.1:1/none',
      clock: settableClock(day('2026-03-02')),
    })
    const app = await openHttp({ ...parts, kernel, log: false })
    afterAll(() => app.close().finally(() => kernel.close()))
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
    const ready = await app.inject({ url: '/readyz' })
    expect([ready.statusCode, ready.json()]).toEqual([503, { ready: false, waitsFor: 'database' }])
    const asked = await app.inject({ url: '/api/zone' })
    expect([asked.statusCode, asked.json().code]).toEqual([503, 'http.database-gone'])
  })
})

describe('headers', () => {
  test('no script but the product’s own runs, and nobody frames or sniffs it', async () => {
    const site = await openSite(await openZone())
    const { headers } = await site.visitor.send('GET', '/api/zone')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("object-src 'none'")
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })
})

describe('metrics', () => {
  test('count by route and answer, and name no case', async () => {
    const zone = await openZone()
    const metrics = openMetrics()
    const app = await openHttp({ ...parts, kernel: zone.kernel, metrics, log: false })
    afterAll(() => app.close())
    await app.inject({ url: `/api/cases/${zone.id}` })
    const text = await metrics.text()
    expect(text).toContain(
      'banfa_http_request_seconds_count{method="GET",route="/api/cases/:id",status="404"} 1',
    )
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toContain(zone.id)
  })
})
