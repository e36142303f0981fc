import { type Attributes, type Span, type SpanStatus, trace } from '@opentelemetry/api'
import { afterAll, expect, test } from 'vitest'
import { outboxParts, signInParts } from '../../../testing/browser.ts'
import { openZone } from '../../../testing/index.ts'
import { startJobs } from '../../jobs/index.ts'
import { openPool } from '../../kernel/database/index.ts'
import { inSpan } from '../../kernel/index.ts'
import { handlersOf, openHttp } from '../index.ts'

type Seen = { readonly name: string; readonly said: unknown[]; isEnded: boolean }

/** What an operator's SDK would export, kept in memory; a process gets its provider once. */
const seen: Seen[] = []

function keepSpans(): readonly Seen[] {
  seen.length = 0
  const startSpan = (name: string, options: object = {}): Span => {
    const one: Seen = { name, said: [options], isEnded: false }
    seen.push(one)
    const say = (...said: unknown[]) => {
      one.said.push(said)
      return span
    }
    const span: Span = {
      spanContext: () => ({ traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 }),
      setAttribute: (key, value) => say(key, value),
      setAttributes: (attributes: Attributes) => say(attributes),
      addEvent: (event, ...more) => say(event, ...more),
      addLink: (link) => say(link),
      addLinks: (links) => say(links),
      setStatus: (status: SpanStatus) => say(status),
      updateName: (other) => say(other),
      isRecording: () => true,
      recordException: (exception) => void say(String(exception)),
      end: () => {
        one.isEnded = true
      },
    }
    return span
  }
  type Work = (span: Span) => unknown
  const startActiveSpan = (name: string, ...rest: unknown[]) =>
    (rest.at(-1) as Work)(startSpan(name))
  trace.setGlobalTracerProvider({
    getTracer: () => ({ startSpan, startActiveSpan: startActiveSpan as never }),
  })
  return seen
}

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
  log: false as const,
}

test('without an SDK nothing is recorded', async () => {
  expect(
    await inSpan('viewZone', async () => trace.getTracer('any').startSpan('x').isRecording()),
  ).toBe(false)
})

test('each route gives one span by its name, with the code of a refusal and nothing about anybody', async () => {
  const zone = await openZone()
  const spans = keepSpans()
  const app = await openHttp({ ...parts, kernel: zone.kernel })
  afterAll(() => app.close())
  const payload = { login: 'wang.lina', password: 'correct-horse-battery' }
  await app.inject({ method: 'POST', url: '/api/session', payload })
  await app.inject({ url: '/api/zone' })
  await app.inject({
    url: `/api/cases/${zone.id}`,
    headers: { cookie: 'banfa_session=tokentoken' },
  })
  await app.inject({ url: `/api/certificates/${encodeURIComponent('丝路启航')}` })
  expect(spans.map(({ name }) => name)).toEqual([
    'signIn',
    'viewZone',
    'viewCase',
    'verifyCertificate',
  ])
  expect(spans.every(({ isEnded }) => isEnded)).toBe(true)
  const said = JSON.stringify(spans)
  expect(said).toContain('["banfa.refusal","identity.wrong-login"]')
  for (const secret of ['wang.lina', 'correct-horse', 'tokentoken', '丝路', zone.id])
    expect(said).not.toContain(secret)
})

test('a fault says its kind, not its message', async () => {
  const spans = keepSpans()
  const broken = inSpan('viewCase', async () => {
    throw new TypeError('王丽娜 13900000000')
  })
  await expect(broken).rejects.toThrow(TypeError)
  expect(JSON.stringify(spans)).toContain('TypeError')
  expect(JSON.stringify(spans)).not.toMatch(/王丽娜|1390/)
})

test('jobs give spans as well', async () => {
  const zone = await openZone()
  const spans = keepSpans()
  const pool = openPool({ connectionString: zone.adminUrl, poolSize: 3 })
  const jobs = await startJobs({
    kernel: zone.kernel,
    pool,
    handlers: {},
    channels: {},
    anchor: async () => {},
    onFault: () => {},
  })
  try {
    const names = () => spans.filter(({ isEnded }) => isEnded).map(({ name }) => name)
    await expect.poll(names, { timeout: 15_000 }).toContain('job deliver-events')
  } finally {
    await jobs.stop()
    await pool.end()
  }
})
