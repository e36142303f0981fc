import type { WriteTx } from '../../kernel/index.ts'
import { append } from '../append.ts'
import { note } from '../note.ts'
import { REMEDIES } from '../refuse.ts'
import { permitAct } from '../standing.ts'
import { tell } from '../tell.ts'
import { liftEffects } from './impose.ts'
import { issueSanctionLetter } from './letters-of-sanctions.ts'
import { openProceeding, type ProceedingInput } from './open-proceeding.ts'

export type LiftSanctionInput = ProceedingInput & {
  readonly reason: string
  /** The article or decision it rests on: `行政复议法第68条`. */
  readonly cite: string
}

/**
 * Lifts a sanction 解除处理: recognition, certificate and the right to apply stand again from this
 * moment; the record keeps both.
 */
export async function liftSanction(tx: WriteTx, input: LiftSanctionInput): Promise<void> {
  const at = await openProceeding(tx, input, {
    right: 'case.restore',
    when: (of) => of.imposed !== null && of.lifted === null,
  })
  const { open, of, post } = at
  const { cite, reason } = input
  if (!of.imposed) return
  await liftEffects(tx, at, { imposed: of.imposed, why: { cite, reason } })
  const letter = await issueSanctionLetter(tx, at, {
    title: { zh: '解除处理决定书', en: 'Decision lifting a sanction' },
    opening: `关于你单位“${open.service.title.zh}”一件，本机关于${of.imposed.on}作出的处理决定，现予解除。`,
    reason,
    effect: `下列处理自即日起不再执行：${of.effect.zh}`,
    cite,
    rights: REMEDIES.zh,
  })
  const detail = { id: of.id, document: letter.id }
  const noted = await note(tx, open, { act: 'sanction.lift', as: post, cite, reason, detail })
  await tell(tx, { type: 'sanction.lifted', payload: { case: open.id, sanction: of.sanction } })
  if (open.state.stage !== 'revoked' || !of.imposed.recognition) return
  const standing = permitAct(tx.actor, open.asked, 'restore')
  await append(tx, noted, {
    act: 'restore',
    standing,
    reason,
    cite,
    detail: { sanction: of.sanction },
  })
}
