import { letOut } from '../../documents/index.ts'
import { permit } from '../../identity/index.ts'
import { type PersonId, record, refusal, takeUp, type WriteTx } from '../../kernel/index.ts'
import { declareConflict } from '../../registries/index.ts'
import { reviewOf } from '../assign-experts.ts'
import { setWaitingExperts } from '../board-store.ts'
import { removeReader } from '../case-store.ts'
import type { ReasonInput } from '../inputs.ts'
import { lockCase, type OpenCase, subjectOf } from '../open-case.ts'
import { endAssignment, selectExperts, selectJudgements } from '../review-store.ts'
import { refuseUnlessNext } from '../turn.ts'

/**
 * An expert stands aside 申请回避: the assignment ends at once, the case and its papers are out of their
 * sight, and they are not drawn for the party again. Who and why is on the record of the review, which
 * the applicant does not read. Refuses `case.recusal-late-conflict` once they have answered anything,
 * and `case.stage-conflict` outside the review.
 */
export async function recuseExpert(tx: WriteTx, input: ReasonInput): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  const expert = await assignedIn(tx, open)
  refuseUnlessNext(open, 'judge')
  const answered = (await selectJudgements(tx, open)).some(
    (one) => one.by_expert && one.person_id === expert,
  )
  if (answered) refusal('case.recusal-late-conflict')
  await declareConflict(tx, { expert, party: open.board.party_id, reason: input.reason })
  await takeUp(tx, 'recuse')
  await endAssignment(tx, open, { expert, reason: input.reason.trim() })
  const waiting = open.board.waiting_experts.filter((person) => person !== expert)
  await setWaitingExperts(tx, open.id, waiting)
  await letOut(tx, { subject: subjectOf(open.id), person: expert })
  await removeReader(tx, open.id, expert)
  await record(tx, { act: 'recuse', subject: reviewOf(open), reason: input.reason.trim() })
}

/** The expert who acts; refuses who is not assigned. */
async function assignedIn(tx: WriteTx, open: OpenCase): Promise<PersonId> {
  const { actor } = tx
  const expert = actor.kind === 'person' ? actor.person : null
  const assigned = (await selectExperts(tx, open)).some((one) => one.person_id === expert)
  permit(actor, 'case.recuse', { assigned })
  return expert ?? refusal('case.judge-forbidden')
}
