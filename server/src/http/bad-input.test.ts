import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Browser,
  multipart,
  openSite,
  type Reply,
  type Sending,
  type Site,
} from '../../testing/browser.ts'
import { useDocuments } from '../../testing/case-office.ts'
import { plainSamples } from '../../testing/walk/plain-samples.ts'
import { caseSamples, type Sample } from '../../testing/walk/samples.ts'
import { openWalkedZone, type WalkedZone } from '../../testing/walk/zone.ts'
import { listRecordAfter } from '../kernel/index.ts'
import { actRoutes } from './contract/act-routes.ts'
import type { Route } from './contract/route.ts'
import { type RouteName, routes } from './contract/routes.ts'
import { Refusal } from './contract/terms.ts'

useDocuments()

let zone: WalkedZone
let site: Site
let officer: Browser
let applicant: Browser

beforeAll(async () => {
  zone = await openWalkedZone()
  site = await openSite(zone.zone)
  officer = await site.signedIn(zone.city)
  applicant = await site.signedIn(zone.own)
})

async function recordSeqs(): Promise<number> {
  return zone.zone.asSystem(async (tx) => (await listRecordAfter(tx, 0, 10_000)).length)
}

/** Refused in the one shape, with what, why and next, and without a trace on the record. */
async function expectRefused(ask: () => Promise<Reply>, statuses?: readonly number[]) {
  const before = await recordSeqs()
  const reply = await ask()
  const about = `${reply.status} ${reply.text.slice(0, 400)}`
  if (statuses) expect(statuses, about).toContain(reply.status)
  expect(reply.status, about).toBeGreaterThanOrEqual(400)
  expectWellAnswered(reply)
  expect(await recordSeqs()).toBe(before)
}

function expectWellAnswered(reply: Reply) {
  const about = `${reply.status} ${reply.text.slice(0, 400)}`
  expect(reply.status, about).toBeLessThan(500)
  if (reply.status < 400) return
  const said = Refusal.parse(reply.body)
  for (const words of [said.says, said.why, said.next]) {
    expect(words?.zh, about).toBeTruthy()
    expect(words?.en, about).toBeTruthy()
  }
  expect(reply.text).not.toMatch(/\.ts:\d|node_modules|select |insert |pg_/)
}

const MANY = Object.entries(routes) as [RouteName, Route][]
const WITH_BODY = MANY.filter(([, route]) => route.body)

function sampleOf(name: RouteName): NonNullable<Sample> {
  const about = zone.cases.find(({ at }) => at === 'publicised')
  if (!about) throw new Error('no case to ask about')
  const sample =
    name in caseSamples
      ? caseSamples[name as keyof typeof caseSamples](about, zone)
      : plainSamples[name as keyof typeof plainSamples](zone)
  if (!sample) throw new Error(`${name} has no sample`)
  return sample
}

/** Asks as the applicant and as the officer: whoever has no right is refused all the same. */
const askers = () => [applicant, officer]

