import { type PersonId, refusal, type WriteTx } from '../kernel/index.ts'
import { isMember, lead, refuseBefore, tell } from './enter.ts'
import type { MeetingId, MeetingState } from './meeting.ts'

/**
 * Notes who is present 到会, as the chair or the secretary sees it; a later note replaces it. Refuses
 * `meeting.not-yet`, and `meeting.voter-leaves-conflict` for whoever voted on an item that is open:
 * nobody's vote goes by being noted as absent.
 */
export async function attend(
  tx: WriteTx,
  input: { readonly id: MeetingId; readonly present: readonly PersonId[] },
): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  refuseBefore(tx, held)
  const present = [...new Set(input.present)]
  if (!present.every((person) => isMember(held.state, person))) refusal('meeting.not-a-member')
  refuseLeaving(held.state, present)
  return tell(tx, held, { act: 'meeting.attend', detail: { present } })
}

function refuseLeaving({ members, items }: MeetingState, present: readonly PersonId[]): void {
  for (const item of items.filter(({ closed }) => !closed)) {
    const gone = members.filter(
      ({ person }) =>
        person in item.votes && !(person in item.recused) && !present.includes(person),
    )
    const names = gone.map(({ name }) => name).join('、')
    if (names) refusal('meeting.voter-leaves-conflict', { names, party: item.party })
  }
}
