import { refusal, type WriteTx } from '../../kernel/index.ts'
import { note } from '../note.ts'
import { tell } from '../tell.ts'
import { officesOf, openProceeding, type ProceedingInput } from './open-proceeding.ts'
import { mayAnswer } from './proceeding.ts'

export type AnswerSanctionInput = ProceedingInput & {
  readonly statement: string
  /** Whether a hearing is asked for besides. */
  readonly hearing: boolean
  /** Whether a hearing is expressly given up, so that nobody need wait; nothing where one is asked for. */
  readonly waives?: boolean | undefined
}

/**
 * The party's answer 陈述申辩, with or without asking for a hearing; while the limit runs it may add to
 * it, until it asked for a hearing or gave it up. Refuses `case.limit-closed` once the limit has passed.
 */
export async function answerSanction(tx: WriteTx, input: AnswerSanctionInput): Promise<void> {
  const { open, of } = await openProceeding(tx, input, {
    right: 'case.answer-sanction',
    when: mayAnswer,
  })
  const until = of.served?.until
  if (until && tx.today > until) refusal('case.limit-closed', { until })
  await note(tx, open, {
    act: 'sanction.answer',
    as: null,
    onBehalfOf: open.board.party_id,
    cite: of.cite,
    reason: input.statement,
    detail: { id: of.id, hearing: input.hearing, waived: !input.hearing && input.waives === true },
  })
  await tell(tx, {
    type: 'sanction.answered',
    payload: { case: open.id, sanction: of.sanction, offices: officesOf(open) },
  })
}
