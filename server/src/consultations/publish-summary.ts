import { type Adoption, drawNumber, issue } from '../documents/index.ts'
import { record, refusal, type WriteTx } from '../kernel/index.ts'
import { refuseSettled } from './answer.ts'
import { selectAnswers, selectComments } from './comment-store.ts'
import { type Consultation, type ConsultationId, type Summary, subjectOf } from './consultation.ts'
import { writeConsultation } from './consultation-store.ts'
import { lockHeld } from './hold-of.ts'
import { countsOf, summed } from './sum-up.ts'

export type SummaryInput = { readonly id: ConsultationId; readonly remarks: string }

/**
 * Publishes 意见征集及采纳情况 after the last day: counts an article, each gist with its answer, and
 * no name. It is printed as a letter and does not change. Refuses `consultation.still-open` and
 * `consultation.unanswered`.
 */
export async function publishSummary(tx: WriteTx, input: SummaryInput): Promise<void> {
  const { of, as } = await lockHeld(tx, input.id, 'consultation.publish')
  refuseSettled(of, tx)
  if (tx.today <= of.closesOn) refusal('consultation.still-open', { on: of.closesOn })
  const comments = await selectComments(tx, input.id)
  const waiting = comments.filter((one) => one.answer_id === null)
  if (waiting.length > 0)
    refusal('consultation.unanswered', { numbers: waiting.map(({ number }) => number).join('、') })
  const answers = summed(of, comments, await selectAnswers(tx, input.id))
  const told = {
    remarks: input.remarks,
    comments: comments.length,
    counts: countsOf(
      of,
      answers.flatMap(({ on, outcome }) => on.map((article) => ({ article, outcome }))),
    ),
    answers: answers.map(({ on: _, ...one }) => one),
  }
  const number = await drawNumber(tx, { office: of.office, series: '征' })
  const letter = { kind: 'adoption', content: adoptionOf(of, told) } as const
  const { id: document } = await issue(tx, {
    ...letter,
    ...{ subject: subjectOf(of.id), number, from: of.office },
  })
  const summary: Summary = { ...told, number, document }
  await writeConsultation(tx, of.id, { summary, summary_on: tx.today })
  const detail = { number, document, comments: comments.length }
  await record(tx, { act: 'consultation.summary', subject: subjectOf(of.id), as, detail })
}

type Told = Omit<Summary, 'number' | 'document'>

function adoptionOf(of: Consultation, told: Told): Adoption {
  const { remarks, comments, counts, answers } = told
  return {
    title: { zh: '意见征集及采纳情况', en: 'Summary of comments and their adoption' },
    draft: of.title,
    ...{ from: of.opensOn, until: of.closesOn, comments, remarks, counts, answers },
  }
}
