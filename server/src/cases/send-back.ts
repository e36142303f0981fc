import { after, type Stage } from '@banfa/policy/run'
import { refusal, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import type { CaseState } from './case.ts'
import { refuseWhileWindowRuns } from './decision-guards.ts'
import type { ReasonInput, SendBackInput } from './inputs.ts'
import { stretchesOf } from './limit-over-steps.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct, titleOf } from './standing.ts'
import { tell } from './tell.ts'
import { refuseOutOfTurn, refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Sends the case one step back 退回上一环节, with the reason: by the office it has come to. What that
 * step judged is judged anew, in a round of its own; the answers before stay on the record.
 */
export async function sendBack(tx: WriteTx, input: SendBackInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'send-back')
  refuseUnlessNext(open, 'send-back')
  // Done twice it would go back two steps.
  if (input.from && input.from !== open.state.stage) {
    refuseOutOfTurn(open, titleOf(open.service, 'send-back'))
  }
  const { stage: to } = after({ stage: open.state.stage, openObjections: 0 }, { act: 'send-back' })
  const acted = await append(tx, open, {
    act: 'send-back',
    standing,
    reason: input.reason,
    detail: { to, reopens: judgedFrom(open, to), ...(to === 'recommended' && roundEnded(open)) },
    ...(to === 'recommended' ? { waitingExperts: [] } : {}),
  })
  await tell(tx, { type: 'case.sent-back', payload: { case: open.id, to } })
  return acted
}

/**
 * Appraises anew 重新评审 a case against which an objection was upheld: new experts, a new
 * deliberation and a new public notice; the other way is refusal (ADR 0071). Refuses
 * `case.nothing-upheld`, and waits for the window of the notice to end.
 */
export async function reappraise(tx: WriteTx, input: ReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'reappraise')
  refuseUnlessNext(open, 'reappraise')
  refuseUnlessUpheld(open.state)
  refuseWhileWindowRuns(tx, open.state)
  const acted = await append(tx, open, {
    act: 'reappraise',
    standing,
    reason: input.reason,
    detail: { reopens: judgedFrom(open, 'recommended'), ...roundEnded(open) },
    waitingExperts: [],
  })
  await tell(tx, { type: 'case.reappraised', payload: { case: open.id } })
  return acted
}

export function refuseUnlessUpheld(state: CaseState): void {
  if (state.upheld === 0) refusal('case.nothing-upheld')
}

/** What limits leave out of the round that ends, so that the next one does not count it again. */
function roundEnded({ state, service }: OpenCase) {
  return { leftOut: stretchesOf(state, service) }
}

/** The conditions judged in the step that follows a stage. */
function judgedFrom(open: OpenCase, to: Stage): string[] {
  const acts = { accepted: 'recommend', recommended: 'conclude-review' } as const
  const act = acts[to as keyof typeof acts]
  const step = act && open.service.route.find((one) => one.act === act)
  return [...(step?.judges ?? [])]
}
