import { stepFor } from '@banfa/policy/run'
import { refusal, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import type { OptionalReasonInput } from './inputs.ts'
import { expertConditions, isAnswered, toJudge } from './judged-in-step.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { type AssignedExpert, selectExperts, selectJudgements } from './review-store.ts'
import { takeUpAct } from './standing.ts'
import { meanPoints, openAnswers, type Review, tallyReview } from './tally.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Concludes the review 汇总评审意见: every assigned expert has answered every condition of the panel,
 * and each is met when more than half of them find so; points are averaged. Only sums go into the case's record, without
 * a name. Refuses `case.too-few-experts` and `case.answers-missing` with who still owes some.
 */
export async function concludeReview(tx: WriteTx, input: OptionalReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'conclude-review')
  refuseUnlessNext(open, 'conclude-review')
  const experts = await selectExperts(tx, open)
  refuseTooFew(open, experts.length)
  const review: Review = {
    conditions: expertConditions(open).map((one) => one.name),
    experts: experts.map((one) => one.person_id),
    answers: (await selectJudgements(tx, open))
      .filter((one) => one.by_expert)
      .map(({ condition, person_id: person, answer, points }) => ({
        condition,
        person,
        answer,
        points: points === null ? null : Number(points),
      })),
  }
  refuseMissing(open, review, experts)
  const sums = Object.entries(tallyReview(review))
  const points = meanPoints(review)
  return append(tx, open, {
    act: 'conclude-review',
    standing,
    reason: input.reason ?? null,
    detail: {
      experts: review.experts.length,
      answers: Object.fromEntries(sums.map(([name, sum]) => [name, sum.answer])),
      tally: Object.fromEntries(sums.map(([name, { met, notMet }]) => [name, { met, notMet }])),
      ...(Object.keys(points).length > 0 && { points }),
    },
    waitingExperts: [],
  })
}

function refuseTooFew(open: OpenCase, count: number): void {
  const step = stepFor(open.service, 'conclude-review')
  const least = step?.experts ?? 0
  if (count < least) refusal('case.too-few-experts', { least, count }, { cite: step?.cite ?? null })
}

function refuseMissing(open: OpenCase, review: Review, experts: readonly AssignedExpert[]): void {
  const owing = openAnswers(review).map(({ person, open: left }) => {
    const name = experts.find((one) => one.person_id === person)?.name ?? person
    return `${name}（${left}）`
  })
  const offices = toJudge(open, 'conclude-review')
    .filter((one) => !review.conditions.includes(one.name) && !isAnswered(open, one.name))
    .map((one) => one.title.zh)
  if (owing.length + offices.length > 0) {
    refusal('case.answers-missing', { owing: [...owing, ...offices] })
  }
}
