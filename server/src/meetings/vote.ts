import type { CaseId } from '../cases/index.ts'
import { type PersonId, refusal, type WriteTx } from '../kernel/index.ts'
import { hold, memberMeant, openItem, refuseBefore, refuseRecused, tell } from './enter.ts'
import type { MeetingId, MeetingState, Vote } from './meeting.ts'

export type VoteInput = {
  readonly id: MeetingId
  readonly caseId: CaseId
  readonly vote: Vote
  /** Oneself when left out; the chair and the secretary enter a show of hands. */
  readonly person?: PersonId | undefined
}

/**
 * One vote on an item 表决: of a member who is present and not recused, once. The record keeps whose
 * it is and who entered it. Refuses `meeting.not-yet`,
 * `meeting.absent`, `meeting.recused`, `meeting.led-recused` and `meeting.voted`.
 */
export async function castVote(tx: WriteTx, input: VoteInput): Promise<MeetingState> {
  const held = await hold(tx, input.id)
  const { caseId, vote } = input
  refuseBefore(tx, held)
  const item = openItem(held.state, caseId)
  const person = memberMeant(held, input.person)
  if (person !== held.actor.person) refuseRecused(held, item)
  if (!held.state.present.includes(person)) refusal('meeting.absent')
  if (person in item.recused) refusal('meeting.recused')
  if (person in item.votes) refusal('meeting.voted')
  return tell(tx, held, { act: 'meeting.vote', detail: { caseId, person, vote } })
}
