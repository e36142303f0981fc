import { newId, record, refusal, type WriteTx } from '../kernel/index.ts'
import { deleteAnswers, insertAnswer, selectAnswers, selectComments } from './comment-store.ts'
import {
  type AnswerId,
  type CommentId,
  type Consultation,
  type ConsultationId,
  type Outcome,
  phaseOf,
  subjectOf,
} from './consultation.ts'
import { lockHeld } from './hold-of.ts'

export type AnswerInput = {
  readonly id: ConsultationId
  /** Comments of one mind are answered together. */
  readonly comments: readonly CommentId[]
  /** 意见要点, in the office's words and without anybody's name: what the public will read. */
  readonly gist: string
  readonly outcome: Outcome
  readonly reason: string
}

/**
 * Answers comments: adopted, adopted in part or not adopted, with the reason. Until the summary is
 * published a later answer takes the place of an earlier one. Refuses `consultation.no-such-comment`.
 */
export async function answer(tx: WriteTx, input: AnswerInput): Promise<AnswerId> {
  const { of, as } = await lockHeld(tx, input.id)
  refuseSettled(of, tx)
  const comments = [...new Set(input.comments)]
  const there = await selectComments(tx, input.id)
  if (comments.length === 0 || !comments.every((id) => there.some((one) => one.id === id)))
    refusal('consultation.no-such-comment', {}, { field: 'comments' })
  const { gist, outcome, reason } = input
  const id = newId<AnswerId>()
  await insertAnswer(
    tx,
    {
      ...{ id, consultation_id: input.id, gist, outcome, reason },
      answered_on: tx.today,
      answered_by: tx.actor.kind === 'person' ? tx.actor.name : '',
    },
    comments,
  )
  await deleteAnswers(tx, await restingOnNothing(tx, input.id))
  const detail = { answer: id, comments, outcome }
  await record(tx, { act: 'consultation.answer', subject: subjectOf(input.id), as, detail, reason })
  return id
}

export function refuseSettled(of: Consultation, { today }: WriteTx): void {
  const phase = phaseOf(of, today)
  if (phase === 'summarised') refusal('consultation.summarised', { on: of.summaryOn ?? '' })
  if (phase === 'prepared') refusal('consultation.not-published')
}

async function restingOnNothing(tx: WriteTx, id: ConsultationId): Promise<AnswerId[]> {
  const used = new Set((await selectComments(tx, id)).map((one) => one.answer_id))
  return (await selectAnswers(tx, id)).map((one) => one.id).filter((one) => !used.has(one))
}
