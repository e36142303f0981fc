import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { type Json, VISITOR } from '../kernel/index.ts'
import { currentFacts, factHistory, recordFact, registerParty } from './index.ts'

const byApplicant = {
  kind: 'applicant',
  title: { zh: '企业自行填报', en: 'Declared by the applicant' },
} as const
const byOffice = {
  kind: 'office',
  title: { zh: '天山区科技局', en: 'Tianshan district bureau' },
} as const
const area = { subject: 'party', name: 'abroad-incubation-area' } as const

async function aFirmWithPeople() {
  const zone = await openZone({ today: '2025-03-03' })
  const officer = await zone.anOfficer({ district: '650102', name: '古丽' })
  const city = await zone.anOfficer()
  const firm = await zone.asSystem((tx) =>
    registerParty(tx, {
      kind: 'enterprise',
      name: '启航孵化器',
      creditCode: '91650102MA0DEM021G',
      district: '650102',
      office: officer.posts[0]?.office ?? null,
    }),
  )
  const applicant = await zone.anApplicant({ parties: [firm.id] })
  const declare = (value: Json, period = null) =>
    zone.writing(applicant, (tx) =>
      recordFact(tx, { ...area, party: firm.id, value, period, source: byApplicant }),
    )
  const verify = (value: Json) =>
    zone.writing(officer, (tx) =>
      recordFact(tx, {
        ...area,
        party: firm.id,
        value,
        source: byOffice,
        verifiedBy: '天山区科技局 古丽',
      }),
    )
  const current = () => zone.reading(applicant, (tx) => currentFacts(tx, firm.id))
  return { zone, firm, applicant, officer, city, declare, verify, current }
}

describe('facts', () => {
  test('a declared value counts until a verified one is there, and then stays behind it', async () => {
    const { declare, verify, current } = await aFirmWithPeople()
    await declare(520)
    await declare(480)
    expect((await current()).map((fact) => [fact.value, fact.locked])).toEqual([[480, false]])
    await verify(500)
    const [fact] = await current()
    expect(fact).toMatchObject({
      value: 500,
      locked: true,
      entries: 3,
      source: byOffice,
      verifiedOn: '2025-03-03',
      verifiedBy: '天山区科技局 古丽',
    })
  })

  test('a verified value is locked against the applicant, who is told by whom and what to do', async () => {
    const { declare, verify } = await aFirmWithPeople()
    await verify(480)
    await expect(declare(520)).rejects.toMatchObject({
      code: 'registries.fact-locked',
      params: { by: '天山区科技局 古丽', on: '2025-03-03', value: '480' },
      fields: ['abroad-incubation-area'],
    })
  })

  test('the office that verified it may correct it', async () => {
    const { verify, current } = await aFirmWithPeople()
    await verify(480)
    await verify(505)
    expect((await current())[0]?.value).toBe(505)
  })

  test('saying the same twice changes nothing, also when it is verified already', async () => {
    const { zone, firm, applicant, declare, verify } = await aFirmWithPeople()
    await declare(500)
    expect(await declare(500)).toBeNull()
    await verify(500)
    expect(await verify(500)).toBeNull()
    expect(await declare(500)).toBeNull()
    const entries = await zone.reading(applicant, (tx) =>
      factHistory(tx, { ...area, party: firm.id }),
    )
    expect(entries.map((entry) => entry.verifiedBy)).toEqual(['天山区科技局 古丽', null])
  })

  test('a value of a newer period stands before a verified one of an older period', async () => {
    const { zone, firm, applicant, officer } = await aFirmWithPeople()
    const year = (of: number) => ({ from: `${of}-01-01`, until: `${of}-12-31` }) as never
    const revenue = { subject: 'party', name: 'revenue', party: firm.id } as const
    await zone.writing(officer, (tx) =>
      recordFact(tx, {
        ...revenue,
        value: 1,
        period: year(2023),
        source: byOffice,
        verifiedBy: '古丽',
      }),
    )
    await zone.writing(applicant, (tx) =>
      recordFact(tx, { ...revenue, value: 2, period: year(2024), source: byApplicant }),
    )
    const facts = await zone.reading(applicant, (tx) => currentFacts(tx, firm.id))
    expect(facts.map((fact) => [fact.value, fact.period?.until])).toEqual([[2, '2024-12-31']])
  })

  test('an applicant can neither verify nor speak for another party', async () => {
    const { zone, firm, applicant, declare } = await aFirmWithPeople()
    const input = { ...area, party: firm.id, value: 500 }
    const self = (tx: Parameters<typeof recordFact>[0]) =>
      recordFact(tx, { ...input, source: byApplicant, verifiedBy: '我' })
    await expect(zone.writing(applicant, self)).rejects.toMatchObject({
      code: 'registries.self-verified',
    })
    const posing = (tx: Parameters<typeof recordFact>[0]) =>
      recordFact(tx, { ...input, source: byOffice, verifiedBy: '市科技局' })
    await expect(zone.writing(applicant, posing)).rejects.toThrow('row-level security')
    const stranger = await zone.anApplicant()
    const foreign = (tx: Parameters<typeof recordFact>[0]) =>
      recordFact(tx, { ...input, source: byApplicant })
    await expect(zone.writing(stranger, foreign)).rejects.toThrow('row-level security')
    await declare(500)
  })

  test('facts are seen by the party, the office in charge and the city; by nobody else', async () => {
    const { zone, firm, applicant, officer, city, declare } = await aFirmWithPeople()
    await declare(500)
    const stranger = await zone.anApplicant()
    const elsewhere = await zone.anOfficer({ district: '650104' })
    const expert = await zone.anExpert()
    const count = async (actor: Parameters<typeof zone.reading>[0]) =>
      (await zone.reading(actor, (tx) => currentFacts(tx, firm.id))).length
    expect(await Promise.all([applicant, officer, city].map(count))).toEqual([1, 1, 1])
    const others = [stranger, elsewhere, expert, VISITOR]
    expect(await Promise.all(others.map(count))).toEqual([0, 0, 0, 0])
  })
})
