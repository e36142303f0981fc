import { refusal, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { addReaders } from './case-store.ts'
import { delegatesOf } from './delegates-of.ts'
import { filedOutcome, refuseNotMet } from './filed-outcome.ts'
import type { RecommendInput } from './inputs.ts'
import { isAnswered, toJudge } from './judged-in-step.ts'
import { aboutCase, issueLetter, letterFindings, signedBy } from './letters.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { permitAct } from './standing.ts'
import { tell } from './tell.ts'
import { refuseUnlessNext } from './turn.ts'
import type { Acted } from './views.ts'

/**
 * Recommends in writing 初审推荐 (第8条(三)). Refuses `case.judge-first` while a condition the office
 * judges is open, and `case.not-met` when a computed or judged condition already fails.
 */
export async function recommend(tx: WriteTx, input: RecommendInput): Promise<Acted> {
  const open = await lockCase(tx, input.caseId)
  const standing = permitAct(tx.actor, open.asked, 'recommend')
  refuseUnlessNext(open, 'recommend')
  refuseUnjudged(open)
  const { outcome } = await filedOutcome(tx, open)
  if (outcome.answer === 'not-met') refuseNotMet(outcome)
  const issuer = open.program.offices[open.program.issuer]
  const letter = await issueLetter(tx, open, {
    kind: 'recommendation',
    series: '荐',
    from: signedBy(open, standing),
    content: {
      ...(await aboutCase(tx, open)),
      to: issuer?.title ?? open.program.title,
      findings: letterFindings(outcome),
      opinion: input.recommendation,
      cite: standing.cite,
    },
  })
  const delegates = await delegatesOf(tx, open)
  await addReaders(tx, open.id, delegates)
  const acted = await append(tx, open, {
    act: 'recommend',
    standing,
    reason: input.recommendation,
    detail: { document: letter.id },
    readers: delegates,
  })
  await tell(tx, { type: 'case.recommended', payload: { case: open.id } })
  return acted
}

function refuseUnjudged(open: OpenCase): void {
  const unjudged = toJudge(open, 'recommend').filter((one) => !isAnswered(open, one.name))
  if (unjudged.length > 0) {
    const titles = unjudged.map((one) => one.title.zh)
    refusal('case.judge-first', { titles }, { cite: unjudged[0]?.cite ?? null })
  }
}
