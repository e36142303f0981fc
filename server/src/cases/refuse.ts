import type { Finding } from '@banfa/policy/run'
import { refusal, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { refuseProposer, refuseWhileCorrecting, refuseWhileWindowRuns } from './decision-guards.ts'
import { failures } from './engine.ts'
import { filedOutcome } from './filed-outcome.ts'
import type { RefuseInput } from './inputs.ts'
import { aboutCase, issueLetter, letterFindings, signedBy } from './letters.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/** How to go against a decision: printed under it. */
export const REMEDIES = {
  zh: '对本决定有异议的，可以向本单位陈述和申辩；可以自收到之日起60日内申请行政复议，或者自知道之日起6个月内提起行政诉讼。',
  en: 'You may be heard by this office; you may apply for administrative reconsideration within 60 days of receipt, or sue within 6 months of learning of the decision.',
}

/**
 * Refuses recognition 不予认定 wherever the procedure allows it: with every finding that fails and
 * its article, or on the officer's reason and article. Refuses `case.cite-needed` when neither the
 * program nor the officer names an article. During a notice it waits for the window like any decision.
 */
export async function refuse(tx: WriteTx, input: RefuseInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'refuse')
  refuseUnlessNext(open, 'refuse')
  refuseWhileCorrecting(tx, open.state)
  refuseWhileWindowRuns(tx, open.state)
  if (open.state.stage === 'proposed') refuseProposer(tx, open.state)
  const { outcome } = await filedOutcome(tx, open)
  const findings = failures(outcome)
  const cite = input.cite || (findings[0]?.cite ?? null)
  if (!cite) return refusal('case.cite-needed', {}, { field: 'cite' })
  const letter = await issueLetter(tx, open, {
    kind: 'refusal',
    series: '不予',
    from: signedBy(open, standing),
    content: {
      ...(await aboutCase(tx, open)),
      reason: input.reason,
      cite,
      findings: letterFindings({ ...outcome, findings }),
      remedies: REMEDIES,
    },
  })
  const acted = await append(tx, open, {
    act: 'refuse',
    standing,
    reason: input.reason,
    cite,
    detail: { findings: findings.map(listed), document: letter.id },
  })
  await announceRefusal(tx, open)
  return acted
}

function listed({ condition, title, cite }: Finding) {
  return { condition, title, cite }
}

function announceRefusal(tx: WriteTx, open: OpenCase): Promise<void> {
  const payload = { case: open.id, party: open.board.party_id, service: open.service.name }
  return tell(tx, { type: 'case.refused', payload })
}