const MALFORMED: readonly (readonly [string, Sending])[] = [
  ['half a JSON', { payload: '{"reason":' }],
  ['no content at all', { payload: '' }],
  ['a list', { payload: '[]' }],
  ['null', { payload: 'null' }],
  ['a text', { payload: '"reason"' }],
  ['JSON that is no UTF-8', { payload: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) }],
  ['a changed prototype', { payload: '{"__proto__":{"reason":"polluted"}}' }],
  ['a changed constructor', { payload: '{"constructor":{"prototype":{"x":1}}}' }],
  ['XML', { payload: '<a/>', headers: { 'content-type': 'application/xml' } }],
  ['a plain text', { payload: 'reason', headers: { 'content-type': 'text/plain' } }],
  ['a form', { payload: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['more than a megabyte', { payload: `{"reason":"${'x'.repeat(1_100_000)}"}` }],
  ['JSON nested without end', { payload: `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}` }],
]

describe.each(WITH_BODY)('%s', (name, route) => {
  it.each(MALFORMED)('refuses a body that is %s', async (_what, sending) => {
    // Where every field has a default an odd object is an empty one: refused or done, never a fault.
    const isRequired = !route.body?.safeParse({}).success
    const { url } = sampleOf(name)
    const ask = () => officer.send(route.method, url, sending)
    if (isRequired) await expectRefused(ask)
    else expectWellAnswered(await ask())
  })
})

const NASTY = [
  'a\u0000b\u0000c\u0000d\u0000e',
  '\u202e\u2066 right to left',
  '\ud800 half a surrogate, said long enough',
  "'; drop table cases; -- ok",
  '%_\\%_\\ wildcard text',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  '{{7*7}}<script>alert(1)</script>',
  'x'.repeat(50_000),
]

function withEachLeaf(value: unknown, nasty: string): unknown[] {
  if (typeof value === 'string') return [nasty]
  if (Array.isArray(value)) {
    return value.flatMap((one, at) => withEachLeaf(one, nasty).map((bad) => value.with(at, bad)))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    withEachLeaf(one, nasty).map((bad) => ({ ...value, [key]: bad })),
  )
}

describe.each(WITH_BODY)('%s with nasty text in each field', (name, route) => {
  it('is answered well and breaks nothing', async () => {
    const { url, body } = sampleOf(name)
    for (const bad of NASTY.flatMap((nasty) => withEachLeaf(body, nasty))) {
      for (const browser of askers()) {
        expectWellAnswered(await browser.send(route.method, url, { body: bad }))
      }
    }
  })
})

const NASTY_IN_A_URL = [...NASTY.filter((one) => !/[\ud800-\udfff]/.test(one)), '..%2f..%2f', ' ']

describe('addresses', () => {
  const withParams = MANY.filter(([, route]) => route.url.includes(':'))

  it.each(withParams)('%s is answered well whatever stands in its places', async (_name, route) => {
    for (const nasty of NASTY_IN_A_URL) {
      const url = route.url.replaceAll(/:[a-z]+/g, encodeURIComponent(nasty.slice(0, 2000)))
      for (const browser of askers()) {
        expectWellAnswered(await browser.send(route.method, url, { body: {} }))
      }
    }
  })

  it.each(['text', 'service', 'cursor', 'stage', 'waiting', 'limit', 'after', 'version'])(
    'the query %s is answered well whatever it says',
    async (field) => {
      const cursors = [
        '2026-99-99 x',
        `2026-99-99 ${'-'.repeat(36)}`,
        `2026-01-01 ${'a'.repeat(36)}`,
      ]
      const forged = cursors.map((cursor) => Buffer.from(cursor).toString('base64url'))
      for (const value of [...NASTY_IN_A_URL, ...forged, '-1', '1e99', '9'.repeat(30)]) {
        const query = `?${field}=${encodeURIComponent(value)}`
        for (const path of ['cases', 'parties', 'record', 'measures/small-measure']) {
          expectWellAnswered(await officer.send('GET', `/api/${path}${query}`))
        }
      }
    },
  )

  it('a malformed escape and an unknown address are refused in the same shape', async () => {
    for (const url of ['/api/cases/%zz', '/api/nowhere', '/api/cases/../../etc/passwd']) {
      await expectRefused(() => officer.send('GET', url))
    }
  })
})

describe.each(Object.entries(actRoutes))('the act %s', (name, route) => {
  it('never breaks and writes nothing when refused, whatever body arrives', async () => {
    const { url, body } = sampleOf(name as RouteName)
    const keys = Object.keys(body as object)
    const odd = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }), fc.constant(undefined))
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.tuple(fc.constantFrom(...keys), odd).map(([key, value]) => ({
        ...(body as object),
        [key]: value,
      })),
    )
    await fc.assert(
      fc.asyncProperty(bodies, async (sent) => {
        const before = await recordSeqs()
        const reply = await officer.send(route.method, url, { body: sent })
        expectWellAnswered(reply)
        if (reply.status >= 400) expect(await recordSeqs()).toBe(before)
      }),
      { numRuns: 12 },
    )
  })
})

