import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Browser, multipart, openSite } from '../../testing/browser.ts'
import { useDocuments } from '../../testing/case-office.ts'
import { holdToDescription } from '../../testing/described.ts'
import { type Ground, type Schema, valuesOf } from '../../testing/from-schema.ts'
import { openWalkedZone } from '../../testing/walk/zone.ts'
import { type Kernel, verifyRecord } from '../kernel/index.ts'
import { openapiDocument } from './openapi.ts'

useDocuments()

/** More of them: `npm run fuzz -- 20000`. */
const requests = Number(process.env.BANFA_FUZZ ?? 800)
const seed = Number(process.env.BANFA_FUZZ_SEED ?? 20_261_121)
/** One route alone, by its name, to look closer. */
const only = process.env.BANFA_FUZZ_ROUTE

type Operation = {
  readonly operationId: string
  readonly parameters?: readonly { in: string; name: string; schema: Schema }[]
  readonly requestBody?: { content: Readonly<Record<string, { schema: Schema }>> }
}
type Document = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A kernel that counts what people's requests committed. */
function counting(kernel: Kernel): { kernel: Kernel; commits: () => number } {
  let commits = 0
  const writing: Kernel['writing'] = async (actor, work) => {
    const answer = await kernel.writing(actor, work)
    if (actor.kind !== 'system') commits += 1
    return answer
  }
  return { kernel: { ...kernel, writing }, commits: () => commits }
}

/** Signing out ends the session of all who follow. */
const LEFT_OUT = ['signOut']

test(
  `${requests} generated requests from seed ${seed}: none breaks the product, none refused has written`,
  async () => {
    const zone = await openWalkedZone()
    const { kernel, commits } = counting(zone.zone.kernel)
    const site = await openSite(zone.zone, { kernel, ...(only ? { log: { level: 'error' } } : {}) })
    const differences = await holdToDescription(site.app)
    const people = [zone.city, zone.district, zone.own, zone.signer, zone.federation]
    const browsers = [site.visitor, ...(await Promise.all(people.map((one) => site.signedIn(one))))]
    const document = (await openapiDocument()) as unknown as Document
    const ids = zone.cases.flatMap((one) => [one.id, one.party.id, one.notice ?? zone.call])
    const ground = { schemas: document.components.schemas, ids: [...ids, zone.call] }
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, of]) => ({ path, method, of })),
    )
    const asked = operations.filter(({ of }) =>
      only ? of.operationId === only : !LEFT_OUT.includes(of.operationId),
    )
    const each = Math.ceil(requests / asked.length)
    const wrong: string[] = []
    const seen = new Set<number>()
    let sent = 0
    for (const { path, method, of } of asked) {
      const arbitrary = requestOf(path, of, ground)
      for (const { who, ...given } of fc.sample(arbitrary, { numRuns: each, seed })) {
        const before = commits()
        const browser = browsers[who % browsers.length] as Browser
        const reply = await send(browser, method, given)
        seen.add(reply.status)
        sent += 1
        const why = wrongWith(reply.status, commits() - before)
        if (why)
          wrong.push(`${why}: ${method} ${JSON.stringify(given)} ${reply.text}`.slice(0, 600))
      }
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(differences()).toEqual([])
    expect(sent).toBeGreaterThanOrEqual(requests)
    if (!only) expect([...seen].some((status) => status < 400)).toBe(true)
    expect(await zone.zone.asSystem((tx) => verifyRecord(tx))).toMatchObject({ intact: true })
  },
  Math.max(120_000, requests * 100),
)

type Given = {
  readonly url: string
  readonly body: unknown
  readonly file: { readonly name: string; readonly bytes: Buffer } | null
  readonly fields: Readonly<Record<string, string>>
}

function send(browser: Browser, method: string, { url, body, file, fields }: Given) {
  const upper = method.toUpperCase() as Method
  if (file) return browser.send(upper, url, multipart(file, fields))
  return browser.send(upper, url, body === undefined ? {} : { body })
}

function wrongWith(status: number, written: number): string | null {
  if (status >= 500) return `broken ${status}`
  return status >= 400 && written > 0 ? `refused ${status}, yet written` : null
}

const BEGINNINGS = [
  '%PDF-1.4\n',
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff\xe0',
  'PK\x03\x04',
  '第一条 ',
  '',
]

/** Files that begin like what they say and go on as they like. */
const FILES = fc
  .record({
    name: fc.constantFrom('a.pdf', '../../a.pdf', '草案.docx', '草案.txt', 'a.png.exe', 'a'),
    begins: fc.constantFrom(...BEGINNINGS),
    goesOn: fc.uint8Array({ maxLength: 2_000 }),
  })
  .map(({ name, begins, goesOn }) => ({
    name,
    bytes: Buffer.concat([Buffer.from(begins, 'latin1'), goesOn]),
  }))

function requestOf(path: string, of: Operation, ground: Ground) {
  const parts = (where: string) => (of.parameters ?? []).filter((one) => one.in === where)
  const texts = (where: string) =>
    fc.record(
      Object.fromEntries(
        parts(where).map((one) => [one.name, valuesOf(one.schema, ground).map(textOf)]),
      ),
    )
  const schema = of.requestBody?.content['application/json']?.schema
  const form = of.requestBody?.content['multipart/form-data']?.schema.properties
  const fields = Object.entries(form ?? {}).filter(([name]) => name !== 'file')
  const typed = fields.map(([name, one]) => [name, valuesOf(one, ground).map(textOf)] as const)
  return fc
    .record({
      file: form ? FILES : fc.constant(null),
      fields: fc.record(Object.fromEntries(typed)),
      params: texts('path'),
      query: texts('query'),
      body: schema ? valuesOf(schema, ground) : fc.constant(undefined),
      who: fc.nat(5),
    })
    .map(({ params, query, body, who, file, fields: said }) => {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => encoded(params[name] ?? ''))
      const asked = Object.entries(query).map(([name, value]) => `${name}=${encoded(value)}`)
      const url = asked.length > 0 ? `${filled}?${asked.join('&')}` : filled
      return { url, body, who, file, fields: said }
    })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Lone halves of a pair cannot be put into an address at all. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())
