import { type ReadTx, refusal } from '../kernel/index.ts'
import { type CaseState, isWindowOver } from './case.ts'

/** No proposal and no decision before the notice has run its whole window (公示期未满). */
export function refuseWhileWindowRuns(tx: ReadTx, state: CaseState): void {
  if (state.notice && !isWindowOver(state, tx.today)) {
    refusal('case.window-open', { until: state.notice.until, number: state.notice.number })
  }
}

/** 公示无异议 (第8条(四)): every objection answered, and none upheld. */
export function refuseWhileObjected(state: CaseState, cite: string): void {
  if (state.openObjections.length > 0) {
    refusal('case.objection-open', { count: state.openObjections.length }, { cite })
  }
  if (state.upheld > 0) refusal('case.objection-upheld', { count: state.upheld }, { cite })
}

/** Nobody is refused for want of a correction before its last day is over, or when it has none. */
export function isCorrectionOver(tx: ReadTx, state: CaseState): boolean {
  if (state.stage !== 'returned') return true
  const until = state.correction?.until ?? null
  return until !== null && tx.today > until
}

export function refuseWhileCorrecting(tx: ReadTx, state: CaseState): void {
  if (isCorrectionOver(tx, state)) return
  const until = state.correction?.until ?? null
  if (until) refusal('case.correction-open', { until })
  refusal('case.correction-unlimited')
}

/** 拟办与决定分离: who proposed does not decide. */
export function refuseProposer(tx: ReadTx, state: CaseState): void {
  if (tx.actor.kind !== 'person' || tx.actor.person === state.proposedBy) {
    refusal('case.same-person-forbidden')
  }
}
