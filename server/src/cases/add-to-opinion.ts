import { permit } from '../identity/index.ts'
import { record, refusal, type WriteTx } from '../kernel/index.ts'
import { reviewOf } from './assign-experts.ts'
import { isOpen } from './case.ts'
import type { AddToOpinionInput } from './inputs.ts'
import { lockCase } from './open-case.ts'
import { insertWords } from './opinion-words-store.ts'
import { selectExperts, selectJudgements } from './review-store.ts'

/**
 * An expert adds words to an opinion already given 补充意见: a record of its own with its time. The
 * answer, its reason and the count stay as they are; whoever sees the opinion sees the words. Refuses
 * `case.opinion-missing` before the answer is given, and `case.opinion-closed` when the case is over.
 */
export async function addToOpinion(tx: WriteTx, input: AddToOpinionInput): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  const { actor } = tx
  const expert = actor.kind === 'person' ? actor.person : null
  const assigned = (await selectExperts(tx, open)).some((one) => one.person_id === expert)
  permit(actor, 'case.add-to-opinion', { assigned })
  if (!isOpen(open.state.stage)) refusal('case.opinion-closed')
  const given = (await selectJudgements(tx, open)).find(
    (one) => one.by_expert && one.person_id === expert && one.condition === input.condition,
  )
  if (!given) return refusal('case.opinion-missing', {}, { field: 'condition' })
  const { condition, says } = input
  await insertWords(tx, open, { condition, person_id: given.person_id, says })
  await record(tx, { act: 'add-to-opinion', subject: reviewOf(open), detail: { condition, says } })
}
