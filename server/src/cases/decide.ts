import type { WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { refuseProposer, refuseWhileObjected, refuseWhileWindowRuns } from './decision-guards.ts'
import { filedOutcome, refuseUnlessMet } from './filed-outcome.ts'
import type { ReasonInput } from './inputs.ts'
import { aboutCase, issueLetter, signedBy } from './letters.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { REMEDIES } from './refuse.ts'
import { permitAct, type Standing } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Decides on recognition 决定认定: by somebody who signs and did not propose, after the window, with
 * no objection open or upheld, and only when the program answers `met` on what was sealed.
 */
export async function decide(tx: WriteTx, input: ReasonInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'decide')
  refuseUnlessNext(open, 'decide')
  refuseProposer(tx, open.state)
  refuseWhileWindowRuns(tx, open.state)
  refuseWhileObjected(open.state, standing.cite)
  const filed = await filedOutcome(tx, open)
  refuseUnlessMet(filed)
  const { filing } = filed
  await issueDecision(tx, open, { standing, reason: input.reason })
  const acted = await append(tx, open, {
    act: 'decide',
    standing,
    reason: input.reason,
    detail: { digest: open.program.digest, filing: filing.id },
  })
  await tell(tx, {
    type: 'case.decided',
    payload: {
      case: open.id,
      party: open.board.party_id,
      pack: open.program.pack,
      service: open.service.name,
      on: tx.today,
    },
  })
  return acted
}

async function issueDecision(
  tx: WriteTx,
  open: OpenCase,
  { standing, reason }: { readonly standing: Standing; readonly reason: string },
): Promise<void> {
  await issueLetter(tx, open, {
    kind: 'decision',
    series: '决',
    from: signedBy(open, standing),
    content: {
      ...(await aboutCase(tx, open)),
      title: open.service.grants?.title ?? open.service.title,
      reason,
      cite: standing.cite,
      notice: open.state.notice?.number ?? null,
      remedies: REMEDIES,
    },
  })
}
