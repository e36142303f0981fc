import { beforeAll, describe, expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import {
  anotherApplicant,
  type CaseOffice,
  openCaseOffice,
  useDocuments,
} from '../../testing/case-office.ts'
import { WAYS } from '../../testing/every-act.ts'
import { objections } from '../cases/index.ts'
import type { PersonActor } from '../kernel/index.ts'
import { VISITOR } from '../kernel/index.ts'
import { meetings } from '../meetings/index.ts'

useDocuments()

type Group = {
  readonly kind: string
  readonly rows: readonly { readonly id: string; readonly number: string | null }[]
}

const FIRM = '丝路启航'
const OBJECTOR = '古丽某某'

let at: CaseOffice
let find: (person: PersonActor | null, text: string) => Promise<readonly Group[]>

beforeAll(async () => {
  at = await openCaseOffice()
  const way = WAYS['a recognition with a change, sanctioned and lifted']
  await way?.(at)
  const site = await openSite(at.zone)
  find = async (person, text) => {
    const browser = person ? await site.signedIn(person) : site.visitor
    const url = `/api/search?text=${encodeURIComponent(text)}`
    const { status, body } = await browser.send('GET', url)
    return status === 200 ? (body as Group[]) : [{ kind: String(status), rows: [] }]
  }
}, 60_000)

const kindsOf = (groups: readonly Group[]) => groups.map(({ kind }) => kind)

describe('a search', () => {
  test('finds a party with everything about it, by two characters of its name', async () => {
    const kinds = kindsOf(await find(at.city, '启航'))
    for (const kind of ['case', 'party', 'sanction', 'change', 'certificate', 'letter', 'notice']) {
      expect(kinds).toContain(kind)
    }
    expect(kindsOf(await find(at.applicant, FIRM))).toEqual(
      expect.arrayContaining(['case', 'party', 'sanction', 'change', 'certificate', 'letter']),
    )
    expect(await find(at.city, '启')).toEqual([])
  })

  test('finds a case, a certificate and a letter by a part of the number', async () => {
    expect(kindsOf(await find(at.city, '申〔2026〕'))).toContain('case')
    expect(kindsOf(await find(at.city, '〔2026〕001'))).toContain('certificate')
    expect(kindsOf(await find(at.district, '2026'))).toContain('letter')
  })

  test('shows a stranger, another district and an expert of other cases nothing of it', async () => {
    const stranger = await anotherApplicant(at)
    const idle = at.experts[3]
    if (!idle) throw new Error('no expert')
    for (const person of [stranger, at.otherDistrict, idle]) {
      for (const text of [FIRM, '2026', '91650104']) {
        const groups = await find(person, text)
        expect(kindsOf(groups).filter((kind) => kind !== 'notice')).toEqual([])
      }
    }
    expect(await find(null, FIRM)).toEqual([{ kind: '401', rows: [] }])
  })

  test('never finds who judges or who objects by their names', async () => {
    const other = await openCaseOffice()
    const open = await other.aCaseAt('deliberated')
    const noticeId = await other.publicise(open)
    const said = { name: OBJECTOR, contact: '13912345678', grounds: '场地转租，面积不实，请核查。' }
    await other.zone.writing(VISITOR, (tx) =>
      objections.lodge(tx, { noticeId, caseId: open, ...said }),
    )
    const site = await openSite(other.zone)
    const everybody = [
      other.applicant,
      other.district,
      other.otherDistrict,
      other.city,
      other.signer,
    ]
    for (const person of [...everybody, ...other.experts]) {
      const browser = await site.signedIn(person)
      for (const text of [OBJECTOR, '13912345678', '专家甲']) {
        const { body } = await browser.send('GET', `/api/search?text=${encodeURIComponent(text)}`)
        expect(body).toEqual([])
      }
      const { body } = await browser.send('GET', `/api/search?text=${encodeURIComponent('2026')}`)
      expect(JSON.stringify(body)).not.toMatch(/专家[甲乙丙丁]|古丽/)
    }
    const officer = await site.signedIn(other.city)
    const { body } = await officer.send('GET', '/api/search?text=2026')
    expect(kindsOf(body as Group[])).toContain('objection')
  })

  test('finds a meeting for the city alone', async () => {
    const other = await openCaseOffice()
    const cases = [await other.aCaseAt('reviewed')]
    const { person: chair } = other.signer
    await other.zone.writing(other.city, (tx) =>
      meetings.convene(tx, {
        ...{ title: '国际孵化器审议会', heldOn: tx.today, at: '10:00', place: '三楼会议室' },
        ...{ chair, members: [chair, other.city.person], quorum: 2, cases },
      }),
    )
    const site = await openSite(other.zone)
    const found = async (person: PersonActor) => {
      const browser = await site.signedIn(person)
      const { body } = await browser.send('GET', `/api/search?text=${encodeURIComponent('审议会')}`)
      return kindsOf(body as Group[])
    }
    expect(await found(other.signer)).toEqual(['meeting'])
    for (const person of [other.applicant, other.district, ...other.experts]) {
      expect(await found(person)).toEqual([])
    }
  })

  test('leaves a draft to its own party', async () => {
    const other = await openCaseOffice()
    const draft = await other.aCaseAt('draft')
    const site = await openSite(other.zone)
    const seen = async (person: PersonActor) => {
      const browser = await site.signedIn(person)
      const { body } = await browser.send('GET', `/api/search?text=${encodeURIComponent(FIRM)}`)
      return (body as Group[]).find(({ kind }) => kind === 'case')?.rows.map(({ id }) => id) ?? []
    }
    expect(await seen(other.applicant)).toEqual([draft])
    expect(await seen(other.city)).toEqual([])
    expect(await seen(other.district)).toEqual([])
  })
})
