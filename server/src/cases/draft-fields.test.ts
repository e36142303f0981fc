import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { drafts } from './index.ts'

useDocuments()

describe('a draft that several write in', () => {
  test('two people write different fields at once: both are kept, each hears of the other', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const second = await at.zone.anApplicant({ parties: [at.party], name: '第二申报人' })
    const partner = {
      name: 'Almaty Tech Garden LLP',
      country: '哈萨克斯坦',
      registrationNumber: '',
    }
    const saved = await Promise.all([
      at.zone.writing(at.applicant, (tx) =>
        drafts.save(tx, { caseId, revision: 1, answers: { 'floor-area': '310' } }),
      ),
      at.zone.writing(second, (tx) =>
        drafts.save(tx, { caseId, revision: 1, answers: {}, partner }),
      ),
    ])
    expect(saved.flatMap((one) => one.rejected)).toEqual([])
    expect(saved.flatMap((one) => one.changes)).toHaveLength(1)
    const view = await at.view(at.applicant, caseId)
    expect(view).toMatchObject({ revision: 3, partner })
    expect(view.facts.find((fact) => fact.name === 'floor-area')?.value).toBe('310')
  })

  test('a save sent twice, because its answer was lost, changes nothing the second time', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const send = (save: string, revision: number, area: string) =>
      at.zone.writing(at.applicant, (tx) =>
        drafts.save(tx, { caseId, revision, save, answers: { 'floor-area': area } }),
      )
    const lost = crypto.randomUUID()
    await send(lost, 1, '310')
    await send(crypto.randomUUID(), 2, '320')
    expect(await send(lost, 1, '310')).toMatchObject({
      revision: 3,
      rejected: [],
      changes: [{ field: 'floor-area', value: '320' }],
    })
    expect(
      await at.zone.reading(at.applicant, (tx) => drafts.changes(tx, { caseId, since: 2 })),
    ).toMatchObject({ revision: 3, changes: [{ field: 'floor-area', value: '320', by: '申报人' }] })
  })
})
