import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { listRecord, type PersonActor, VISITOR, type WriteTx } from '../kernel/index.ts'
import { listExperts } from '../registries/index.ts'
import { acts, type CaseId, notices, objections, views } from './index.ts'

useDocuments()

const TODAY = '2026-03-02'
const REASON = '受托办理，材料齐全。'

const delegating = (...delegated: string[]) => openCaseOffice(TODAY, { delegated })

const assigning = (at: CaseOffice, caseId: CaseId, actor: PersonActor = at.federation) =>
  at.zone.writing(actor, (tx) =>
    acts.assign(tx, { caseId, experts: at.experts.slice(0, 3).map((one) => one.person) }),
  )

const noticeOver = (caseId: CaseId) => (tx: WriteTx) =>
  notices.publicise(tx, { cases: [caseId], title: { zh: '受托公示', en: 'A delegated notice' } })

async function publicisedWithObjection(at: CaseOffice) {
  const caseId = await at.aCaseAt('publicised')
  const { notice } = await at.view(at.city, caseId)
  if (!notice) throw new Error('on no notice')
  const said = { name: '张三', contact: '13900000000', grounds: '面积与公示内容不符，附照片。' }
  await at.zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, { noticeId: notice.id, caseId, ...said }),
  )
  return caseId
}

describe('a delegate 受委托单位 does what the measure delegates', () => {
  test('it assigns experts from the pool in the bureau’s name; each gets the case and its papers', async () => {
    const at = await delegating('assign')
    const caseId = await at.aCaseAt('recommended')
    const choices = await at.zone.reading(at.federation, (tx) => views.expertChoices(tx, caseId))
    expect(choices.map((one) => one.name).sort()).toEqual(
      ['专家丁', '专家丙', '专家乙', '专家甲'].sort(),
    )
    await assigning(at, caseId)
    const [last] = (await at.view(at.applicant, caseId)).acts.slice(-1)
    expect(last).toMatchObject({ act: 'assign', by: '联合会经办', onBehalfOf: { zh: '市科技局' } })
    const [expert] = at.experts
    if (!expert) throw new Error('no expert')
    const [paper] = (await at.view(expert, caseId)).papers
    const file = paper?.files[0]?.id ?? ''
    await expect(
      at.zone.reading(expert, (tx) => views.paper(tx, { caseId, file })),
    ).resolves.toMatchObject({ media: 'application/pdf' })
  })

  test('once answers are in, it can add nobody either: it knows that there are some', async () => {
    const at = await delegating('assign')
    const caseId = await at.aCaseAt('recommended')
    await assigning(at, caseId)
    const [expert, , , late] = at.experts
    if (!expert || !late) throw new Error('no experts')
    const answers = [{ condition: 'cooperation', answer: 'met', reason: REASON } as const]
    await at.zone.writing(expert, (tx) => acts.judge(tx, { caseId, answers }))
    const adding = at.zone.writing(at.federation, (tx) =>
      acts.assign(tx, { caseId, experts: [late.person] }),
    )
    await expect(adding).rejects.toMatchObject({ code: 'case.review-begun-conflict' })
  })

  test('it concludes a review: sums alone go on the record', async () => {
    const at = await delegating('conclude-review')
    const caseId = await at.aCaseAt('recommended')
    await at.review(caseId, ['met', 'met', 'not-met'])
    await at.zone.writing(at.federation, (tx) => acts.concludeReview(tx, { caseId }))
    const [, cooperation] = (await at.view(at.federation, caseId)).judgements
    expect(cooperation).toMatchObject({ answer: 'met', met: 2, notMet: 1, reasons: [] })
  })

  test('it publishes a notice that anybody reads, signed in the bureau’s name', async () => {
    const at = await delegating('publicise')
    const caseId = await at.aCaseAt('deliberated')
    const notice = await at.zone.writing(at.federation, noticeOver(caseId))
    const seen = await at.zone.reading(VISITOR, (tx) => notices.view(tx, notice.id))
    expect(seen.contact.zh).toContain('由市科技局核实')
    const [entry] = (
      await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    ).slice(-1)
    expect(entry).toMatchObject({
      act: 'publicise',
      detail: { delegation: { name: 'hold-deliberations', cite: '第3条' } },
    })
  })

  test('it answers an objection, and knows whom to ask', async () => {
    const at = await delegating('answer-objection')
    const caseId = await publicisedWithObjection(at)
    const [objection] = (await at.view(at.federation, caseId)).objections
    expect(objection).toMatchObject({ name: '张三', contact: '13900000000' })
    if (!objection) throw new Error('no objection')
    const input = { caseId, objection: objection.id, upheld: false, reason: REASON }
    await expect(
      at.zone.writing(at.federation, (tx) => objections.answer(tx, input)),
    ).resolves.toMatchObject({ stage: 'publicised' })
  })
})

