import { expect, test } from 'vitest'
import { openZone, type Zone } from '../../testing/index.ts'
import { addDays, day, newId, type PersonId, reader, sha256, VISITOR } from '../kernel/index.ts'
import {
  actorOfSession,
  addMembership,
  appoint,
  DOORKEEPER,
  enter,
  openOffice,
  registerPerson,
  setPassword,
  signIn,
  signOut,
  sweepSessions,
} from './index.ts'
import type { Tables } from './tables.ts'

const PASSWORD = '正确的密码 correct horse'

async function aZoneWithZhang(): Promise<{ zone: Zone; zhang: PersonId }> {
  const zone = await openZone({ today: '2026-03-02' })
  const zhang = await zone.asSystem((tx) =>
    registerPerson(tx, { login: 'zhang', name: '张三', password: PASSWORD }),
  )
  return { zone, zhang }
}

const attempt = (zone: Zone, login: string, password: string) =>
  signIn(zone.kernel, { login, password }).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )

test('the right password opens a session that stands for the person', async () => {
  const { zone, zhang } = await aZoneWithZhang()
  const session = await signIn(zone.kernel, { login: ' ZHANG ', password: PASSWORD })
  expect(session).toMatchObject({ person: zhang, expiresAt: '2026-03-02T16:00:00.000Z' })
  expect(await enter(zone.kernel, session.token)).toMatchObject({ kind: 'person', name: '张三' })
  const actor = await zone.reading(DOORKEEPER, (tx) => actorOfSession(tx, session.token))
  expect(actor).toMatchObject({ person: zhang })
})

test('a wrong password and an unknown login are refused with the same words', async () => {
  const { zone } = await aZoneWithZhang()
  expect(await attempt(zone, 'zhang', 'wrong')).toBe('identity.wrong-login')
  expect(await attempt(zone, 'nobody', 'wrong')).toBe('identity.wrong-login')
})

test('a person without a password cannot sign in with any', async () => {
  const { zone } = await aZoneWithZhang()
  await zone.asSystem((tx) => registerPerson(tx, { login: 'expert', name: '李四' }))
  expect(await attempt(zone, 'expert', 'a password of nobody')).toBe('identity.wrong-login')
})

test('neither the password nor the token is kept, only argon2id and SHA-256 of them', async () => {
  const { zone } = await aZoneWithZhang()
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  const kept = await zone.asSystem(async (tx) => [
    await reader<Tables>(tx).selectFrom('credentials').select('password_hash').executeTakeFirst(),
    await reader<Tables>(tx).selectFrom('sessions').select('token_hash').executeTakeFirst(),
  ])
  expect(kept).toEqual([
    { password_hash: expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/) },
    { token_hash: sha256(token) },
  ])
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
})

test('after five failures each attempt waits longer; the wait ends and the right password clears it', async () => {
  const { zone } = await aZoneWithZhang()
  for (let failure = 1; failure <= 5; failure += 1) {
    expect(await attempt(zone, 'zhang', 'wrong')).toBe('identity.wrong-login')
  }
  expect(await attempt(zone, 'zhang', PASSWORD)).toBe('identity.too-many')
  zone.clock.advance(1)
  expect(await attempt(zone, 'zhang', 'wrong')).toBe('identity.wrong-login')
  zone.clock.advance(1)
  expect(await attempt(zone, 'zhang', PASSWORD)).toBe('identity.too-many')
  zone.clock.advance(1)
  expect(await attempt(zone, 'zhang', PASSWORD)).toBe('in')
  expect(await attempt(zone, 'zhang', 'wrong')).toBe('identity.wrong-login')
  expect(await attempt(zone, 'zhang', PASSWORD)).toBe('in')
})

test('guessing at once does not get more tries, and an unknown login waits like a known one', async () => {
  const { zone } = await aZoneWithZhang()
  for (const login of ['zhang', 'nobody']) {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => attempt(zone, login, 'wrong')),
    )
    expect(answers.filter((answer) => answer === 'identity.wrong-login')).toHaveLength(5)
    expect(answers.filter((answer) => answer === 'identity.too-many')).toHaveLength(7)
  }
})

