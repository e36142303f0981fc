import type { WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import type { OptionalReasonInput } from './inputs.ts'
import { lockCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** Withdraws 撤回: the applicant's right until the decision is proposed; a new case may be started. */
export async function withdraw(tx: WriteTx, input: OptionalReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'withdraw')
  refuseUnlessNext(open, 'withdraw')
  const acted = await append(tx, open, {
    act: 'withdraw',
    standing,
    detail: {},
    reason: input.reason ?? null,
  })
  await tell(tx, { type: 'case.withdrawn', payload: { case: open.id } })
  return acted
}
