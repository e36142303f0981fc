import type { Verdict } from './case.ts'

type ExpertAnswer = {
  readonly condition: string
  readonly person: string
  /** Null where points are given instead. */
  readonly answer: Verdict | null
  readonly points?: number | null
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
  const judged = review.conditions.filter((name) => !isScored(review, name))
  return Object.fromEntries(judged.map((name) => [name, tallyOf(review, name)]))
}

/**
 * The points of each score: the mean over the assigned experts, to two digits after the point, halves
 * up (ADR 0056). Counted in hundredths, so that nothing is lost on the way.
 */
export function meanPoints(review: Review): Record<string, number> {
  const scored = review.conditions.filter((name) => isScored(review, name))
  return Object.fromEntries(scored.map((name) => [name, meanOf(review, name)]))
}

function meanOf(review: Review, name: string): number {
  const hundredths = answersOfExperts(review).flatMap(({ condition, points }) =>
    condition === name && typeof points === 'number' ? [Math.round(points * 100)] : [],
  )
  const sum = hundredths.reduce((a, b) => a + b, 0)
  return Math.floor((2 * sum + hundredths.length) / (2 * hundredths.length)) / 100
}

function isScored(review: Review, name: string): boolean {
  return review.answers.some(
    ({ condition, points }) => condition === name && typeof points === 'number',
  )
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
