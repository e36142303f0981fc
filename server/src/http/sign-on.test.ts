import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider as Idp } from 'oidc-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openSite, type Site } from '../../testing/browser.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { openProvider } from '../identity/index.ts'

// A real provider of OpenID Connect in this process, with its own pages for signing in.
let server: Server
let issuer: string
let zone: Zone
let site: Site

const CALLBACK = 'http://localhost/sign-on'

beforeAll(async () => {
  server = createServer((request, reply) => handle(request, reply))
  let handle: ReturnType<Idp['callback']> = async () => {}
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const idp = new Idp(issuer, {
    clients: [
      {
        client_id: 'banfa',
        client_secret: 'a secret of the test',
        redirect_uris: [CALLBACK],
        post_logout_redirect_uris: ['http://localhost/'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
  })
  handle = idp.callback()
  zone = await openZone({ today: '2026-03-02' })
  const provider = openProvider({
    issuer,
    clientId: 'banfa',
    clientSecret: 'a secret of the test',
    title: '统一身份认证',
    allowHttp: true,
  })
  site = await openSite(zone, { provider })
})

afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Walks the provider's pages as a browser would, and comes back with the address it is sent to. */
async function atProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: { url: string; form?: URLSearchParams } = { url: start }
  for (let hop = 0; hop < 12; hop += 1) {
    const reply = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    })
    for (const cookie of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      jar.set(name, value)
    }
    const to = reply.headers.get('location')
    if (to) {
      const url = new URL(to, next.url).href
      if (url.startsWith('http://localhost/')) return url
      next = { url }
    } else next = formOn(await reply.text(), next.url, login)
  }
  throw new Error('the provider never sent the browser back')
}

function formOn(page: string, at: string, login: string) {
  const action = /action="([^"]+)"/.exec(page)?.[1] ?? at
  const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1]
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1]
  const form = new URLSearchParams(
    xsrf ? { xsrf, logout: 'yes' } : { prompt: prompt ?? 'login', login, password: 'any' },
  )
  return { url: new URL(action, at).href, form }
}

const cookieOf = (reply: { headers: Readonly<Record<string, unknown>> }, name: string) =>
  [reply.headers['set-cookie'] ?? []]
    .flat()
    .map((one) => String(one).split(';')[0] ?? '')
    .find((one) => one.startsWith(`${name}=`)) ?? ''

async function begin(browser: Browser) {
  const reply = await browser.send('POST', '/api/sign-on', { body: { back: '/office' } })
  expect(reply.status, reply.text).toBe(200)
  return { url: (reply.body as { url: string }).url, cookie: cookieOf(reply, 'banfa_sign_on') }
}

const answer = (cookie: string, url: string) =>
  site
    .withCookie(cookie)
    .send('POST', '/api/sign-on/answer', { body: { query: new URL(url).search } })

async function signOn(login: string) {
  const { url, cookie } = await begin(site.visitor)
  return answer(cookie, await atProvider(url, login))
}

test('a person binds the provider’s subject while signed in, and signs on by it ever after', async () => {
  const person = await zone.anOfficer({ name: '绑定者' })
  const own = await site.cookieOf(person)
  const { url, cookie } = await begin(site.withCookie(own))
  const bound = await answer(`${own}; ${cookie}`, await atProvider(url, 'subject-1'))
  expect(bound.body).toMatchObject({ session: { person: { name: '绑定者' } }, back: '/office' })
  const entered = await signOn('subject-1')
  expect(entered.body).toMatchObject({ session: { person: { name: '绑定者' } }, back: '/office' })
  const session = site.withCookie(cookieOf(entered, 'banfa_session'))
  const { body } = await session.send('GET', '/api/me/sign-in')
  expect(body).toMatchObject({
    providers: [{ issuer }],
    sessions: expect.arrayContaining([expect.objectContaining({ way: 'provider' })]),
  })
})

test('the request carries PKCE, a state and a nonce', async () => {
  const { searchParams } = new URL((await begin(site.visitor)).url)
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(searchParams.get(name)?.length).toBeGreaterThan(20)
  }
})

test('a subject that nobody bound is nobody, whatever its name', async () => {
  await zone.anOfficer({ name: '同名', login: 'subject-2' })
  expect((await signOn('subject-2')).body).toMatchObject({ code: 'identity.provider-unbound' })
})

test('a subject stands for one person', async () => {
  const [first, second] = [await zone.anOfficer(), await zone.anOfficer()]
  const binding = async (person: typeof first) => {
    const own = await site.cookieOf(person)
    const { url, cookie } = await begin(site.withCookie(own))
    return answer(`${own}; ${cookie}`, await atProvider(url, 'subject-3'))
  }
  expect((await binding(first)).status).toBe(200)
  expect((await binding(second)).body).toMatchObject({ code: 'identity.provider-bound-already' })
})

test('an answer works once, and in no browser but the one that began', async () => {
  const { url, cookie } = await begin(site.visitor)
  const back = await atProvider(url, 'subject-1')
  const stranger = await begin(site.visitor)
  expect((await answer(stranger.cookie, back)).body).toMatchObject({
    code: 'identity.provider-not-taken',
  })
  expect((await answer('', back)).status).toBe(422)
  expect((await answer(cookie, back)).status).toBe(200)
  expect((await answer(cookie, back)).body).toMatchObject({ code: 'identity.provider-not-taken' })
})

test('a code or state altered on the way is not taken', async () => {
  for (const name of ['code', 'state', 'iss']) {
    const { url, cookie } = await begin(site.visitor)
    const back = new URL(await atProvider(url, 'subject-1'))
    back.searchParams.set(name, `${back.searchParams.get(name)}x`)
    expect((await answer(cookie, back.href)).body).toMatchObject({
      code: 'identity.provider-not-taken',
    })
  }
})

test('signing out leads to the provider’s own sign-out and back', async () => {
  const entered = await signOn('subject-1')
  const own = cookieOf(entered, 'banfa_session')
  const out = await site.withCookie(own).send('DELETE', '/api/session')
  const { signOff } = out.body as { signOff: string }
  expect(signOff.startsWith(`${issuer}/session/end?`)).toBe(true)
  expect(await atProvider(signOff, '')).toBe('http://localhost/')
  const after = await site.withCookie(own).send('GET', '/api/session')
  expect(after.body).toMatchObject({ person: null })
})

test('only a path of this product is come back to', async () => {
  for (const back of ['https://evil.example', '//evil.example', '/\\evil.example']) {
    const reply = await site.visitor.send('POST', '/api/sign-on', { body: { back } })
    expect(reply.status).toBe(422)
  }
})

test('a closed person does not come in by the provider either', async () => {
  const person = await zone.anOfficer({ name: '离职' })
  const own = await site.cookieOf(person)
  const { url, cookie } = await begin(site.withCookie(own))
  await answer(`${own}; ${cookie}`, await atProvider(url, 'subject-4'))
  const by = await site.signedIn(await zone.anOfficer({ duties: ['administer'] }))
  await by.send('POST', `/api/people/${person.person}/close`, { body: { reason: '调离本单位' } })
  expect((await signOn('subject-4')).body).toMatchObject({ code: 'identity.provider-unbound' })
})
