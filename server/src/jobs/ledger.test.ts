import { describe, expect, test } from 'vitest'
import { reward, rewardsProgram } from '../../../policy/testing/rewards-pack.ts'
import { openZone } from '../../testing/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { day, deliverEvents } from '../kernel/index.ts'
import {
  correctPayment,
  enterPayment,
  keepLedger,
  listPayments,
  recordFacts,
  registerParty,
} from '../registries/index.ts'
import { enact, entitlementsOf, explainEntitlement, install } from '../rulebook/index.ts'
import { matchHandlers, matchWholeZone } from './index.ts'

/*
 * 场地补助 10 万元，一年不超过 12 万元，累计不超过 25 万元; 研发补助 10%，扣除场地补助已付部分（补差）;
 * 人员补助 8 万元 and 首租补助 10% 从高，不重复.
 */
const PROGRAM = rewardsProgram({
  'services/1-room.yaml': reward(
    'room',
    'roomy',
    'amount: flat, at-most: { year: 12 万元, lifetime: 25 万元 }',
  ),
  'services/2-research.yaml': reward('research', 'spends', 'amount: tenth, top-up: [room]'),
  'services/3-people.yaml': reward('people', 'staffed', 'amount: eight'),
  'services/4-either.yaml': reward('either', 'spends', 'amount: tenth, excludes: [people]'),
})
const FACTS = { 'site-area': 300, 'research-spending': 200, staff: 10 }
const AS = { as: null }

async function aZoneWithRewards() {
  const zone = await openZone({ today: '2025-11-03' })
  await zone.asSystem((tx) => install(tx, PROGRAM))
  await zone.asSystem((tx) =>
    enact(tx, { ...PROGRAM, from: day('2025-11-03'), reason: '经局长办公会研究' }),
  )
  const entered = { kind: 'enterprise', name: '甲企业', creditCode: '91650102MA0DEM021G' } as const
  const { id: party } = await zone.asSystem((tx) => registerParty(tx, entered))
  await zone.asSystem((tx) =>
    recordFacts(tx, {
      party,
      source: { kind: 'register', title: { zh: '登记', en: 'Register' } },
      facts: Object.entries(FACTS).map(([name, value]) => ({ subject: 'party', name, value })),
    }),
  )
  const answered = async () => {
    expect(await deliverEvents(zone.kernel, matchHandlers)).toMatchObject({ failed: null })
    await matchWholeZone(zone.kernel)
    const all = await zone.asSystem((tx) => entitlementsOf(tx, party))
    return Object.fromEntries(all.map(({ service, payable }) => [service, payable]))
  }
  const pay = (service: string, yuan: number, on: string) =>
    zone.asSystem((tx) =>
      enterPayment(tx, {
        ...{ party, pack: PROGRAM.pack, service, fen: yuan * 100, paidOn: day(on) },
        ...{ reason: '兑现奖励', ...AS },
      }),
    )
  const keep = () => zone.asSystem((tx) => keepLedger(tx, { reason: '历年支付已补录', ...AS }))
  return { zone, party, answered, pay, keep }
}

