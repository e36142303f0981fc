import type { Verdict } from './case.ts'

type ExpertAnswer = {
  readonly condition: string
  readonly person: string
  readonly answer: Verdict
}

export type Tally = {
  readonly met: number
  readonly notMet: number
  readonly asked: number
  readonly answer: Verdict
}

export type Review = {
  readonly conditions: readonly string[]
  readonly experts: readonly string[]
  readonly answers: readonly ExpertAnswer[]
}

/** Experts with the number of conditions they have not answered yet; empty when all have. */
export function openAnswers(review: Review): { person: string; open: number }[] {
  return review.experts
    .map((person) => ({ person, open: review.conditions.length - answeredBy(review, person) }))
    .filter((one) => one.open > 0)
}

/**
 * A condition is met when more than half of the assigned experts find it met; a tie is not more
 * than half, so it is not met (第8条(四), ADR 0033).
 */
export function tallyReview(review: Review): Record<string, Tally> {
  return Object.fromEntries(review.conditions.map((name) => [name, tallyOf(review, name)]))
}

function tallyOf(review: Review, condition: string): Tally {
  const answers = answersOfExperts(review).filter((one) => one.condition === condition)
  const met = answers.filter((one) => one.answer === 'met').length
  const asked = review.experts.length
  const answer = met * 2 > asked ? 'met' : 'not-met'
  return { met, notMet: answers.length - met, asked, answer }
}

function answeredBy(review: Review, person: string): number {
  return answersOfExperts(review).filter((one) => one.person === person).length
}

/** Only assigned experts count, each once a condition. */
function answersOfExperts(review: Review): ExpertAnswer[] {
  const wanted = review.answers.filter(
    (one) => review.experts.includes(one.person) && review.conditions.includes(one.condition),
  )
  return [...new Map(wanted.map((one) => [`${one.condition} ${one.person}`, one])).values()]
}