test('a session ends after 30 minutes without use, and use keeps it alive', async () => {
  const { zone } = await aZoneWithZhang()
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  for (let visit = 1; visit <= 3; visit += 1) {
    zone.clock.advance(29 * 60)
    expect(await enter(zone.kernel, token)).toMatchObject({ kind: 'person' })
  }
  zone.clock.advance(30 * 60)
  expect(await enter(zone.kernel, token)).toEqual(VISITOR)
})

test('a session ends after 12 hours, used or not', async () => {
  const { zone } = await aZoneWithZhang()
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  for (let quarter = 1; quarter < 48; quarter += 1) {
    zone.clock.advance(15 * 60)
    expect(await enter(zone.kernel, token)).toMatchObject({ kind: 'person' })
  }
  zone.clock.advance(15 * 60)
  expect(await enter(zone.kernel, token)).toEqual(VISITOR)
  const asked = zone.reading(DOORKEEPER, (tx) => actorOfSession(tx, token))
  await expect(asked).rejects.toMatchObject({ code: 'identity.signed-out' })
})

test('signing in again ends the session the browser had; signing out ends the present one', async () => {
  const { zone } = await aZoneWithZhang()
  const first = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  const second = await signIn(zone.kernel, {
    login: 'zhang',
    password: PASSWORD,
    previousToken: first.token,
  })
  expect(await enter(zone.kernel, first.token)).toEqual(VISITOR)
  expect(await enter(zone.kernel, second.token)).toMatchObject({ kind: 'person' })
  await signOut(zone.kernel, second.token)
  await signOut(zone.kernel, second.token)
  expect(await enter(zone.kernel, second.token)).toEqual(VISITOR)
})

test('a new password ends every session of the person', async () => {
  const { zone, zhang } = await aZoneWithZhang()
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  await zone.asSystem((tx) => setPassword(tx, zhang, 'another'))
  expect(await enter(zone.kernel, token)).toEqual(VISITOR)
  expect(await attempt(zone, 'zhang', PASSWORD)).toBe('identity.wrong-login')
})

test('sweeping forgets what is over and keeps what is not', async () => {
  const { zone } = await aZoneWithZhang()
  await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  zone.clock.advance(20 * 60)
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  zone.clock.advance(20 * 60)
  await zone.asSystem(sweepSessions)
  const left = await zone.asSystem((tx) =>
    reader<Tables>(tx).selectFrom('sessions').select('token_hash').execute(),
  )
  expect(left).toEqual([{ token_hash: sha256(token) }])
})

test('a made-up token, an empty one and none at all stand for a visitor', async () => {
  const { zone } = await aZoneWithZhang()
  for (const token of [null, '', 'x', "' or true --"]) {
    expect(await enter(zone.kernel, token)).toEqual(VISITOR)
  }
})

test('posts and memberships give nothing outside their dates', async () => {
  const { zone, zhang } = await aZoneWithZhang()
  const party = newId<never>()
  await zone.asSystem(async (tx) => {
    const name = { zh: '市局', en: 'City bureau' }
    const office = await openOffice(tx, {
      key: 'city-bureau',
      level: 'city',
      district: null,
      name,
      parent: null,
    })
    const from = day('2026-03-10')
    const until = day('2026-03-20')
    await appoint(tx, {
      person: zhang,
      office: office.id,
      title: name,
      duties: ['decide'],
      from,
      until,
    })
    await addMembership(tx, { person: zhang, party, from, until })
  })
  const held: string[] = []
  for (let offset = 0; offset < 30; offset += 1) {
    const today = addDays(day('2026-03-01'), offset)
    zone.setToday(today)
    const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
    const actor = await enter(zone.kernel, token)
    if (actor.kind !== 'person') throw new Error('not signed in')
    expect(actor.posts.length).toBe(actor.parties.length)
    if (actor.posts.length > 0) held.push(today)
  }
  expect([held[0], held.at(-1), held.length]).toEqual(['2026-03-10', '2026-03-20', 11])
})

test('a login belongs to one person', async () => {
  const { zone } = await aZoneWithZhang()
  const again = zone.asSystem((tx) => registerPerson(tx, { login: 'Zhang', name: '又一人' }))
  await expect(again).rejects.toMatchObject({ code: 'identity.login.already' })
})
