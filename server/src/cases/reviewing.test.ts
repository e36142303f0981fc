import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { listRecord, type PersonActor } from '../kernel/index.ts'
import { declareConflict } from '../registries/index.ts'
import { acts, type CaseId, views } from './index.ts'

useDocuments()

const judging = (
  at: CaseOffice,
  of: { actor: PersonActor; caseId: CaseId; condition?: string; answer?: 'met' | 'not-met' },
) =>
  at.zone.writing(of.actor, (tx) =>
    acts.judge(tx, {
      caseId: of.caseId,
      answers: [
        {
          condition: of.condition ?? 'cooperation',
          answer: of.answer ?? 'met',
          reason: '协议期限三年，往来密切。',
        },
      ],
    }),
  )

const assigning = (at: CaseOffice, caseId: CaseId, count = 3) =>
  at.zone.writing(at.city, (tx) =>
    acts.assign(tx, { caseId, experts: at.experts.slice(0, count).map((one) => one.person) }),
  )

const person = (at: CaseOffice, index: number): PersonActor => {
  const expert = at.experts[index]
  if (!expert) throw new Error(`no expert ${index}`)
  return expert
}

describe('the preliminary review 初审', () => {
  const recommending = (at: CaseOffice, caseId: CaseId) =>
    at.zone.writing(at.district, (tx) =>
      acts.recommend(tx, { caseId, recommendation: '初审合格，予以推荐。' }),
    )

  test('a recommendation waits for the conditions the district judges', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    await expect(recommending(at, id)).rejects.toMatchObject({
      code: 'case.judge-first',
      params: { titles: ['依法经营'] },
      cite: '第1条(三)',
    })
    await at.judgeLawful(id)
    await expect(recommending(at, id)).resolves.toMatchObject({ stage: 'recommended' })
    await expect(recommending(at, id)).rejects.toMatchObject({ code: 'case.already' })
  })

  test('what fails is not recommended: the articles are named', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft({ floorArea: '200' })
    await at.advance(id, 'draft', 'accepted')
    await at.judgeLawful(id)
    await expect(recommending(at, id)).rejects.toMatchObject({
      code: 'case.not-met',
      params: { reasons: ['面积达到300平方米（第1条(二)）'] },
    })
  })

  test('an office answers a condition once, whoever sits at the desk', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    const colleague = await at.zone.anOfficer({ district: '650104', name: '区同事' })
    await at.judgeLawful(id)
    await expect(
      judging(at, { actor: colleague, caseId: id, condition: 'lawful' }),
    ).rejects.toMatchObject({ code: 'case.judged-already' })
  })

  test('the district does not answer for the experts, nor the city for the district', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    await expect(judging(at, { actor: at.district, caseId: id })).rejects.toMatchObject({
      code: 'case.condition-not-yours',
    })
    await expect(
      judging(at, { actor: at.city, caseId: id, condition: 'lawful' }),
    ).rejects.toMatchObject({ code: 'identity.forbidden' })
  })
})

describe('assigning experts 指派专家', () => {
  test('takes at least the number of the step', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await expect(assigning(at, id, 2)).rejects.toMatchObject({
      code: 'case.too-few-experts',
      params: { least: 3, count: 2 },
    })
    await assigning(at, id)
    await expect(assigning(at, id)).rejects.toMatchObject({ code: 'case.expert-already' })
  })

  test('blocks an interest, with the reason, and assigns nobody of the list', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    const expert = person(at, 1)
    await at.zone.asSystem((tx) =>
      declareConflict(tx, { expert: expert.person, party: at.party, reason: '曾任顾问' }),
    )
    await expect(assigning(at, id)).rejects.toMatchObject({
      code: 'case.expert-interested',
      params: { name: '专家乙', reason: expect.stringContaining('曾任顾问') },
    })
    const choices = await at.zone.reading(at.city, (tx) => views.expertChoices(tx, id))
    expect(choices.filter((one) => one.conflict).map((one) => one.name)).toEqual(['专家乙'])
    expect(choices.some((one) => one.assigned)).toBe(false)
  })

  test('adds nobody once answers are in, since the majority is over those assigned', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await assigning(at, id)
    await judging(at, { actor: person(at, 0), caseId: id })
    const late = at.zone.writing(at.city, (tx) =>
      acts.assign(tx, { caseId: id, experts: [person(at, 3).person] }),
    )
    await expect(late).rejects.toMatchObject({ code: 'case.review-begun-conflict' })
  })

  test('is the city’s', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    const assign = at.zone.writing(at.district, (tx) =>
      acts.assign(tx, { caseId: id, experts: at.experts.map((one) => one.person) }),
    )
    await expect(assign).rejects.toMatchObject({ code: 'identity.forbidden' })
  })
})

