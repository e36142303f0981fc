import { type Day, loadCalendar, refusal, type WriteTx } from '../../kernel/index.ts'
import { note } from '../note.ts'
import { tell } from '../tell.ts'
import {
  type OpenProceeding,
  officesOf,
  openProceeding,
  type ProceedingInput,
  timeToAnswer,
} from './open-proceeding.ts'
import { isOpen, type Proceeding, type ServedBy } from './proceeding.ts'

export type ServeInput = ProceedingInput & {
  readonly on: Day
  readonly how: Exclude<ServedBy, 'opened'>
}

const when = (of: Proceeding) => isOpen(of) && of.served === null

/**
 * Enters that the notice reached the party 送达, by the receipt; the limit to answer counts from that
 * day. Refuses `case.served-outside` for a day before the notice or after today.
 */
export async function serveSanction(tx: WriteTx, input: ServeInput): Promise<void> {
  const proceeding = await openProceeding(tx, input, { right: 'case.sanction', when })
  const { on } = input
  if (on > tx.today || on < proceeding.of.proposed.on) {
    refusal('case.served-outside', {}, { field: 'on' })
  }
  await serve(tx, proceeding, { on, how: input.how })
}

/** The party opens the notice here and says so: told from today. */
export async function acknowledgeSanction(tx: WriteTx, input: ProceedingInput): Promise<void> {
  const proceeding = await openProceeding(tx, input, { right: 'case.answer-sanction', when })
  await serve(tx, proceeding, { on: tx.today, how: 'opened' })
}

async function serve(
  tx: WriteTx,
  { open, of, sanction, post }: OpenProceeding,
  served: { readonly on: Day; readonly how: ServedBy },
): Promise<void> {
  const until = (await loadCalendar(tx)).endOfPeriod(served.on, timeToAnswer(sanction))
  await note(tx, open, {
    act: 'sanction.serve',
    as: post,
    onBehalfOf: post ? null : open.board.party_id,
    cite: of.cite,
    reason: null,
    detail: { id: of.id, ...served, until },
  })
  const told = ['applicant', ...officesOf(open)]
  await tell(tx, {
    type: 'sanction.served',
    payload: { case: open.id, sanction: sanction.name, until, offices: told },
  })
}