describe('an act from somewhere else', () => {
  const headers: readonly (readonly [string, Record<string, string>])[] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['the same host on another port', { origin: 'http://localhost:1', host: 'localhost:8240' }],
  ]

  it.each(headers)('%s is refused, for every act', async (_what, sent) => {
    for (const [name, route] of MANY.filter(([, one]) => one.method !== 'GET')) {
      const { url, ...sending } = sampleOf(name)
      const ask = () =>
        officer.send(route.method, url, { ...sending, headers: { ...sending.headers, ...sent } })
      await expectRefused(ask, [403])
    }
  })
})

describe('a forged sign-in', () => {
  it.each([
    'banfa_session=',
    'banfa_session=forged',
    `banfa_session=${'A'.repeat(43)}`,
    'banfa_session=__proto__',
    "banfa_session=' or 1=1 --",
    'banfa_session=%00%00',
    `banfa_session=${'x'.repeat(7000)}`,
    'banfa_session=a; banfa_session=b',
  ])('%s is a visitor', async (cookie) => {
    const { body, status } = await site.withCookie(cookie).send('GET', '/api/session')
    expect(status).toBe(200)
    expect(body).toMatchObject({ person: null })
    await expectRefused(() => site.withCookie(cookie).send('GET', '/api/cases'), [401])
  })
})

describe('an upload', () => {
  const at = () => `/api/cases/${zone.cases.find((one) => one.isDraft)?.id}/papers/site-title`

  it.each([
    '../../../etc/passwd',
    '..\\\\..\\\\windows\\\\system.ini',
    '/etc/shadow',
    'a\u202efdp.exe',
    `${'长'.repeat(500)}.pdf`,
    '__proto__',
    '.',
  ])('named %s keeps no path of it', async (name) => {
    const bytes = Buffer.from(`%PDF-1.4\n${name}\n%%EOF\n`)
    const reply = await applicant.upload(at(), { name, bytes })
    expect(reply.status, reply.text).toBe(200)
    const files = (reply.body as { files: { name: string }[] }).files
    for (const file of files) {
      expect(file.name).not.toMatch(/[/\\\u202e]|\.\./)
      expect(file.name).toMatch(/\.pdf$/)
      expect(file.name.length).toBeLessThanOrEqual(90)
    }
  })

  it('of more than 20 MB, of nothing, of another kind or of no file is refused', async () => {
    const send = (sending: Sending) => () => applicant.send('POST', at(), sending)
    const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21 * 1024 * 1024)])
    await expectRefused(send(multipart({ name: 'a.pdf', bytes: large })), [413])
    await expectRefused(send(multipart({ name: 'a.pdf', bytes: Buffer.alloc(0) })))
    // What names itself one kind and is another is refused, and the attempt is on record.
    const before = await recordSeqs()
    const disguised = await send(multipart({ name: 'a.pdf', bytes: Buffer.from('<html>') }))()
    expectWellAnswered(disguised)
    expect(disguised.status).toBeGreaterThanOrEqual(400)
    expect(await recordSeqs()).not.toBe(before)
    await expectRefused(send({ body: { file: 'a' } }))
    await expectRefused(send({ ...multipart({ name: 'a', bytes: large }), payload: 'no parts' }))
  })

  it('to a paper that the service does not ask for is refused', async () => {
    const bytes = Buffer.from('%PDF-1.4\n%%EOF\n')
    for (const paper of ['nothing', '__proto__', 'constructor', '..%2fsite-title']) {
      const url = at().replace('site-title', paper)
      await expectRefused(() => applicant.upload(url, { name: 'a.pdf', bytes }))
    }
  })
})