describe('the experts’ review 评审', () => {
  test('an expert who is not assigned sees no case', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await assigning(at, id)
    await expect(judging(at, { actor: person(at, 3), caseId: id })).rejects.toMatchObject({
      code: 'case.not-found',
    })
  })

  test('each answers once, for good', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await assigning(at, id)
    const judge = () => judging(at, { actor: person(at, 0), caseId: id })
    const both = await Promise.allSettled([judge(), judge()])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(judge()).rejects.toMatchObject({ code: 'case.judged-already' })
  })

  test('is concluded when all have answered, by the majority', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await assigning(at, id)
    const conclude = () => at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId: id }))
    await judging(at, { actor: person(at, 0), caseId: id })
    await judging(at, { actor: person(at, 1), caseId: id, answer: 'not-met' })
    await expect(conclude()).rejects.toMatchObject({
      code: 'case.answers-missing',
      params: { owing: ['专家丙（1）'] },
    })
    await judging(at, { actor: person(at, 2), caseId: id })
    await expect(conclude()).resolves.toMatchObject({ stage: 'reviewed' })
    await expect(conclude()).rejects.toMatchObject({ code: 'case.already' })
    const [, cooperation] = (await at.view(at.city, id)).judgements
    expect(cooperation).toMatchObject({ answer: 'met', met: 2, notMet: 1, asked: 3 })
  })

  test('a tie is no majority: the case is refused, not deliberated through', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    await at.review(id, ['met', 'met', 'not-met', 'not-met'])
    await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId: id }))
    const deliberating = at.zone.writing(at.city, (tx) =>
      acts.deliberate(tx, { caseId: id, reason: '审议通过。' }),
    )
    await expect(deliberating).rejects.toMatchObject({
      code: 'case.not-met',
      params: { reasons: ['合作紧密（第1条(四)）'] },
    })
  })

  test('applicants see sums and never who said what; experts see only their own', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('reviewed')
    const page = async (actor: PersonActor) => {
      const view = await at.view(actor, id)
      const cooperation = view.judgements.find((one) => one.condition === 'cooperation')
      return { view, cooperation }
    }
    const applicant = await page(at.applicant)
    expect(applicant.cooperation).toMatchObject({ answer: 'met', met: 3, reasons: [], mine: null })
    expect(applicant.view.experts).toEqual([])
    expect(JSON.stringify(applicant.view)).not.toContain('专家甲')
    const expert = await page(person(at, 0))
    expect(expert.cooperation).toMatchObject({ mine: { answer: 'met' }, reasons: [] })
    expect(JSON.stringify(expert.view)).not.toContain('专家乙')
    const city = await page(at.city)
    expect(city.cooperation?.reasons.map((one) => one.by).sort()).toEqual([
      '专家丙',
      '专家乙',
      '专家甲',
    ])
  })

  test('the record the applicant reads names no expert; the review’s own does', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('reviewed')
    const entries = await at.zone.reading(at.applicant, async (tx) => [
      ...(await listRecord(tx, { kind: 'case', id })),
      ...(await listRecord(tx, { kind: 'review', id })),
    ])
    expect(JSON.stringify(entries)).not.toMatch(/专家[甲乙丙]/)
    const review = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'review', id }))
    expect(review.map((entry) => entry.act)).toEqual(['assign', 'judge', 'judge', 'judge'])
  })
})
