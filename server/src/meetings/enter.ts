import type { CaseId } from '../cases/index.ts'
import { permit } from '../identity/index.ts'
import {
  type Json,
  type PersonActor,
  type PersonId,
  type Post,
  type ReadTx,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import type { DetailOf, Item, MeetingAct, MeetingId, MeetingState } from './meeting.ts'
import { lockMeeting, readMeeting, subjectOf } from './meeting-store.ts'

/** Somebody acting in a meeting that is open. */
export type Held = {
  readonly id: MeetingId
  readonly state: MeetingState
  readonly as: Post | null
  readonly actor: PersonActor
  /** The chair, or the secretary at the chair's word. */
  readonly leads: boolean
}

/** The meeting, locked, for a member, its chair or its secretary; refuses `meeting.not-a-member`. */
export async function hold(tx: WriteTx, id: MeetingId): Promise<Held> {
  const as = permit(tx.actor, 'meeting.hold')
  const actor = personOf(tx)
  const state = await lockMeeting(tx, id)
  const leads = isLeader(state, actor.person)
  if (!leads && !isMember(state, actor.person)) refusal('meeting.not-a-member')
  return { id, state, as, actor, leads }
}

/** The same for what only the chair or the secretary does; refuses `meeting.led-by`. */
export async function lead(tx: WriteTx, id: MeetingId): Promise<Held> {
  const held = await hold(tx, id)
  const { chair, secretary } = held.state
  if (!held.leads) refusal('meeting.led-by', { chair: chair.name, secretary: secretary.name })
  return held
}

/** Refuses `meeting.not-yet` before the day the meeting was convened for. */
export function refuseBefore({ today }: ReadTx, { state: { heldOn } }: Held): void {
  if (today < heldOn) refusal('meeting.not-yet', { on: heldOn })
}

/** Refuses `meeting.led-recused` to a chair or secretary who left for the item. */
export function refuseRecused({ actor }: Held, item: Item): void {
  if (actor.person in item.recused) refusal('meeting.led-recused', { party: item.party })
}

export function personOf({ actor }: ReadTx): PersonActor {
  return actor.kind === 'person' ? actor : refusal('identity.signed-out')
}

/** The chair and the secretary, who may be no member. */
export function isLeader({ chair, secretary }: MeetingState, person: PersonId): boolean {
  return [chair, secretary].some((one) => one.person === person)
}

export function isMember({ members }: MeetingState, person: PersonId): boolean {
  return members.some((one) => one.person === person)
}

/** An item that is still open; refuses `meeting.no-such-item` and `meeting.item-closed`. */
export function openItem({ items }: MeetingState, caseId: CaseId): Item {
  const item = items.find((one) => one.caseId === caseId)
  if (!item) return refusal('meeting.no-such-item')
  return item.closed ? refusal('meeting.item-closed', { party: item.party }) : item
}

/** Whom it is about: oneself, or a member for whom the chair or the secretary enters it. */
export function memberMeant(held: Held, person?: PersonId): PersonId {
  const meant = personMeant(held, person)
  return isMember(held.state, meant) ? meant : refusal('meeting.not-a-member')
}

/** The same where the chair or a secretary who is no member may be meant too. */
export function personMeant({ state, actor, leads }: Held, person?: PersonId): PersonId {
  const meant = person ?? actor.person
  if (meant !== actor.person && !leads)
    refusal('meeting.led-by', { chair: state.chair.name, secretary: state.secretary.name })
  return isMember(state, meant) || isLeader(state, meant) ? meant : refusal('meeting.not-a-member')
}

type Told<A extends MeetingAct> = {
  readonly act: A
  readonly detail: DetailOf<A>
  readonly reason?: string
}

/** Writes what happened into the record and answers the meeting as it then stands. */
export async function tell<A extends MeetingAct>(
  tx: WriteTx,
  { id, as }: Held,
  { act, detail, reason }: Told<A>,
): Promise<MeetingState> {
  await record(tx, {
    act,
    subject: subjectOf(id),
    as,
    detail: detail as unknown as Json,
    reason: reason ?? null,
  })
  return readMeeting(tx, id)
}
