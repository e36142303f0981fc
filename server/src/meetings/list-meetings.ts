import type { OpenFile } from '../documents/index.ts'
import { type DocumentId, openIssued } from '../documents/index.ts'
import { listOfficePeople, mayAct, permit } from '../identity/index.ts'
import { type ReadTx, refusal } from '../kernel/index.ts'
import type { MeetingId, MeetingState, Member } from './meeting.ts'
import { type MeetingRow, readMeeting, selectMeetings, subjectOf } from './meeting-store.ts'

/** Meetings of the zone, the latest first. */
export async function listMeetings(tx: ReadTx): Promise<MeetingRow[]> {
  permit(tx.actor, 'meeting.read')
  return selectMeetings(tx)
}

/** Meetings whose number or title holds the pattern; none for whoever may not read meetings. */
export async function findMeetings(tx: ReadTx, like: string): Promise<MeetingRow[]> {
  return mayAct(tx.actor, 'meeting.read') ? selectMeetings(tx, like) : []
}

/** Who may be a member: people with a post of the own office that handles or signs. */
export async function listMembers(tx: ReadTx): Promise<Member[]> {
  const post = permit(tx.actor, 'meeting.hold')
  return post ? listOfficePeople(tx, post.office) : []
}

export async function viewMeeting(tx: ReadTx, id: MeetingId): Promise<MeetingState> {
  permit(tx.actor, 'meeting.read')
  return readMeeting(tx, id)
}

/** The minutes as they were printed; refuses `meeting.not-closed` before. */
export async function openMinutes(tx: ReadTx, id: MeetingId): Promise<OpenFile> {
  const { closed } = await viewMeeting(tx, id)
  if (!closed) return refusal('meeting.not-closed')
  return openIssued(tx, { subject: subjectOf(id), id: closed.document as DocumentId })
}
