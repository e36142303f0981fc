import { announce, refusal, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { refuseUnlessNext } from './case.ts'
import type { AnswerObjectionInput } from './inputs.ts'
import { signedBy } from './letters.ts'
import { findObjection, writeAnswer } from './notice-store.ts'
import { lockCase } from './open-case.ts'
import { takeUpAct } from './standing.ts'
import type { Acted } from './views.ts'

/**
 * Answers an objection 答复异议: upheld or dismissed, with the reason. One that is upheld leaves only
 * refusal (ADR 0035). Refuses `case.objection-already` when it was answered.
 */
export async function answerObjection(tx: WriteTx, input: AnswerObjectionInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = await takeUpAct(tx, open.asked, 'answer-objection')
  const objection = await findObjection(tx, input.objection)
  if (objection?.case_id !== open.id) return refusal('case.objection-not-found')
  if (objection.answered_on) refusal('case.objection-already', { on: objection.answered_on })
  refuseUnlessNext(open.state, 'answer-objection')
  await writeAnswer(tx, {
    id: objection.id,
    answered_on: tx.today,
    upheld: input.upheld,
    answer: input.reason,
    answered_by: signedBy(open, standing).zh,
  })
  const acted = await append(tx, open, {
    act: 'answer-objection',
    standing,
    reason: input.reason,
    detail: { objection: objection.id, upheld: input.upheld },
  })
  await announce(tx, {
    type: 'objection.answered',
    payload: { case: open.id, objection: objection.id, upheld: input.upheld },
  })
  return acted
}
