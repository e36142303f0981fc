import { describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { listRecord, type PartyId, VISITOR } from '../kernel/index.ts'
import { findPartyByCode, getParty, registerParty, searchParties } from './index.ts'
import type { NewParty } from './party.ts'

const aFirm = (traits: Partial<NewParty> = {}): NewParty => ({
  kind: 'enterprise',
  name: '新疆丝路启航孵化器有限公司',
  nameEn: 'Silk Road Sailing Incubator',
  creditCode: '91650104MA7TXT013P',
  district: '650104',
  ...traits,
})

describe('parties', () => {
  test('a firm is found by its credit code, however it is typed', async () => {
    const zone = await openZone()
    const firm = await zone.asSystem((tx) => registerParty(tx, aFirm()))
    const found = await zone.asSystem((tx) => findPartyByCode(tx, ' 91650104ma7txt013p'))
    expect(found).toEqual(firm)
    const entries = await zone.asSystem((tx) => listRecord(tx, { kind: 'party', id: firm.id }))
    expect(entries.map((entry) => entry.act)).toEqual(['party.register'])
  })

  test('a credit code is registered once', async () => {
    const zone = await openZone()
    await zone.asSystem((tx) => registerParty(tx, aFirm()))
    const again = zone.asSystem((tx) => registerParty(tx, aFirm({ name: '另一家' })))
    await expect(again).rejects.toMatchObject({ code: 'registries.party-already' })
  })

  test('a mistyped code is refused before anything is written', async () => {
    const zone = await openZone()
    const wrong = aFirm({ creditCode: '91650104MA7TXT013Q' })
    await expect(zone.asSystem((tx) => registerParty(tx, wrong))).rejects.toMatchObject({
      code: 'registries.wrong-credit-code',
      fields: ['creditCode'],
    })
  })

  test('a foreign partner is known by country and registration number, and registered once', async () => {
    const zone = await openZone()
    const partner: NewParty = {
      kind: 'foreign',
      name: 'Almaty Tech Garden LLP',
      country: 'KZ',
      registrationNumber: '180540012345',
    }
    const applicant = await zone.anApplicant()
    const first = await zone.writing(applicant, (tx) => registerParty(tx, partner))
    const second = await zone.writing(applicant, (tx) => registerParty(tx, partner))
    expect(second).toEqual(first)
    const nowhere = { ...partner, country: ' ' }
    await expect(zone.writing(applicant, (tx) => registerParty(tx, nowhere))).rejects.toMatchObject(
      { code: 'registries.unidentified-partner' },
    )
  })

  test('an applicant cannot register a firm: the database itself refuses', async () => {
    const zone = await openZone()
    const applicant = await zone.anApplicant()
    await expect(zone.writing(applicant, (tx) => registerParty(tx, aFirm()))).rejects.toThrow(
      'row-level security',
    )
  })

  test('visitors see no party, people who are signed in see what the national register publishes', async () => {
    const zone = await openZone()
    const firm = await zone.asSystem((tx) => registerParty(tx, aFirm()))
    const applicant = await zone.anApplicant()
    await expect(zone.reading(VISITOR, (tx) => getParty(tx, firm.id))).rejects.toMatchObject({
      code: 'registries.party-not-found',
    })
    expect((await zone.reading(applicant, (tx) => getParty(tx, firm.id))).name).toBe(firm.name)
  })
})

describe('searching parties', () => {
  const names = ['乌鲁木齐高新科技有限公司', '新疆高新产业园', '天山科技中心', '𬭎业科技有限公司']
  const codes = [
    '91650104MA7TXT013P',
    '91650102MA0DEM021G',
    '12650100457600014T',
    '91650100MA0DEM013Q',
  ]

  async function aTown() {
    const zone = await openZone()
    await zone.asSystem(async (tx) => {
      for (const [at, name] of names.entries()) {
        await registerParty(tx, aFirm({ name, nameEn: null, creditCode: codes[at] ?? null }))
      }
    })
    const search = async (text: string) =>
      (await zone.asSystem((tx) => searchParties(tx, { text }))).rows.map((row) => row.name)
    return { zone, search }
  }

  test('two characters are enough', async () => {
    const { search } = await aTown()
    expect(await search('高新')).toEqual([names[0], names[1]].sort())
    expect(await search('技有')).toEqual([names[0], names[3]].sort())
  })

  test('one character, rare characters, several parts and codes are found too', async () => {
    const { search } = await aTown()
    expect(await search('园')).toEqual([names[1]])
    expect(await search('𬭎业')).toEqual([names[3]])
    expect(await search('高新 公司')).toEqual([names[0]])
    expect(await search('91650102ma')).toEqual([names[1]])
    expect(await search('新高')).toEqual([])
  })

  test('what means something to a database is only text here', async () => {
    const { search } = await aTown()
    for (const text of ["'; drop table parties", '%', '__', "a'b\\c", '& | !', "''"]) {
      expect(await search(text)).toEqual([])
    }
  })

  test('pages follow one another without a gap or a repeat', async () => {
    const { zone } = await aTown()
    const seen: PartyId[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof searchParties>> = await zone.asSystem((tx) =>
        searchParties(tx, { text: '', cursor, limit: 3 }),
      )
      seen.push(...page.rows.map((row) => row.id))
      cursor = page.next
    } while (cursor)
    expect(new Set(seen).size).toBe(names.length)
    expect(seen).toHaveLength(names.length)
  })
})
