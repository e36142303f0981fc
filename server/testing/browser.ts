import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { handlersOf, openHttp, type openMetrics } from '../src/http/index.ts'
import {
  NIST_RULES,
  openSession,
  type Provider,
  secretBox,
  type TwoStepsFor,
} from '../src/identity/index.ts'
import type { Kernel, PersonId } from '../src/kernel/index.ts'
import type { Zone } from './zone.ts'

/** What came back; `body` is the JSON read, or null when the answer is none. */
export type Reply = {
  readonly status: number
  readonly text: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

export type Sending = {
  readonly body?: unknown
  /** Sent as it is, instead of `body` as JSON. */
  readonly payload?: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A browser with or without a sign-in, against the whole product behind HTTP. */
export interface Browser {
  send(method: Method, url: string, sending?: Sending): Promise<Reply>
  upload(url: string, file: { name: string; bytes: Buffer }): Promise<Reply>
}

export type Site = {
  readonly app: FastifyInstance
  readonly visitor: Browser
  /** Signed in, without the cost of a password. */
  signedIn(person: { readonly person: PersonId }): Promise<Browser>
  cookieOf(person: { readonly person: PersonId }): Promise<string>
  /** With whatever cookie header one likes to forge. */
  withCookie(cookie: string): Browser
}

export type SiteTraits = {
  readonly demo?: boolean
  readonly kernel?: Kernel
  readonly provider?: Provider
  readonly log?: { readonly level: string }
  readonly twoSteps?: TwoStepsFor
  readonly strangersPerHour?: number
  /** Sees the server before it has any route. */
  readonly metrics?: ReturnType<typeof openMetrics>
}

/** The outbox of a test: e-mail is kept. */
export function outboxParts() {
  return { secrets: secretBox(Buffer.alloc(32, 7)), isMailSetUp: false }
}

/** What signing in needs, with a key of the tests. */
export function signInParts(provider: Provider | null, twoSteps: TwoStepsFor = 'nobody') {
  return { secrets: secretBox(Buffer.alloc(32, 7)), rules: NIST_RULES, provider, twoSteps }
}

/** The product's HTTP over a zone, as product.ts wires it, without a port. */
export async function openSite(zone: Zone, traits: SiteTraits = {}): Promise<Site> {
  const { demo = false, kernel = zone.kernel, log = false, twoSteps = 'nobody' } = traits
  const title = { zh: '测试区', en: 'Test zone' }
  const app = await openHttp({
    kernel,
    twoSteps,
    handlers: handlersOf({
      zone: { title, demo },
      version: '0.0.0',
      signIn: signInParts(traits.provider ?? null, twoSteps),
      outbox: outboxParts(),
    }),
    webRoot: null,
    trustProxy: [],
    requestsPerMinute: 1_000_000,
    strangersPerHour: traits.strangersPerHour ?? 1_000_000,
    log,
    ...(traits.metrics && { metrics: traits.metrics }),
  })
  afterAll(() => app.close())
  const withCookie = (cookie: string) => browser(app, { cookie })
  const cookieOf: Site['cookieOf'] = async ({ person }) => {
    const { token } = await zone.asSystem((tx) => openSession(tx, person))
    return `banfa_session=${token}`
  }
  return {
    app,
    visitor: browser(app, {}),
    withCookie,
    cookieOf,
    signedIn: async (person) => withCookie(await cookieOf(person)),
  }
}

function browser(app: FastifyInstance, carried: Readonly<Record<string, string>>): Browser {
  const send: Browser['send'] = async (method, url, { body, payload, headers = {} } = {}) => {
    const content = payload ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = content === undefined ? {} : { 'content-type': 'application/json' }
    const reply = await app.inject({
      method,
      url,
      headers: { ...carried, ...type, ...headers },
      ...(content === undefined ? {} : { payload: content }),
    })
    const text = reply.payload
    return { status: reply.statusCode, text, body: jsonOf(reply), headers: reply.headers }
  }
  return {
    send,
    upload: (url, file) => send('POST', url, multipart(file)),
  }
}

function jsonOf({ headers, payload }: { headers: object; payload: string }): unknown {
  const type = 'content-type' in headers ? String(headers['content-type']) : ''
  return type.startsWith('application/json') ? JSON.parse(payload) : null
}

/** Text fields, then one file in the field "file"; the name goes in as it is, tricks and all. */
export function multipart(
  { name, bytes }: { name: string; bytes: Buffer },
  fields: Readonly<Record<string, string>> = {},
): Required<Pick<Sending, 'payload' | 'headers'>> {
  const boundary = 'banfa-test-boundary'
  const texts = Object.entries(fields).map(
    ([field, text]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${text}\r\n`,
  )
  const head = `${texts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
