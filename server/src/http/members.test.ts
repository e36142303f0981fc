import { beforeEach, expect, test } from 'vitest'
import { type Browser, openSite, type Site } from '../../testing/browser.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { NIST_RULES } from '../identity/index.ts'
import { newId, type PartyId, type PersonActor } from '../kernel/index.ts'

const PASSWORD = '黄河远上白云间一片孤城万仞山吗'

let zone: Zone
let site: Site
let party: PartyId
let owner: PersonActor
let owning: Browser

beforeEach(async () => {
  zone = await openZone({ today: '2026-03-02' })
  site = await openSite(zone)
  party = newId<PartyId>()
  owner = await zone.anApplicant({ parties: [party], name: '负责人甲' })
  owning = await site.signedIn(owner)
})

const members = (by: Browser) => by.send('GET', `/api/organisations/${party}/members`)
const change = (by: Browser, person: string, part: string | null) =>
  by.send('PUT', `/api/organisations/${party}/members/${person}`, { body: { part } })

async function invited(part: string) {
  const url = `/api/organisations/${party}/invitations`
  const reply = await owning.send('POST', url, { body: { invited: '新同事', part } })
  const { path, id } = reply.body as { path: string; id: string }
  return { id, link: `/api${path.replace('/join', '/invitations')}` }
}

const fresh = () => ({ login: `new-${newId()}`, name: '新同事', password: PASSWORD })

test('an invitation makes a new person a member in the part it names, once', async () => {
  const { link } = await invited('editor')
  expect(PASSWORD.length).toBeGreaterThanOrEqual(NIST_RULES.least)
  const joined = await site.visitor.send('POST', link, { body: fresh() })
  expect(joined.body).toMatchObject({ person: { name: '新同事', parts: { [party]: 'editor' } } })
  expect((await site.visitor.send('POST', link, { body: fresh() })).status).toBe(404)
  expect((await members(owning)).body).toMatchObject({
    members: [{ name: '负责人甲' }, { name: '新同事', part: 'editor' }],
    invitations: [],
  })
})

test('somebody of another organisation takes it as the person they are, and acts for both', async () => {
  const other = newId<PartyId>()
  const person = await zone.anApplicant({ parties: [other], name: '两家' })
  const browser = await site.signedIn(person)
  const { link } = await invited('viewer')
  const taken = await browser.send('POST', link, { body: {} })
  expect(taken.body).toMatchObject({ person: { parts: { [other]: 'owner', [party]: 'viewer' } } })
})

test('a link that was withdrawn, or waited for more than seven days, is as none', async () => {
  const one = await invited('editor')
  const gone = await owning.send('DELETE', `/api/organisations/${party}/invitations/${one.id}`)
  expect(gone.body).toMatchObject({ invitations: [] })
  expect((await site.visitor.send('GET', one.link)).status).toBe(404)
  const late = await invited('editor')
  zone.clock.advance(7 * 86_400 + 1)
  expect((await site.visitor.send('POST', late.link, { body: fresh() })).status).toBe(404)
})

test('only an owner sees and changes members; the last owner stays', async () => {
  const editor = await zone.anApplicant({ parties: [party], part: 'editor' })
  const editing = await site.signedIn(editor)
  expect((await members(editing)).status).toBe(403)
  expect((await change(editing, owner.person, 'viewer')).status).toBe(403)
  const last = await change(owning, owner.person, null)
  expect([last.status, last.body]).toMatchObject([409, { code: 'identity.last-owner-conflict' }])
  const stranger = await site.signedIn(await zone.anApplicant())
  expect((await members(stranger)).status).toBe(403)
})

test('a member is out at once, also on the day they came', async () => {
  const { link } = await invited('owner')
  const joined = await site.visitor.send('POST', link, { body: fresh() })
  const { id } = (joined.body as { person: { id: string } }).person
  const cookie = String(joined.headers['set-cookie']).split(';')[0] ?? ''
  const theirs = site.withCookie(cookie)
  expect((await members(theirs)).status).toBe(200)
  const ended = await change(owning, id, null)
  expect(ended.body).toMatchObject({ members: [{ name: '负责人甲' }] })
  expect((await members(theirs)).status).toBe(403)
  const again = await invited('viewer')
  const back = await theirs.send('POST', again.link, { body: {} })
  expect(back.body).toMatchObject({ person: { parts: { [party]: 'viewer' } } })
})
