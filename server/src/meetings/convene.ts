import { type CaseId, views } from '../cases/index.ts'
import { listOfficePeople, permit } from '../identity/index.ts'
import {
  type Day,
  type Json,
  newId,
  nextNumber,
  type PersonId,
  type Post,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import { personOf } from './enter.ts'
import type { AgendaItem, Convened, MeetingId, Member } from './meeting.ts'
import { insertMeeting, subjectOf } from './meeting-store.ts'

export type ConveneInput = {
  readonly title: string
  readonly heldOn: Day
  /** `10:00`. */
  readonly at: string
  readonly place: string
  readonly chair: PersonId
  readonly members: readonly PersonId[]
  /** At least more than half of the members. */
  readonly quorum: number
  readonly cases: readonly CaseId[]
}

/**
 * Convenes a meeting 召集审议会 over cases that wait for deliberation; whoever convenes keeps the
 * minutes. Refuses `meeting.quorum`, `meeting.agenda` and `meeting.not-a-colleague`.
 */
export async function convene(tx: WriteTx, input: ConveneInput): Promise<MeetingId> {
  const as = permit(tx.actor, 'meeting.hold')
  if (!as) return refusal('identity.forbidden', { right: 'meeting.hold' })
  const members = await membersOf(tx, as, input)
  const least = Math.floor(members.length / 2) + 1
  if (input.quorum < least || input.quorum > members.length)
    refusal('meeting.quorum', { least, most: members.length }, { field: 'quorum' })
  const items = await agendaOf(tx, input.cases)
  const { year, number } = await nextNumber(tx, 'meeting')
  const { title, heldOn, at, place, quorum } = input
  const { person, name } = personOf(tx)
  const convened: Convened = {
    number: `审议〔${year}〕${number}号`,
    ...{ title, heldOn, at, place, quorum, items },
    chair: members.find((one) => one.person === input.chair) as Member,
    secretary: { person, name },
    members,
    office: as.officeName,
  }
  const id = newId<MeetingId>()
  await insertMeeting(tx, { id, number: convened.number, title, held_on: heldOn })
  const detail = convened as unknown as Json
  await record(tx, { act: 'meeting.convene', subject: subjectOf(id), as, detail })
  return id
}

/** The chair is a member. */
async function membersOf(tx: WriteTx, as: Post, input: ConveneInput): Promise<Member[]> {
  const colleagues = await listOfficePeople(tx, as.office)
  return [...new Set([input.chair, ...input.members])].map((person) => {
    const found = colleagues.find((one) => one.person === person)
    return found ?? refusal('meeting.not-a-colleague', {}, { field: 'members' })
  })
}

async function agendaOf(tx: WriteTx, cases: readonly CaseId[]): Promise<AgendaItem[]> {
  const { rows } = await views.queue(tx, { stage: 'reviewed', limit: 1000 })
  return [...new Set(cases)].map((caseId) => {
    const row = rows.find((one) => one.id === caseId)
    if (!row) return refusal('meeting.agenda', {}, { field: 'cases' })
    return { caseId, number: row.number, party: row.party, title: row.serviceTitle }
  })
}
