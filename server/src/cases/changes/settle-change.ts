import { refusal, type WriteTx } from '../../kernel/index.ts'
import { type Alterable, alterEntry, type RecognitionId } from '../../registries/index.ts'
import { note } from '../note.ts'
import { lockCase } from '../open-case.ts'
import { proposeSanction } from '../sanctions/propose-sanction.ts'
import { tell } from '../tell.ts'
import type { Effect } from './change.ts'
import { type ChangeInput, openChange } from './open-change.ts'

export type SettleChangeInput = ChangeInput & {
  readonly effect: Effect
  /** What of the register's entry is altered, and to what; with `altered` only. */
  readonly alters?: Alterable | null
  readonly became?: string | null
  /** The sanction of the measure whose proceeding is opened; with `referred` only. */
  readonly sanction?: string | null
  readonly reason: string
}

/**
 * What the change comes to for the recognition, by the bureau, followed up in the same transaction:
 * `altered` alters the register's entry with its history, `referred` tells the party of the sanction
 * intended, which binds nobody until it was heard (ADR 0083). Refuses `case.became-needed` and
 * `case.referral-needed`.
 */
export async function settleChange(tx: WriteTx, input: SettleChangeInput): Promise<void> {
  const { open, of, duties, post } = await openChange(tx, input, 'settle')
  const { cite } = duties.report
  const { effect, reason, caseId } = input
  const alteration = effect === 'altered' ? alterationIn(input) : null
  if (alteration) {
    const recognition = (open.state.certificate?.recognition ?? null) as RecognitionId | null
    await alterEntry(tx, { ...alteration, party: open.board.party_id, recognition, cite, reason })
  }
  const proceeding = effect === 'referred' ? await refer(tx, input) : null
  await note(tx, proceeding ? await lockCase(tx, caseId) : open, {
    act: 'change.settle',
    as: post,
    cite,
    reason,
    detail: {
      id: of.id,
      effect,
      became: alteration?.became ?? null,
      alters: alteration?.alters ?? null,
      proceeding,
    },
  })
  await tell(tx, { type: 'change.settled', payload: { case: open.id, change: of.id, effect } })
}

function alterationIn({ alters, became }: SettleChangeInput) {
  const text = became?.trim()
  if (!text) return refusal('case.became-needed', {}, { field: 'became' })
  return { alters: alters ?? ('other' as const), became: text }
}

async function refer(tx: WriteTx, { caseId, sanction, reason }: SettleChangeInput) {
  if (!sanction) return refusal('case.referral-needed', {}, { field: 'sanction' })
  return proposeSanction(tx, { caseId, sanction, grounds: reason, foundOn: tx.today })
}
