import { describe, expect, test } from 'vitest'
import { anotherApplicant, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { listIssued } from '../documents/index.ts'
import { currentFacts } from '../registries/index.ts'
import { acts, type CaseId } from './index.ts'

useDocuments()

describe('filing 申报', () => {
  test('seals what is there, gives a receipt and tells the district', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    const view = await at.view(at.district, id)
    expect(view).toMatchObject({
      stage: 'filed',
      number: '申〔2026〕1号',
      seal: { receipt: '申〔2026〕1号', on: '2026-03-02' },
      waitsFor: { zh: '区（县）科技局' },
      deadline: { act: 'accept', on: '2026-03-09', left: 5, assumed: true },
    })
    expect(view.documents.map((one) => one.kind)).toEqual(['receipt'])
  })

  test('what was typed is known of the party afterwards, so that nobody asks again', async () => {
    const at = await openCaseOffice()
    await at.aCaseAt('filed')
    const facts = await at.zone.asSystem((tx) => currentFacts(tx, at.party))
    expect(facts.find((one) => one.name === 'floor-area')).toMatchObject({
      value: '420',
      verifiedOn: null,
    })
  })

  test('is possible with papers and facts missing, after a warning', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft({ floorArea: null, papers: [] })
    const view = await at.view(at.applicant, id)
    const file = view.may.find((one) => one.act === 'file')
    expect(file?.warns.map((one) => one.zh)).toEqual([
      expect.stringContaining('场地证明'),
      expect.stringContaining('合作情况报告'),
      expect.stringContaining('场地面积'),
    ])
    await expect(at.file(id)).resolves.toMatchObject({ stage: 'filed' })
  })

  test('counts until the end of the closing day, not a day longer', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft()
    at.zone.setToday('2026-04-02')
    expect((await at.view(at.applicant, id)).may.map((one) => one.act)).toEqual(['withdraw'])
    await expect(at.file(id)).rejects.toMatchObject({ code: 'case.call-closed' })
    at.zone.setToday('2026-04-01')
    await expect(at.file(id)).resolves.toMatchObject({ stage: 'filed' })
  })

  test('twice gives one filing; a stale page files nothing', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft()
    const file = (revision: number) =>
      at.zone.writing(at.applicant, (tx) => acts.file(tx, { caseId: id, revision }))
    await expect(file(0)).rejects.toMatchObject({ code: 'case.stale' })
    const both = await Promise.allSettled([file(1), file(1)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(file(1)).rejects.toMatchObject({ code: 'case.already' })
    const letters = await at.zone.asSystem((tx) => listIssued(tx, { kind: 'case', id }))
    expect(letters).toHaveLength(1)
  })

  test('somebody else’s case is not there', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft()
    const other = await anotherApplicant(at)
    const filing = at.zone.writing(other, (tx) => acts.file(tx, { caseId: id, revision: 1 }))
    await expect(filing).rejects.toMatchObject({ code: 'case.not-found' })
  })
})

describe('acceptance 受理 and correction 补正', () => {
  const accept = (at: Awaited<ReturnType<typeof openCaseOffice>>, caseId: CaseId) =>
    at.zone.writing(at.district, (tx) => acts.accept(tx, { caseId }))

  test('an incomplete filing is not accepted; everything missing is named', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft({ floorArea: null, papers: ['site-title'] })
    await at.file(id)
    await expect(accept(at, id)).rejects.toMatchObject({
      code: 'case.incomplete',
      params: { titles: ['合作情况报告', '场地面积'], count: 2 },
      fields: ['cooperation-report', 'floor-area'],
      next: { zh: expect.stringContaining('退回补正') },
    })
    const may = (await at.view(at.district, id)).may.map((one) => one.act)
    expect(may).toEqual(['return', 'transfer'])
  })

  test('a return tells all of it at once; the corrected filing is accepted, also after closing', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft({ floorArea: null, papers: ['site-title'] })
    await at.file(id)
    const remarks = '场地证明请加盖公章。'
    await at.zone.writing(at.district, (tx) => acts.return(tx, { caseId: id, remarks }))
    const returned = await at.view(at.applicant, id)
    const last = returned.acts.at(-1)
    expect(last).toMatchObject({ act: 'return', reason: remarks, stage: 'returned' })
    expect(last?.notes.map((one) => one.zh)).toEqual([
      '合作情况报告（第1条(四)）',
      '场地面积（第1条(二)）',
    ])
    at.zone.setToday('2026-04-20')
    await at.fillIn(id, { floorArea: '380', papers: ['cooperation-report'] })
    await at.file(id)
    await expect(accept(at, id)).resolves.toMatchObject({ stage: 'accepted' })
    expect((await at.view(at.applicant, id)).number).toBe('申〔2026〕1号')
  })

  test('the officer reads what was sealed, not what the applicant is typing since', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    await at.zone.writing(at.district, (tx) =>
      acts.return(tx, { caseId: id, remarks: '请核对面积。' }),
    )
    await at.fillIn(id, { floorArea: '500', papers: [] })
    const area = async (actor: typeof at.district) =>
      (await at.view(actor, id)).facts.find((one) => one.name === 'floor-area')?.value
    expect(await area(at.district)).toBe('420')
    expect(await area(at.applicant)).toBe('500')
  })

  test('nothing is returned for nothing', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    const returning = at.zone.writing(at.district, (tx) => acts.return(tx, { caseId: id }))
    await expect(returning).rejects.toMatchObject({ code: 'case.nothing-to-correct' })
  })

  test('accepting twice changes nothing', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    const before = await at.view(at.district, id)
    await expect(accept(at, id)).rejects.toMatchObject({ code: 'case.already' })
    expect(await at.view(at.district, id)).toEqual(before)
  })

  test('is for the district in charge alone', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    const accepting = (actor: typeof at.city) =>
      at.zone.writing(actor, (tx) => acts.accept(tx, { caseId: id }))
    await expect(accepting(at.otherDistrict)).rejects.toMatchObject({ code: 'case.not-found' })
    await expect(accepting(at.city)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(accepting(at.applicant)).rejects.toMatchObject({ code: 'identity.forbidden' })
  })
})
