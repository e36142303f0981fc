import { trace } from '@opentelemetry/api'
import { afterAll, expect, test } from 'vitest'
import { outboxParts, signInParts } from '../../../testing/browser.ts'
import { openZone } from '../../../testing/index.ts'
import { keepSpans } from '../../../testing/keep-spans.ts'
import { inSpan } from '../../kernel/index.ts'
import { handlersOf, openHttp } from '../index.ts'

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
