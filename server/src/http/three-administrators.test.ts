import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { type Browser, openSite, type Site } from '../../testing/browser.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { type Actor, newId, type PersonActor, type ReadTx, reader } from '../kernel/index.ts'

let zone: Zone
let site: Site
let system: Browser
let security: Browser
let securityOfficer: PersonActor
let office: string

beforeAll(async () => {
  zone = await openZone({ today: '2026-03-02' })
  site = await openSite(zone)
  system = await site.signedIn(await zone.anOfficer({ duties: ['administer'], name: '系统管理员' }))
  securityOfficer = await zone.anOfficer({ duties: ['grant'], name: '安全管理员' })
  security = await site.signedIn(securityOfficer)
  const { body } = await site.visitor.send('GET', '/api/offices')
  office = (body as { offices: { id: string }[] }).offices[0]?.id ?? ''
})

const title = { zh: '科员', en: 'Officer' }
const granting = (by: Browser, person: string, duties: readonly string[]) =>
  by.send('POST', '/api/posts', {
    body: { person, office, title, duties, from: '2026-03-02', until: null },
  })

type Link = { id: string; path: string }

async function aNewPerson(name: string) {
  const login = `new-${newId()}`
  const { body } = await system.send('POST', '/api/people', { body: { login, name } })
  const { path } = body as Link
  const { body: people } = await system.send('GET', `/api/people?text=${login}`)
  return { login, path, id: (people as { id: string }[])[0]?.id ?? '' }
}

const PASSWORD = '黄河远上白云间一片孤城万仞山吗'
const join = (path: string, password: string) =>
  site.visitor.send('POST', `/api${path.replace('/join', '/invitations')}`, { body: { password } })

test('it takes two to make an officer: one adds the person, the other grants the post', async () => {
  const { id, path } = await aNewPerson('新科员')
  expect((await granting(system, id, ['handle'])).status).toBe(403)
  const granted = await granting(security, id, ['handle'])
  expect(granted.status, granted.text).toBe(200)
  expect((await join(path, 'too short')).body).toMatchObject({ code: 'identity.password-short' })
  const joined = await join(path, PASSWORD)
  expect(joined.body).toMatchObject({ person: { name: '新科员', posts: [{ duties: ['handle'] }] } })
})

test('the link works once, so that whoever used it first is found out', async () => {
  const { path } = await aNewPerson('一次')
  expect((await join(path, PASSWORD)).status).toBe(200)
  const again = await join(path, `${PASSWORD}二`)
  expect([again.status, again.body]).toMatchObject([404, { code: 'identity.invitation.not-found' }])
})

test('a link ends after a week; a made-up one answers alike', async () => {
  const own = await openZone()
  const there = await openSite(own)
  const by = await there.signedIn(await own.anOfficer({ duties: ['administer'] }))
  const { body } = await by.send('POST', '/api/people', { body: { login: 'late', name: '迟到' } })
  own.clock.advance(7 * 86_400 + 1)
  const ask = (token: string) => there.visitor.send('GET', `/api/invitations/${token}`)
  const late = await ask((body as Link).path.replace('/join/', ''))
  const madeUp = await ask('x'.repeat(43))
  expect([late.status, late.text]).toEqual([madeUp.status, madeUp.text])
})

test('nobody holds two of the three, nor one of them beside cases', async () => {
  const { id } = await aNewPerson('兼任')
  const refused = await granting(security, id, ['handle', 'audit'])
  expect(refused.body).toMatchObject({ code: 'identity.duties-apart' })
  expect((await granting(security, id, ['handle'])).status).toBe(200)
  for (const duty of ['audit', 'administer', 'grant']) {
    const { body } = await granting(security, id, [duty])
    expect(body).toMatchObject({ code: 'identity.duties-apart' })
  }
})

test('a post that has ended leaves room for another duty, from the day it is over', async () => {
  const { id } = await aNewPerson('转岗')
  const { body } = await granting(security, id, ['handle'])
  const [post] = (body as { posts: { id: string }[] }).posts
  await security.send('POST', `/api/posts/${post?.id}/end`, {
    body: { from: '2026-03-10', reason: '岗位调整，转任审计' },
  })
  expect((await granting(security, id, ['audit'])).body).toMatchObject({
    code: 'identity.duties-apart',
  })
  const later = await security.send('POST', '/api/posts', {
    body: { person: id, office, title, duties: ['audit'], from: '2026-03-10', until: null },
  })
  expect(later.status, later.text).toBe(200)
})

test('whoever grants rights grants and takes none of their own', async () => {
  const own = await granting(security, securityOfficer.person, ['grant'])
  expect(own.body).toMatchObject({ code: 'identity.own-rights-forbidden' })
})

test('an officer is reset with a new link; none of the three is, or the one would be the other', async () => {
  const { id, login, path } = await aNewPerson('失忆')
  await granting(security, id, ['handle'])
  await join(path, PASSWORD)
  const reset = await system.send('POST', `/api/people/${id}/reset`)
  expect(reset.status, reset.text).toBe(200)
  const signIn = (password: string) =>
    site.visitor.send('POST', '/api/session', { body: { login, password } })
  expect((await signIn(PASSWORD)).status).toBe(422)
  await join((reset.body as Link).path, `${PASSWORD}新`)
  expect((await signIn(`${PASSWORD}新`)).status).toBe(200)
  const { body } = await system.send('POST', `/api/people/${securityOfficer.person}/reset`)
  expect(body).toMatchObject({ code: 'identity.administrator-forbidden' })
})

test('a closed person is out at once and back when opened', async () => {
  const { id, path } = await aNewPerson('停用')
  const joined = await join(path, PASSWORD)
  const cookie = String(joined.headers['set-cookie']).split(';')[0] ?? ''
  const browser = site.withCookie(cookie)
  const who = async () => (await browser.send('GET', '/api/session')).body
  const close = (open: boolean) =>
    system.send('POST', `/api/people/${id}/close`, { body: { reason: '调离本单位', open } })
  expect(await who()).toMatchObject({ person: { name: '停用' } })
  await close(false)
  expect(await who()).toMatchObject({ person: null })
  await close(true)
  expect(await who()).toMatchObject({ person: { name: '停用' } })
})

test('row-level security shows neither administrator a case, a party or the record', async () => {
  const countOf = async (actor: Actor, table: string) =>
    zone.reading(actor, async (tx: ReadTx) => {
      const { rows } = await sql`select from ${sql.table(table)}`.execute(reader(tx))
      return rows.length
    })
  const administrator = await zone.anOfficer({ duties: ['administer'] })
  const decider = await zone.anOfficer({ duties: ['decide'] })
  for (const table of ['record_entries', 'people', 'posts']) {
    expect(await countOf(decider, table), table).toBeGreaterThan(1)
  }
  for (const actor of [administrator, securityOfficer]) {
    expect(await countOf(actor, 'record_entries')).toBe(0)
    // Beside a task of theirs they see themselves alone.
    expect(await countOf(actor, 'people')).toBe(1)
    expect(await countOf(actor, 'posts')).toBe(1)
  }
})
