import type { WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { filedOutcome, refuseUnlessMet } from './filed-outcome.ts'
import type { ReasonInput } from './inputs.ts'
import { lockCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Passes the deliberation 审议通过 (第8条(四)). Refuses `case.not-met` with the articles: what does not
 * meet the conditions is refused, not deliberated through.
 */
export async function deliberate(tx: WriteTx, input: ReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'deliberate')
  refuseUnlessNext(open, 'deliberate')
  refuseUnlessMet(await filedOutcome(tx, open))
  return append(tx, open, { act: 'deliberate', standing, detail: {}, reason: input.reason })
}
