import type { Limit, Sanction } from '@banfa/policy/run'
import { type Day, newId, refusal, type WriteTx } from '../../kernel/index.ts'
import type { CaseInput } from '../inputs.ts'
import { note } from '../note.ts'
import { lockCase, type OpenCase } from '../open-case.ts'
import { tell } from '../tell.ts'
import { effectOf, issueSanctionLetter } from './letters-of-sanctions.ts'
import { permitOn, sanctionNamed, timeToAnswer } from './open-proceeding.ts'
import { foldProceedings, type Intent, isOpen, type SanctionId } from './proceeding.ts'

export type ProposeSanctionInput = CaseInput & {
  readonly sanction: string
  /** The day the ground was established. */
  readonly foundOn: Day
  readonly grounds: string
  /** Yuan to pay back, where the sanction demands it. */
  readonly amount?: string | null
}

/**
 * Tells the party what is intended 拟处理告知, with facts, article and its rights; nothing changes for
 * it yet. Refuses `case.sanction-unknown` for a sanction the pack does not carry out,
 * `case.nothing-to-revoke`, `case.amount-needed`, and `case.sanction-already` while one is pending.
 */
export async function proposeSanction(
  tx: WriteTx,
  input: ProposeSanctionInput,
): Promise<SanctionId> {
  const open = await lockCase(tx, input.caseId)
  const post = permitOn(tx, open, 'case.sanction')
  const sanction = checked(tx, open, input)
  const id = newId<SanctionId>()
  const amount = input.amount ?? null
  const effect = effectOf(open, sanction, amount)
  const { cite } = sanction
  const letter = await issueSanctionLetter(
    tx,
    { open, post },
    {
      title: { zh: '拟处理告知书', en: 'Notice of an intended sanction' },
      opening: `关于你单位“${open.service.title.zh}”一件，本机关拟作出处理，现将事实、理由、依据和你单位的权利告知如下。`,
      reason: input.grounds,
      effect: effect.zh,
      cite,
      rights: rightsToAnswer(timeToAnswer(sanction)),
    },
  )
  const { sanction: name, foundOn, grounds } = input
  const detail: Intent = { id, sanction: name, foundOn, amount, effect, document: letter.id }
  await note(tx, open, { act: 'sanction.propose', as: post, cite, reason: grounds, detail })
  await tell(tx, { type: 'sanction.proposed', payload: { case: open.id, sanction: name } })
  return id
}

function checked(tx: WriteTx, open: OpenCase, input: ProposeSanctionInput): Sanction {
  const sanction = sanctionNamed(open, input.sanction)
  if (!sanction) {
    return refusal('case.sanction-unknown', { name: input.sanction }, { field: 'sanction' })
  }
  if (open.state.filings === 0) refusal('case.sanction-conflict')
  if (input.foundOn > tx.today) refusal('case.found-later', {}, { field: 'foundOn' })
  const isHeld = open.state.certificate !== null && open.state.stage !== 'revoked'
  if (sanction.revokes && !isHeld) refusal('case.nothing-to-revoke', {}, { cite: sanction.cite })
  const isAmount = /^\d{1,13}([.]\d{1,2})?$/.test(input.amount ?? '') && Number(input.amount) > 0
  if (isAmount !== (sanction.repays === true) || (input.amount && !isAmount)) {
    refusal('case.amount-needed', {}, { field: 'amount' })
  }
  const there = foldProceedings(open.entries).some(
    (one) =>
      one.sanction === input.sanction &&
      (isOpen(one) || (one.imposed && !one.lifted && sanction.revokes)),
  )
  if (there) refusal('case.sanction-already')
  return sanction
}

function rightsToAnswer({ length, unit, basis, assumed }: Limit): string {
  const span = unit === 'working-days' ? `${length}个工作日` : `${length}${SPANS[unit]}`
  return `你单位可以自收到本告知书之日起${span}内（${assumed ? '推定，' : ''}${basis.zh}）提出陈述、申辩，或者申请听证；逾期未提出的，视为放弃。本告知书不是处理决定，在决定送达之前你单位的资格不受影响。`
}

const SPANS = { days: '日', months: '个月', years: '年' } as const
