import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openZone, type Zone } from '../../testing/index.ts'
import type { PersonActor } from '../kernel/index.ts'
import { codeAt } from './factors/code-generator.ts'
import { enter, enterUntil, NIST_RULES, ownSignIn, secretBox, signIn } from './index.ts'
import { refusePassword } from './password-rules.ts'

const PASSWORD = '正确的密码 correct horse'
const SECRETS = secretBox(Buffer.alloc(32, 1))

async function aZoneWithZhang() {
  const zone = await openZone({ today: '2026-03-02' })
  const zhang = await zone.anOfficer({ login: 'zhang', name: '张三', password: PASSWORD })
  const { token } = await signIn(zone.kernel, { login: 'zhang', password: PASSWORD })
  return { zone, zhang, self: { actor: zhang, token } }
}

const entering = (zone: Zone, code?: string) =>
  signIn(zone.kernel, { login: 'zhang', password: PASSWORD, code }, SECRETS).then(
    () => 'in',
    (error: { code: string }) => error.code,
  )

async function withGenerator() {
  const known = await aZoneWithZhang()
  const { zone, self } = known
  const { secret } = await ownSignIn.setUpGenerator(zone.kernel, self, SECRETS)
  const now = () => codeAt(secret, zone.clock.now())
  const given = { code: now(), secrets: SECRETS }
  const recovery = await ownSignIn.takeGenerator(zone.kernel, self, given)
  zone.clock.advance(60)
  return { ...known, secret, now, recovery }
}

describe('a generator of codes 动态验证码', () => {
  test('once confirmed, the password alone is not enough; the code of the moment is', async () => {
    const { zone, now } = await withGenerator()
    expect(await entering(zone)).toBe('identity.code-needed')
    expect(await entering(zone, '000000')).toBe('identity.wrong-code')
    expect(await entering(zone, now())).toBe('in')
  })

  test('before it is confirmed nothing changes, so that nobody locks themselves out', async () => {
    const { zone, self } = await aZoneWithZhang()
    await ownSignIn.setUpGenerator(zone.kernel, self, SECRETS)
    expect(await entering(zone)).toBe('in')
  })

  test('a code works once, a step early or late, and no further off', async () => {
    const { zone, secret, now } = await withGenerator()
    const code = now()
    expect(await entering(zone, code)).toBe('in')
    expect(await entering(zone, code)).toBe('identity.wrong-code')
    zone.clock.advance(120)
    const late = now()
    zone.clock.advance(29)
    expect(await entering(zone, late)).toBe('in')
    const old = codeAt(secret, zone.clock.now())
    zone.clock.advance(120)
    expect(await entering(zone, old)).toBe('identity.wrong-code')
  })

  test('guessing codes waits longer and longer, like guessing passwords', async () => {
    const { zone, now } = await withGenerator()
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await entering(zone, `00000${guess}`)).toBe('identity.wrong-code')
    }
    expect(await entering(zone, now())).toBe('identity.too-many')
  })

  test('a recovery code stands in once, however it is typed; the other nine remain', async () => {
    const { zone, self, recovery } = await withGenerator()
    const [first = '', second = ''] = recovery
    expect(recovery).toHaveLength(10)
    expect(await entering(zone, first.toLowerCase().replaceAll('-', ' '))).toBe('in')
    expect(await entering(zone, first)).toBe('identity.wrong-code')
    const fresh = await signIn(
      zone.kernel,
      { login: 'zhang', password: PASSWORD, code: second },
      SECRETS,
    )
    const mine = await ownSignIn.view(zone.kernel, { ...self, token: fresh.token })
    expect(mine.recoveryCodesLeft).toBe(8)
    expect(mine.sessions.map(({ way }) => way).sort()).toEqual(['password', 'recovery', 'recovery'])
  })

  test('new recovery codes end the old ones; without the generator there are none', async () => {
    const { zone, self, recovery } = await withGenerator()
    await ownSignIn.renewRecoveryCodes(zone.kernel, self)
    expect(await entering(zone, recovery[0])).toBe('identity.wrong-code')
    await ownSignIn.removeGenerator(zone.kernel, self)
    expect(await entering(zone)).toBe('in')
    await expect(ownSignIn.renewRecoveryCodes(zone.kernel, self)).rejects.toMatchObject({
      code: 'identity.no-generator',
    })
  })

  test('the secret is sealed: another key, another person or an altered byte opens nothing', () => {
    const sealed = SECRETS.seal('JBSWY3DPEHPK3PXP', 'zhang')
    expect(SECRETS.open(sealed, 'zhang')).toBe('JBSWY3DPEHPK3PXP')
    expect(() => SECRETS.open(sealed, 'li')).toThrow()
    expect(() => secretBox(Buffer.alloc(32, 2)).open(sealed, 'zhang')).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(bytes)
        altered.writeUInt8(altered.readUInt8(at) ^ by, at)
        expect(() => SECRETS.open(altered.toString('base64url'), 'zhang')).toThrow()
      }),
    )
  })
})

