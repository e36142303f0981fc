import { acts, type CaseId } from '../cases/index.ts'
import { refusal, type WriteTx } from '../kernel/index.ts'
import { lead, openItem, refuseBefore, refuseRecused, tell } from './enter.ts'
import {
  entitledTo,
  type Follows,
  type Item,
  isCarried,
  type MeetingId,
  type MeetingState,
  tallyOf,
} from './meeting.ts'

export type CloseItemInput = {
  readonly id: MeetingId
  readonly caseId: CaseId
  readonly follows: Follows
  readonly reason: string
  /** The article of a refusal, where no condition fails by itself. */
  readonly cite?: string | undefined
}

/**
 * Closes an item: the case's own act follows in the same transaction, by the rights and the refusals
 * of that act. Refuses `meeting.not-yet`, `meeting.led-recused`, `meeting.quorum-missing`,
 * `meeting.votes-missing` and `meeting.against-vote`.
 */
export async function closeItem(tx: WriteTx, input: CloseItemInput): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  const item = openItem(held.state, input.caseId)
  const { follows, reason, caseId } = input
  refuseBefore(tx, held)
  if (follows !== 'leave' || !isLedByNobody(held.state, item)) refuseRecused(held, item)
  const tally = tallyOf(held.state, item)
  if (follows !== 'leave') {
    refuseUnlessVoted(held.state, item)
    if (isCarried(tally) !== (follows === 'deliberate'))
      refusal('meeting.against-vote', { yes: tally.yes, entitled: tally.entitled })
  }
  await follow(tx, input, `经${held.state.number}审议会审议：${reason}`)
  const detail = { caseId, closed: { ...tally, follows, present: held.state.present } }
  return tell(tx, held, { act: 'meeting.close-item', detail, reason })
}

/** Both recused: the item cannot be settled here, and either may leave it for another meeting. */
function isLedByNobody({ chair, secretary }: MeetingState, { recused }: Item): boolean {
  return [chair, secretary].every(({ person }) => person in recused)
}

function refuseUnlessVoted(state: MeetingState, item: Item): void {
  const entitled = entitledTo(state, item)
  const { quorum } = state
  if (entitled.length < quorum)
    refusal('meeting.quorum-missing', { quorum, entitled: entitled.length })
  const silent = entitled.filter(({ person }) => !(person in item.votes))
  if (silent.length > 0)
    refusal('meeting.votes-missing', { names: silent.map(({ name }) => name).join('、') })
}

async function follow(tx: WriteTx, input: CloseItemInput, reason: string): Promise<void> {
  const { caseId, cite } = input
  switch (input.follows) {
    case 'deliberate':
      await acts.deliberate(tx, { caseId, reason })
      return
    case 'send-back':
      await acts.sendBack(tx, { caseId, reason })
      return
    case 'refuse':
      await acts.refuse(tx, { caseId, reason, ...(cite ? { cite } : {}) })
      return
    case 'leave':
      return
  }
}
