import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { smallMeasure } from '../../testing/small-measure.ts'
import { day, deliverEvents, type Json, type PartyId } from '../kernel/index.ts'
import { recordFacts, registerParty } from '../registries/index.ts'
import {
  enact,
  entitlementsOf,
  explainEntitlement,
  findPass,
  install,
  matchParties,
  matchZone,
} from '../rulebook/index.ts'
import { matchHandlers, matchWholeZone } from './index.ts'
import { matchPage } from './match.ts'

const byRegister = { kind: 'register', title: { zh: '企业登记', en: 'Register' } } as const
const OF = { pack: 'small-measure', service: 'small-base-recognition' }

async function aZoneWithFirms() {
  const zone = await openZone({ today: '2026-03-02' })
  await zone.asSystem((tx) => install(tx, smallMeasure()))
  const codes = ['91650102MA0DEM021G']
  const firm = (name: string, creditCode: string) =>
    zone.asSystem((tx) => registerParty(tx, { kind: 'enterprise', name, creditCode }))
  const large = await firm('大企业', codes[0] ?? '')
  const tell = (party: PartyId, facts: Readonly<Record<string, Json>>) =>
    zone.asSystem((tx) =>
      recordFacts(tx, {
        party,
        source: byRegister,
        facts: Object.entries(facts).map(([name, value]) => ({ subject: 'party', name, value })),
      }),
    )
  const putInForce = (from: string) =>
    zone.asSystem((tx) =>
      enact(tx, { ...smallMeasure(), from: day(from), reason: '经局长办公会研究' }),
    )
  const deliver = async () => {
    const delivered = await deliverEvents(zone.kernel, matchHandlers)
    await matchWholeZone(zone.kernel)
    return delivered
  }
  const of = (party: PartyId) => zone.asSystem((tx) => entitlementsOf(tx, party))
  return { zone, large, firm, tell, putInForce, deliver, of }
}

describe('entitlements', () => {
  test('a measure put in force is answered for every party at once', async () => {
    const at = await aZoneWithFirms()
    await at.tell(at.large.id, { 'registered-place': 'urumqi', 'floor-area': 299 })
    await at.putInForce('2026-03-02')
    expect(await at.deliver()).toMatchObject({ failed: null })
    expect(await at.of(at.large.id)).toMatchObject([
      { ...OF, answer: 'not-met', codes: 'nmnuuu', on: '2026-03-02', payable: null },
    ])
  })

  test('new facts answer what rests on them, by the interpreter, as the database would', async () => {
    const at = await aZoneWithFirms()
    await at.putInForce('2026-03-02')
    await at.deliver()
    await at.tell(at.large.id, { 'registered-place': 'urumqi', 'floor-area': '300 平方米' })
    await at.deliver()
    const one = await at.of(at.large.id)
    expect(one).toMatchObject([{ answer: 'unknown', codes: 'ummuuu' }])
    await at.zone.asSystem((tx) => matchZone(tx))
    const strip = ({ answeredAt: _, ...rest }: (typeof one)[number]) => rest
    expect((await at.of(at.large.id)).map(strip)).toEqual(one.map(strip))
  })

  test('a fact nothing rests on answers nothing anew', async () => {
    const at = await aZoneWithFirms()
    await at.putInForce('2026-03-02')
    const parties = [{ party: at.large.id, kind: 'enterprise', facts: {} }]
    const changed = ['shoe-size']
    expect(await at.zone.asSystem((tx) => matchParties(tx, { parties, changed }))).toMatchObject({
      answers: 0,
    })
  })

  test('a measure that takes effect later is answered by the run of its day', async () => {
    const at = await aZoneWithFirms()
    await at.tell(at.large.id, { 'registered-place': 'elsewhere' })
    await at.putInForce('2026-03-05')
    await at.deliver()
    await matchWholeZone(at.zone.kernel)
    expect(await at.of(at.large.id)).toEqual([])
    at.zone.setToday('2026-03-05')
    await matchWholeZone(at.zone.kernel)
    expect(await at.of(at.large.id)).toMatchObject([{ answer: 'not-met', codes: 'nnuuuu' }])
  })

  test('a pass that was cut short goes on with the parties that are left, and is done once', async () => {
    const at = await aZoneWithFirms()
    const small = await at.firm('小企业', '91659999MA7110268Y')
    await at.putInForce('2026-03-02')
    const page = () => at.zone.asSystem((tx) => matchPage(tx, 1))
    const pass = () => at.zone.asSystem(findPass)
    expect(await page()).toBe(true)
    expect(await pass()).toMatchObject({ parties: 1, doneAt: null })
    const count = async () =>
      (await Promise.all([at.large, small].map(({ id }) => at.of(id)))).flat().length
    expect(await count()).toBe(1)
    while (await page());
    expect(await pass()).toMatchObject({ parties: 2, doneAt: expect.any(String) })
    expect(await count()).toBe(2)
    expect(await page()).toBe(false)
    at.zone.setToday('2026-03-03')
    expect(await page()).toBe(true)
    expect(await pass()).toMatchObject({ parties: 1, on: '2026-03-03', doneAt: null })
  })

  test('a value that does not fit is left out and counts as missing', async () => {
    const at = await aZoneWithFirms()
    await at.tell(at.large.id, { 'registered-place': 'urumqi', 'floor-area': 'large' })
    await at.putInForce('2026-03-02')
    await at.deliver()
    expect(await at.of(at.large.id)).toMatchObject([{ codes: 'umuuuu' }])
  })

  test('why is told by replay, and an answer that cannot be had again is a fault', async () => {
    const at = await aZoneWithFirms()
    await at.tell(at.large.id, { 'floor-area': 250 })
    await at.putInForce('2026-03-02')
    await at.deliver()
    const asked = { ...OF, party: at.large.id }
    const { outcome } = await at.zone.asSystem((tx) => explainEntitlement(tx, asked))
    expect(outcome.findings.find((one) => one.condition === 'large-enough')).toMatchObject({
      answer: 'not-met',
      saw: [{ value: '250平方米' }],
    })
  })

  test('a party sees its own answers and nobody else’s', async () => {
    const at = await aZoneWithFirms()
    await at.tell(at.large.id, { 'floor-area': 250 })
    await at.putInForce('2026-03-02')
    await at.deliver()
    const seen = async (parties: PartyId[]) => {
      const person = await at.zone.anApplicant({ parties })
      return (await at.zone.reading(person, (tx) => entitlementsOf(tx, at.large.id))).length
    }
    expect([await seen([at.large.id]), await seen([])]).toEqual([1, 0])
  })
})