describe('one’s own sessions', () => {
  test('each is listed with how it was come by, and may be ended without the others', async () => {
    const { zone, self } = await aZoneWithZhang()
    const there = await signIn(zone.kernel, {
      login: 'zhang',
      password: PASSWORD,
      device: 'Firefox',
    })
    const { sessions } = await ownSignIn.view(zone.kernel, self)
    expect(sessions.map(({ device, isThis }) => [device, isThis]).sort()).toEqual([
      ['', true],
      ['Firefox', false],
    ])
    const other = sessions.find(({ isThis }) => !isThis)
    if (!other) throw new Error('no other session')
    await ownSignIn.endSession(zone.kernel, self, other.id)
    expect((await enter(zone.kernel, there.token)).kind).toBe('visitor')
    expect((await enter(zone.kernel, self.token)).kind).toBe('person')
  })

  test('somebody else’s session is as much not there as one that never was', async () => {
    const { zone, self } = await aZoneWithZhang()
    const li = await zone.anOfficer({ login: 'li', password: PASSWORD })
    const [mine] = (await ownSignIn.view(zone.kernel, self)).sessions
    if (!mine) throw new Error('no session')
    const ending = ownSignIn.endSession(zone.kernel, { actor: li, token: null }, mine.id)
    await expect(ending).rejects.toMatchObject({ code: 'identity.session.not-found' })
    expect((await enter(zone.kernel, self.token)).kind).toBe('person')
  })

  test('what is left is told: 30 minutes idle at first, at the end no more than the twelve hours', async () => {
    const { zone, self } = await aZoneWithZhang()
    expect((await enterUntil(zone.kernel, self.token)).left).toEqual({ idle: 1800, all: 43_200 })
    for (let use = 0; use < 47; use += 1) {
      zone.clock.advance(15 * 60)
      await enterUntil(zone.kernel, self.token)
    }
    expect((await enterUntil(zone.kernel, self.token)).left).toEqual({ idle: 900, all: 900 })
  })

  test('ways of signing in are changed soon after signing in, or not at all', async () => {
    const { zone, self } = await aZoneWithZhang()
    zone.clock.advance(16 * 60)
    await expect(ownSignIn.setUpGenerator(zone.kernel, self, SECRETS)).rejects.toMatchObject({
      code: 'identity.not-fresh',
    })
  })
})

describe('a person’s own password', () => {
  const change = (zone: Zone, actor: PersonActor, given: { present: string; password: string }) =>
    ownSignIn.changePassword(zone.kernel, { actor, token: null }, { ...given, rules: NIST_RULES })

  test('changes with the present one, ends the other sessions and is on the record', async () => {
    const { zone, zhang, self } = await aZoneWithZhang()
    const next = '春眠不觉晓处处闻啼鸟夜来风雨声'
    await expect(change(zone, zhang, { present: 'wrong', password: next })).rejects.toMatchObject({
      code: 'identity.wrong-present',
    })
    await change(zone, zhang, { present: PASSWORD, password: next })
    expect(await entering(zone)).toBe('identity.wrong-login')
    expect((await enter(zone.kernel, self.token)).kind).toBe('visitor')
    const { token } = await signIn(zone.kernel, { login: 'zhang', password: next })
    expect((await enter(zone.kernel, token)).kind).toBe('person')
  })

  const refused = (password: string, rules = NIST_RULES) =>
    refusePassword(password, rules, { login: 'zhang.san', name: '张三' }).then(
      () => null,
      (error: { code: string }) => error.code,
    )

  test('is long, uncommon and not one’s own name (NIST SP 800-63B-4 §3.1.1.2)', async () => {
    expect(await refused('short')).toBe('identity.password-short')
    expect(await refused('qwertyuiop12345')).toBe('identity.password-common')
    expect(await refused('aaaaaaaaaaaaaaaaaaaa')).toBe('identity.password-common')
    expect(await refused('zhang.san2026!!')).toBe('identity.password-own')
    expect(await refused('banfabanfabanfabanfa')).toBe('identity.password-own')
    expect(await refused('一行白鹭上青天窗含西岭千秋雪吗')).toBeNull()
    expect(await refused('horse staple moon river')).toBeNull()
  })

  test('obeys what the operator configured', async () => {
    const rules = { least: 8, kinds: 3, common: false } as const
    expect(await refused('lowercase only', rules)).toBe('identity.password-kinds')
    expect(await refused('Password1', rules)).toBe('identity.password-own')
    expect(await refused('Tianshan2', rules)).toBeNull()
  })
})
