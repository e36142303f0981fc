import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { type PartyId, VISITOR } from '../kernel/index.ts'
import {
  conflictsOf,
  declareConflict,
  listCarriers,
  listExperts,
  registerCarrier,
  registerExpert,
  registerParty,
} from './index.ts'

async function aPanel() {
  const zone = await openZone()
  const city = await zone.anOfficer()
  const party = (name: string, creditCode: string) =>
    zone.asSystem((tx) => registerParty(tx, { kind: 'enterprise', name, creditCode }))
  const firm = await party('启航孵化器', '91650104MA7TXT013P')
  const agency = await party('申报代理公司', '91650102MA0DEM021G')
  const university = await party('新疆某大学', '12650100457600014T')
  const person = await zone.anExpert()
  const enter = (employer: PartyId | null) =>
    zone.asSystem((tx) =>
      registerExpert(tx, {
        person: person.person,
        name: '买买提',
        title: { zh: '教授', en: 'Professor' },
        employer,
        fields: ['科技服务'],
      }),
    )
  const ask = (question: { partner?: PartyId; preparers?: PartyId[] } = {}) =>
    zone.reading(city, (tx) =>
      conflictsOf(tx, { expert: person.person, party: firm.id, ...question }),
    )
  return { zone, city, firm, agency, university, person, enter, ask }
}

describe('conflicts of interest', () => {
  test('an expert of a third employer has none', async () => {
    const { university, enter, ask } = await aPanel()
    const expert = await enter(university.id)
    expect(expert.employerName).toBe('新疆某大学')
    expect(await ask()).toEqual([])
  })

  test('an expert does not review their own employer', async () => {
    const { firm, enter, ask } = await aPanel()
    await enter(firm.id)
    expect((await ask()).map((one) => one.kind)).toEqual(['employer-applies'])
  })

  test('nor a case in which the employer is the partner or prepared the file', async () => {
    const { agency, enter, ask } = await aPanel()
    await enter(agency.id)
    expect(await ask()).toEqual([])
    expect((await ask({ partner: agency.id })).map((one) => one.kind)).toEqual([
      'employer-partners',
    ])
    const [prepared] = await ask({ preparers: [agency.id] })
    expect(prepared).toMatchObject({
      kind: 'employer-prepared',
      says: { zh: '所在单位申报代理公司辅导或代理了本次申报' },
    })
  })

  test('what an expert declares about themself counts, and is declared once', async () => {
    const { zone, firm, person, enter, ask } = await aPanel()
    await enter(null)
    const declare = () =>
      zone.writing(person, (tx) =>
        declareConflict(tx, { expert: person.person, party: firm.id, reason: '曾任顾问' }),
      )
    await declare()
    await declare()
    expect(await ask()).toMatchObject([
      { kind: 'declared', says: { zh: '专家本人申请回避：曾任顾问' } },
    ])
  })

  test('a person outside the pool is no expert', async () => {
    const { ask } = await aPanel()
    await expect(ask()).rejects.toMatchObject({ code: 'registries.expert-not-found' })
  })

  test('the pool is seen by the city; an expert sees only themself, others nobody', async () => {
    const { zone, city, firm, university, person, enter } = await aPanel()
    await enter(university.id)
    const applicant = await zone.anApplicant({ parties: [firm.id] })
    const count = async (actor: Parameters<typeof zone.reading>[0]) =>
      (await zone.reading(actor, listExperts)).length
    expect(await Promise.all([city, person, applicant, VISITOR].map(count))).toEqual([1, 1, 0, 0])
  })

  test('an expert declares only for themself: the database itself refuses', async () => {
    const { zone, firm, person, enter } = await aPanel()
    await enter(null)
    const other = await zone.anExpert()
    const posing = zone.writing(other, (tx) =>
      declareConflict(tx, { expert: person.person, party: firm.id, reason: '代为申请' }),
    )
    await expect(posing).rejects.toThrow('row-level security')
  })
})

describe('carriers', () => {
  test('a party registers its own carriers, one of a name; another party cannot', async () => {
    const { zone, firm } = await aPanel()
    const owner = await zone.anApplicant({ parties: [firm.id] })
    const stranger = await zone.anApplicant()
    const carrier = {
      operator: firm.id,
      name: '阿拉木图离岸孵化器',
      nameEn: 'Almaty Offshore Incubator',
      kind: 'offshore-incubator',
      place: 'abroad',
    }
    const enter = (actor: typeof owner) => zone.writing(actor, (tx) => registerCarrier(tx, carrier))
    await expect(enter(stranger)).rejects.toThrow('row-level security')
    await enter(owner)
    await expect(enter(owner)).rejects.toMatchObject({ code: 'registries.carrier-already' })
    expect(await zone.reading(owner, (tx) => listCarriers(tx, firm.id))).toMatchObject([carrier])
    expect(await zone.reading(VISITOR, (tx) => listCarriers(tx, firm.id))).toEqual([])
  })
})