describe('the ledger of payments', () => {
  test('caps and 补差 are unknown until the zone says that its ledger is whole; then none is nought', async () => {
    const at = await aZoneWithRewards()
    expect(await at.answered()).toMatchObject({ room: null, research: null, people: '0' })
    await at.pay('room', 1, '2025-01-10')
    expect(await at.answered()).toMatchObject({ room: null, research: null })
    await at.keep()
    expect(await at.answered()).toMatchObject({ room: '100000', research: '199999' })
    await expect(at.keep()).rejects.toMatchObject({ code: 'registries.ledger-kept' })
  })

  test('the year’s cap begins anew with the year, the lifetime’s does not', async () => {
    const at = await aZoneWithRewards()
    await at.keep()
    await at.pay('room', 100_000, '2025-11-03')
    expect(await at.answered()).toMatchObject({ room: '20000', research: '100000' })
    at.zone.setToday('2025-12-31')
    expect(await at.answered()).toMatchObject({ room: '20000' })
    at.zone.setToday('2026-01-01')
    expect(await at.answered()).toMatchObject({ room: '100000' })
    await at.pay('room', 100_000, '2026-01-01')
    at.zone.setToday('2027-01-01')
    // 25 万元 less 20 万元 leave 5 of the 10.
    expect(await at.answered()).toMatchObject({ room: '50000', research: '0' })
  })

  test('a wrong payment is struck once by a counter-entry of its day, and stays to be read', async () => {
    const at = await aZoneWithRewards()
    await at.keep()
    const wrong = await at.pay('room', 110_000, '2025-11-03')
    expect(await at.answered()).toMatchObject({ room: '10000' })
    const strike = () =>
      at.zone.asSystem((tx) =>
        correctPayment(tx, { party: at.party, payment: wrong.id, reason: '金额有误', ...AS }),
      )
    await strike()
    expect(await at.answered()).toMatchObject({ room: '100000' })
    await expect(strike()).rejects.toMatchObject({ code: 'registries.payment-not-found' })
    const entries = await at.zone.asSystem((tx) => listPayments(tx, at.party))
    expect(entries.map(({ fen }) => fen).toSorted((a, b) => a - b)).toEqual([
      -11_000_000, 11_000_000,
    ])
    await expect(at.pay('room', 1, '2025-11-04')).rejects.toMatchObject({
      code: 'registries.payment-not-paid',
    })
  })

  test('the database pays the higher of two, as the interpreter does, and replay tells the same', async () => {
    const at = await aZoneWithRewards()
    const byDatabase = await at.answered()
    // A tenth of 200 万元 is more than 8 万元.
    expect(byDatabase).toMatchObject({ people: '0', either: '200000' })
    const tell = (spending: number | null) =>
      at.zone.asSystem((tx) =>
        recordFacts(tx, {
          party: at.party,
          source: { kind: 'register', title: { zh: '登记', en: 'Register' } },
          facts: [{ subject: 'party', name: 'research-spending', value: spending }],
        }),
      )
    const anew = async () => {
      await withClient(at.zone.adminUrl, (client) =>
        client.query("truncate entitlements; update matching_passes set about = ''"),
      )
      return at.answered()
    }
    for (const [spending, people, either] of [
      [79, '80000', '0'],
      // As high: of one article, so the name decides.
      [80, '0', '80000'],
      [81, '0', '81000'],
      [null, null, null],
    ] as const) {
      await tell(spending)
      const byInterpreter = await at.answered()
      expect(byInterpreter).toMatchObject({ people, either })
      expect(await anew()).toEqual(byInterpreter)
      const asked = { party: at.party, pack: PROGRAM.pack, service: 'people' }
      const { outcome } = await at.zone.asSystem((tx) => explainEntitlement(tx, asked))
      expect(outcome.pays?.payable ?? null).toBe(people)
    }
  })

  test('a party sees its own payments and nobody else’s, and enters none', async () => {
    const at = await aZoneWithRewards()
    await at.pay('room', 5, '2025-11-03')
    const seen = async (parties: (typeof at.party)[]) => {
      const person = await at.zone.anApplicant({ parties })
      return (await at.zone.reading(person, (tx) => listPayments(tx, at.party))).length
    }
    expect([await seen([at.party]), await seen([])]).toEqual([1, 0])
    const own = await at.zone.anApplicant({ parties: [at.party] })
    const entry = { party: at.party, pack: PROGRAM.pack, service: 'room', fen: 1, ...AS }
    await expect(
      at.zone.writing(own, (tx) =>
        enterPayment(tx, { ...entry, paidOn: day('2025-11-03'), reason: '自行登记' }),
      ),
    ).rejects.toThrow('row-level security')
  })
})
