import { expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { openZone, type Zone } from '../../testing/index.ts'
import { administration, codeAt, signIn, type TwoStepsFor } from '../identity/index.ts'

const PASSWORD = '正确的密码 correct horse'

/** Somebody with these duties who signs in at the door with what they give. */
async function holding(duty: 'administer' | 'handle', twoSteps: TwoStepsFor) {
  const zone = await openZone({ today: '2026-03-02' })
  await zone.anOfficer({ login: 'zhou', name: '周凯', password: PASSWORD, duties: [duty] })
  const site = await openSite(zone, { twoSteps })
  const enter = async (given: object = {}) => {
    const body = { login: 'zhou', password: PASSWORD, ...given }
    const reply = await site.visitor.send('POST', '/api/session', { body })
    const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
    return { reply, browser: site.withCookie(cookie) }
  }
  return { zone, enter }
}

const WITHHELD = { needsTwoSteps: true, person: { name: '周凯', posts: [] } }
const HELD = { needsTwoSteps: false, person: { posts: [{ title: { zh: expect.any(String) } }] } }

test('an administrator by a password alone holds no post until a second step is set up and used', async () => {
  const { zone, enter } = await holding('administer', 'administrators')
  const { reply, browser } = await enter()
  expect(reply.body).toMatchObject(WITHHELD)
  expect((await browser.send('GET', '/api/session')).body).toMatchObject(WITHHELD)
  expect((await browser.send('GET', '/api/people')).status).toBe(403)
  const { body } = await browser.send('POST', '/api/me/generator')
  const { secret } = body as { secret: string }
  const code = () => codeAt(secret, zone.clock.now())
  const taken = await browser.send('PUT', '/api/me/generator', { body: { code: code() } })
  expect(taken.status, taken.text).toBe(200)
  expect((await browser.send('GET', '/api/people')).status).toBe(403)
  zone.clock.advance(60)
  const again = await enter({ code: code() })
  expect(again.reply.body).toMatchObject(HELD)
  expect((await again.browser.send('GET', '/api/people')).status).toBe(200)
})

test('whoever handles cases is asked for it only where the operator says so', async () => {
  expect((await (await holding('handle', 'administrators')).enter()).reply.body).toMatchObject(HELD)
  expect((await (await holding('handle', 'officers')).enter()).reply.body).toMatchObject(WITHHELD)
  expect((await (await holding('administer', 'nobody')).enter()).reply.body).toMatchObject(HELD)
})

const entering = (zone: Zone, password: string) =>
  signIn(zone.kernel, { login: 'he', password }).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )

test('the machine resets one of the three administrators, and nobody else may', async () => {
  const zone = await openZone({ today: '2026-03-02' })
  await zone.anOfficer({ login: 'he', password: PASSWORD, duties: ['audit'] })
  const other = await zone.anOfficer({ duties: ['administer'] })
  const given = { login: ' HE ', password: 'a new first one' }
  await expect(
    zone.kernel.writing(other, (tx) => administration.resetSignIn(tx, given)),
  ).rejects.toMatchObject({ code: 'identity.forbidden' })
  await zone.asSystem((tx) => administration.resetSignIn(tx, given))
  expect(await entering(zone, PASSWORD)).toBe('identity.wrong-login')
  expect(await entering(zone, given.password)).toBe('in')
  await expect(
    zone.asSystem((tx) => administration.resetSignIn(tx, { ...given, login: 'nobody' })),
  ).rejects.toMatchObject({ code: 'identity.person.not-found' })
})