describe('a delegate does no more than that', () => {
  test('one that only arranges reviews neither concludes them, nor deliberates, publishes or decides', async () => {
    const at = await delegating('assign')
    const caseId = await at.aCaseAt('recommended')
    const forbidden: ((tx: WriteTx) => Promise<unknown>)[] = [
      (tx) => acts.concludeReview(tx, { caseId }),
      (tx) => acts.deliberate(tx, { caseId, reason: REASON }),
      noticeOver(caseId),
      (tx) => acts.decide(tx, { caseId, reason: REASON }),
    ]
    for (const act of forbidden) {
      await expect(at.zone.writing(at.federation, act)).rejects.toMatchObject({
        code: 'identity.forbidden',
      })
    }
  })

  test('one that may not assign is shown no expert to choose from', async () => {
    const at = await delegating('deliberate')
    const caseId = await at.aCaseAt('recommended')
    await expect(assigning(at, caseId)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(
      at.zone.reading(at.federation, (tx) => views.expertChoices(tx, caseId)),
    ).rejects.toMatchObject({ code: 'identity.forbidden' })
  })

  test('the pool is open while it assigns and at no other time, nor does it read who said what', async () => {
    const at = await delegating('assign', 'answer-objection')
    const caseId = await at.aCaseAt('recommended')
    await at.zone.reading(at.federation, (tx) => views.expertChoices(tx, caseId))
    expect(await at.zone.reading(at.federation, (tx) => listExperts(tx))).toEqual([])
    await at.review(caseId, ['met', 'met', 'met'])
    const view = await at.view(at.federation, caseId)
    expect(view.experts).toEqual([])
    expect(JSON.stringify(view)).not.toMatch(/专家[甲乙丙丁]/)
  })

  test('before the district recommends, a case is none of its business', async () => {
    const at = await delegating('assign')
    const caseId = await at.aCaseAt('accepted')
    await expect(assigning(at, caseId)).rejects.toMatchObject({ code: 'case.not-found' })
  })

  test('what gives, takes or refuses a standing stays with the office, whatever a pack says', async () => {
    const at = await delegating('refuse', 'certify', 'revoke')
    const caseId = await at.aCaseAt('recommended')
    for (const act of [
      (tx: WriteTx) => acts.refuse(tx, { caseId, reason: REASON, cite: null }),
      (tx: WriteTx) => acts.certify(tx, { caseId }),
    ]) {
      await expect(at.zone.writing(at.federation, act)).rejects.toMatchObject({
        code: 'case.not-found',
      })
    }
  })
})

describe('an auditor of a district', () => {
  test('reads the cases of the own district without who reviews them, and no other', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('reviewed')
    const own = await at.zone.anOfficer({ district: '650104', duties: ['audit'], name: '区审计' })
    const other = await at.zone.anOfficer({ district: '650102', duties: ['audit'], name: '外审计' })
    const city = await at.zone.anOfficer({ duties: ['audit'], name: '市审计' })
    const view = await at.view(own, caseId)
    expect(view).toMatchObject({ stage: 'reviewed', experts: [] })
    expect(JSON.stringify(view)).not.toMatch(/专家[甲乙丙丁]/)
    await expect(at.view(other, caseId)).rejects.toMatchObject({ code: 'case.not-found' })
    expect((await at.view(city, caseId)).experts).toHaveLength(3)
    const review = (actor: PersonActor) =>
      at.zone.reading(actor, (tx) => listRecord(tx, { kind: 'review', id: caseId }))
    expect(await review(own)).toEqual([])
    expect(await review(city)).not.toEqual([])
  })
})
