import type { WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { refuseWhileObjected, refuseWhileWindowRuns } from './decision-guards.ts'
import { filedOutcome, refuseUnlessMet } from './filed-outcome.ts'
import type { ReasonInput } from './inputs.ts'
import { lockCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** Proposes the decision 拟定认定意见, once the window is over and no objection stands (第8条(四)). */
export async function propose(tx: WriteTx, input: ReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'propose')
  refuseUnlessNext(open, 'propose')
  refuseWhileWindowRuns(tx, open.state)
  refuseWhileObjected(open.state, standing.cite)
  refuseUnlessMet(await filedOutcome(tx, open))
  return append(tx, open, { act: 'propose', standing, detail: {}, reason: input.reason })
}
