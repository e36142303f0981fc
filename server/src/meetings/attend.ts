import { type PersonId, refusal, type WriteTx } from '../kernel/index.ts'
import { isMember, lead, tell } from './enter.ts'
import type { MeetingId, MeetingState } from './meeting.ts'

/** Notes who is present 到会, as the chair or the secretary sees it; a later note replaces it. */
export async function attend(
  tx: WriteTx,
  input: { readonly id: MeetingId; readonly present: readonly PersonId[] },
): Promise<MeetingState> {
  const held = await lead(tx, input.id)
  const present = [...new Set(input.present)]
  if (!present.every((person) => isMember(held.state, person))) refusal('meeting.not-a-member')
  return tell(tx, held, { act: 'meeting.attend', detail: { present } })
}
