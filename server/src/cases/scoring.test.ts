import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import type { PersonActor } from '../kernel/index.ts'
import { listRecognitions } from '../registries/index.ts'
import { acts, type CaseId, drafts, views } from './index.ts'

useDocuments()

const REASON = '服务台账完整，抽查属实。'

const scoring = (at: CaseOffice, of: { actor: PersonActor; caseId: CaseId; points: number }) =>
  at.zone.writing(of.actor, (tx) =>
    acts.judge(tx, {
      caseId: of.caseId,
      answers: [{ condition: 'cooperation', answer: 'met', reason: REASON }],
      scores: [{ value: 'service-points', points: of.points, reason: REASON }],
    }),
  )

async function inReview(floorArea = '420'): Promise<{ at: CaseOffice; caseId: CaseId }> {
  const at = await openCaseOffice('2026-03-02', { points: true })
  const caseId = await at.aDraft({ floorArea })
  await at.advance(caseId, 'draft', 'recommended')
  const experts = at.experts.slice(0, 3).map((one) => one.person)
  await at.zone.writing(at.city, (tx) => acts.assign(tx, { caseId, experts }))
  return { at, caseId }
}

const panelOf = (at: CaseOffice) =>
  at.experts.slice(0, 3) as [PersonActor, PersonActor, PersonActor]

describe('points that experts give', () => {
  test('only within the range that the filed facts leave, with two digits at most', async () => {
    const { at, caseId } = await inReview('390')
    const [actor] = panelOf(at)
    const view = await at.view(actor, caseId)
    const asked = view.judgements.find((one) => one.condition === 'service-points')
    expect(asked).toMatchObject({ score: { from: '0', to: '6', points: null }, mayAnswer: true })
    for (const points of [6.5, 7, 5.125])
      await expect(scoring(at, { actor, caseId, points })).rejects.toMatchObject({
        code: 'case.points-outside',
        cite: '第1条(五)',
      })
    await scoring(at, { actor, caseId, points: 6 })
    await expect(scoring(at, { actor, caseId, points: 5 })).rejects.toMatchObject({
      code: 'case.judged-already',
    })
  })

  test('nobody else fills them: not the applicant with a draft, not the city', async () => {
    const { at, caseId } = await inReview()
    await expect(scoring(at, { actor: at.city, caseId, points: 5 })).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
    const other = await openCaseOffice('2026-03-02', { points: true })
    const draft = await other.aDraft()
    await expect(
      other.zone.writing(other.applicant, (tx) =>
        drafts.save(tx, { caseId: draft, revision: 1, answers: { 'service-points': 10 } }),
      ),
    ).rejects.toMatchObject({ code: 'case.unknown-fact' })
  })

  test('the mean of all counts; the applicant reads it and no expert’s own', async () => {
    const { at, caseId } = await inReview()
    for (const [index, actor] of panelOf(at).entries())
      await scoring(at, { actor, caseId, points: [5, 5, 5.01][index] ?? 0 })
    await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId }))
    const view = await at.zone.reading(at.applicant, (tx) => views.case(tx, caseId))
    const score = view.judgements.find((one) => one.condition === 'service-points')
    // 15.01 / 3 = 5.00333…
    expect(score).toMatchObject({ score: { points: 5 }, mine: null, reasons: [] })
    expect(view.outcome.findings.find((one) => one.condition === 'good-service')?.answer).toBe(
      'not-met',
    )
  })

  test('a review with points goes to a certificate that ends, and may be sought anew after it', async () => {
    const { at, caseId } = await inReview()
    for (const actor of panelOf(at)) await scoring(at, { actor, caseId, points: 8.5 })
    await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId }))
    await at.advance(caseId, 'reviewed', 'certified')
    const [held] = await at.zone.asSystem((tx) => listRecognitions(tx, at.party))
    expect(held).toMatchObject({ grantedOn: '2026-03-10', validUntil: '2029-03-10' })
    await expect(at.aDraft()).rejects.toMatchObject({ code: 'case.recognised-until' })
  })
})
