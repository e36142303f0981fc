import { stepFor } from '@banfa/policy/run'
import type { ReadTx } from '../kernel/index.ts'
import { isOpen } from './case.ts'
import type { JudgedCondition } from './engine.ts'
import { detailOf } from './happened.ts'
import { officeConditions } from './judge.ts'
import { expertConditions, isAnswered, isForExperts } from './judged-in-step.ts'
import type { OpenCase } from './open-case.ts'
import type { OpinionWords } from './opinion-words-store.ts'
import type { AssignedExpert, Judgement, RecusedExpert } from './review-store.ts'
import type { Viewer } from './viewer.ts'
import type { AnswerView, CaseView, JudgementView } from './views.ts'

/** The review as row-level security let the viewer read it. */
export type Seen = {
  readonly viewer: Viewer
  readonly experts: readonly AssignedExpert[]
  readonly judgements: readonly Judgement[]
  readonly recused: readonly RecusedExpert[]
  readonly words: readonly OpinionWords[]
}

/**
 * Judged conditions with the answer that counts. An applicant reads sums and an office's reason, an
 * expert besides that their own answer, the city's officers who said what.
 */
export function viewJudgements(tx: ReadTx, open: OpenCase, seen: Seen): JudgementView[] {
  const tally = tallyOf(open)
  const open4me = mayAnswer(tx, open, seen)
  return open.judged.map((one) => {
    const sums = tally[one.name]
    return {
      condition: one.name,
      title: one.title,
      question: one.question,
      cite: one.cite,
      by: one.by,
      looksAt: one.looksAt,
      answer: open.state.judged[one.name] ?? null,
      score: one.kind === 'score' ? scoreOf(open, one) : null,
      met: sums?.met ?? null,
      notMet: sums?.notMet ?? null,
      asked: isForExperts(open, one) ? askedOf(open) : null,
      mine: mineOf(seen, one.name),
      mayAnswer: open4me.includes(one.name),
      reasons: reasonsFor(open, seen, one),
    }
  })
}

/** Names of conditions the viewer may answer now. */
export function mayAnswer(tx: ReadTx, open: OpenCase, seen: Seen): string[] {
  const { actor } = tx
  if (actor.kind !== 'person' || !['accepted', 'recommended'].includes(open.state.stage)) return []
  const isExpert = seen.experts.some((one) => one.person_id === actor.person)
  if (isExpert && open.state.stage === 'recommended') {
    return expertConditions(open)
      .map((one) => one.name)
      .filter((name) => !mineOf(seen, name))
  }
  return officeConditions(open, actor)
    .map((one) => one.name)
    .filter((name) => !isAnswered(open, name))
}

/** Who reviews, with how much each has answered; only the city's officers are told. */
export function viewExperts(seen: Seen): CaseView['experts'] {
  if (!seen.viewer.isCity || seen.viewer.isParty) return []
  return seen.experts.map(({ person_id: person, name, employer }) => ({
    person,
    name,
    employer,
    answered: seen.judgements.filter((one) => one.by_expert && one.person_id === person).length,
  }))
}

/** Who stood aside and why; told to those who are told who reviews. */
export function viewRecusals(seen: Seen): CaseView['recusals'] {
  if (!seen.viewer.isCity || seen.viewer.isParty) return []
  return seen.recused.map(({ person_id: person, ...told }) => ({ person, ...told }))
}

/** What an assigned expert may do besides judging. */
export function viewAsExpert(open: OpenCase, { viewer, ...seen }: Seen): CaseView['asExpert'] {
  const isAssigned = seen.experts.some((one) => one.person_id === viewer.person)
  const hasAnswered = seen.judgements.some(
    (one) => one.by_expert && one.person_id === viewer.person,
  )
  return {
    mayRecuse: isAssigned && !hasAnswered && open.state.stage === 'recommended',
    mayAdd: isAssigned && hasAnswered && isOpen(open.state.stage),
  }
}

function mineOf({ viewer, judgements, words }: Seen, condition: string) {
  const mine = judgements.find(
    (one) => one.by_expert && one.condition === condition && one.person_id === viewer.person,
  )
  return mine ? answered(mine, words) : null
}

function reasonsFor(
  open: OpenCase,
  { viewer, judgements, words }: Seen,
  condition: JudgedCondition,
) {
  const maySee = !isForExperts(open, condition) || (viewer.isCity && !viewer.isParty)
  if (!maySee) return []
  return judgements
    .filter((one) => one.condition === condition.name)
    .map((one) => ({ by: one.name, ...answered(one, words) }))
}

function answered(given: Judgement, words: Seen['words']): AnswerView {
  const { answer, points, reason, condition, person_id } = given
  const added = words
    .filter((one) => one.condition === condition && one.person_id === person_id)
    .map(({ said_at: at, says }) => ({ at, says }))
  return { answer, points: points === null ? null : Number(points), reason, added }
}

function scoreOf(open: OpenCase, { name, range }: JudgedCondition): JudgementView['score'] {
  const points = open.state.scored?.[name] ?? null
  return { from: range?.from ?? null, to: range?.to ?? null, points }
}

function tallyOf(open: OpenCase): Readonly<Record<string, { met: number; notMet: number }>> {
  const concluded = open.entries.find((entry) => entry.act === 'conclude-review')
  return concluded ? detailOf('conclude-review', concluded).tally : {}
}

function askedOf(open: OpenCase): number {
  return open.state.experts || (stepFor(open.service, 'conclude-review')?.experts ?? 0)
}
