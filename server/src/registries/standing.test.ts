import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { day, VISITOR } from '../kernel/index.ts'
import {
  findBar,
  grantRecognition,
  imposeBar,
  listBars,
  listRecognitions,
  registerParty,
  revokeRecognition,
} from './index.ts'

async function aRecognisedFirm() {
  const zone = await openZone({ today: '2025-03-03' })
  const city = await zone.anOfficer({ duties: ['decide'] })
  const firm = await zone.asSystem((tx) =>
    registerParty(tx, { kind: 'enterprise', name: '启航孵化器', creditCode: '91650102MA0DEM021G' }),
  )
  const applicant = await zone.anApplicant({ parties: [firm.id] })
  const granted = await zone.writing(city, (tx) =>
    grantRecognition(tx, {
      party: firm.id,
      pack: 'international-incubators',
      service: 'offshore-incubator-recognition',
      title: { zh: '离岸孵化器', en: 'Offshore incubator' },
      number: '离孵〔2025〕001号',
      cite: '第8条(四)',
    }),
  )
  const bar = {
    party: firm.id,
    pack: 'international-incubators',
    measure: { zh: '国际孵化器管理办法', en: 'International incubators' },
    from: day('2025-03-03'),
    until: day('2027-03-02'),
    services: 'all',
    cite: '第11条',
    reason: '申报资料弄虚作假',
  } as const
  return { zone, city, firm, applicant, granted, bar }
}

describe('recognitions', () => {
  test('anybody may read them; a revoked one stays and says under which article it ended', async () => {
    const { zone, city, firm, granted } = await aRecognisedFirm()
    zone.setToday('2025-06-02')
    await zone.writing(city, (tx) =>
      revokeRecognition(tx, { id: granted.id, cite: '第11条', reason: '申报资料弄虚作假' }),
    )
    const [seen] = await zone.reading(VISITOR, (tx) => listRecognitions(tx, firm.id))
    expect(seen).toMatchObject({
      number: '离孵〔2025〕001号',
      grantedOn: '2025-03-03',
      revokedOn: '2025-06-02',
      revokedCite: '第11条',
    })
  })

  test('one is revoked once, and not by its holder', async () => {
    const { zone, city, applicant, granted } = await aRecognisedFirm()
    const revocation = { id: granted.id, cite: '第11条', reason: '弄虚作假' }
    const byHolder = zone.writing(applicant, (tx) => revokeRecognition(tx, revocation))
    await expect(byHolder).rejects.toMatchObject({ code: 'registries.recognition-not-found' })
    await zone.writing(city, (tx) => revokeRecognition(tx, revocation))
    const again = zone.writing(city, (tx) => revokeRecognition(tx, revocation))
    await expect(again).rejects.toMatchObject({ code: 'registries.recognition-closed' })
  })

  test('a number stands for one recognition', async () => {
    const { zone, city, granted } = await aRecognisedFirm()
    const again = zone.writing(city, (tx) => grantRecognition(tx, granted))
    await expect(again).rejects.toMatchObject({ code: 'registries.number-already' })
  })

  test('an applicant grants nothing: the database itself refuses', async () => {
    const { zone, applicant, granted } = await aRecognisedFirm()
    const own = zone.writing(applicant, (tx) =>
      grantRecognition(tx, { ...granted, number: '离孵〔2025〕999号' }),
    )
    await expect(own).rejects.toThrow('row-level security')
  })
})

describe('bars', () => {
  test('a bar holds on both of its ends and on no other day', async () => {
    const { zone, city, firm, bar } = await aRecognisedFirm()
    await zone.writing(city, (tx) => imposeBar(tx, bar))
    const on = (date: string) =>
      zone.reading(city, (tx) => findBar(tx, { party: firm.id, service: 'any', on: day(date) }))
    const held = await Promise.all(['2025-03-02', '2025-03-03', '2027-03-02', '2027-03-03'].map(on))
    expect(held.map((found) => found?.cite ?? null)).toEqual([null, '第11条', '第11条', null])
  })

  test('a bar on all services is seen by every service; one on some by those alone', async () => {
    const { zone, city, firm, bar } = await aRecognisedFirm()
    const services = ['maker-base-recognition']
    await zone.writing(city, (tx) => imposeBar(tx, { ...bar, services }))
    const by = (service: string) =>
      zone.reading(city, (tx) => findBar(tx, { party: firm.id, service, on: day('2025-05-01') }))
    expect(await by('maker-base-recognition')).toMatchObject({ until: '2027-03-02', services })
    expect(await by('offshore-incubator-recognition')).toBeNull()
  })

  test('the party is told of its bar; other parties and visitors are not, and none lifts it', async () => {
    const { zone, city, firm, applicant, bar } = await aRecognisedFirm()
    await zone.writing(city, (tx) => imposeBar(tx, bar))
    const stranger = await zone.anApplicant()
    const count = async (actor: Parameters<typeof zone.reading>[0]) =>
      (await zone.reading(actor, (tx) => listBars(tx, firm.id))).length
    expect(await Promise.all([applicant, stranger, VISITOR].map(count))).toEqual([1, 0, 0])
    const byParty = zone.writing(applicant, (tx) => imposeBar(tx, bar))
    await expect(byParty).rejects.toThrow('row-level security')
  })
})
