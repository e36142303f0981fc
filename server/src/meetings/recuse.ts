import type { CaseId } from '../cases/index.ts'
import { type PersonId, refusal, type WriteTx } from '../kernel/index.ts'
import { hold, openItem, personMeant, tell } from './enter.ts'
import type { MeetingId, MeetingState } from './meeting.ts'

type Recusal = {
  readonly id: MeetingId
  readonly caseId: CaseId
  /** Oneself when left out. */
  readonly person?: PersonId | undefined
  readonly reason: string
}

/**
 * A member with a conflict leaves for an item 回避: it is not theirs to vote on, and they do not count
 * for its quorum. A vote given before does not count. A chair or secretary, member or not, no longer
 * leads the item. Refuses `meeting.recused`.
 */
export async function recuse(tx: WriteTx, input: Recusal): Promise<MeetingState> {
  const held = await hold(tx, input.id)
  const { caseId, reason } = input
  const item = openItem(held.state, caseId)
  const person = personMeant(held, input.person)
  if (person in item.recused) refusal('meeting.recused')
  return tell(tx, held, { act: 'meeting.recuse', detail: { caseId, person }, reason })
}
