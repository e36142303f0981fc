import {
  addDays,
  type Day,
  type Part,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  record,
  refusal,
  takeUp,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import { permit } from '../permit.ts'
import type { InvitationId, Tables } from '../tables.ts'
import { type Invited, inviteToParty, listOpen, markWithdrawn } from './invitation-store.ts'

export type Member = {
  readonly person: PersonId
  readonly name: string
  readonly part: Part
  readonly from: Day
}

export type Members = {
  readonly members: readonly Member[]
  readonly invitations: readonly {
    readonly id: InvitationId
    readonly invited: string
    readonly part: Part
    readonly until: string
  }[]
}

/** Who acts for the own organisation today and who is invited to; for its owners. */
export async function listMembers(tx: ReadTx, party: PartyId): Promise<Members> {
  permit(tx.actor, 'party.manage-members', { party })
  await takeUp(tx, 'manage-members')
  return { members: await memberRows(tx, party), invitations: await listOpen(tx, party) }
}

async function memberRows(tx: ReadTx, party: PartyId): Promise<Member[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('memberships')
    .innerJoin('people', (join) =>
      join
        .onRef('people.zone_id', '=', 'memberships.zone_id')
        .onRef('people.id', '=', 'memberships.person_id'),
    )
    .select(['person_id', 'name', 'part', 'from_day'])
    .where('memberships.zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .orderBy('from_day')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    person: row.person_id,
    name: row.name,
    part: row.part,
    from: row.from_day,
  }))
}

/** Invites somebody to act for the organisation, by a link good once within a week. */
export async function inviteMember(
  tx: WriteTx,
  given: { readonly party: PartyId; readonly part: Part; readonly invited: string },
): Promise<Invited> {
  permit(tx.actor, 'party.manage-members', { party: given.party })
  await takeUp(tx, 'manage-members')
  const link = await inviteToParty(tx, given)
  await record(tx, {
    act: 'member.invite',
    subject: { kind: 'party', id: given.party },
    onBehalfOf: given.party,
    detail: { invitation: link.id, invited: given.invited, part: given.part },
    readers: [given.party],
  })
  return link
}

/** Refuses `identity.invitation.not-found` for one that is used, over or another's. */
export async function withdrawInvitation(
  tx: WriteTx,
  given: { readonly party: PartyId; readonly id: InvitationId },
): Promise<Members> {
  permit(tx.actor, 'party.manage-members', { party: given.party })
  await takeUp(tx, 'manage-members')
  if (!(await markWithdrawn(tx, given))) refusal('identity.invitation.not-found')
  await record(tx, {
    act: 'member.withdraw-invitation',
    subject: { kind: 'party', id: given.party },
    onBehalfOf: given.party,
    detail: { invitation: given.id },
  })
  return listMembers(tx, given.party)
}

/**
 * Gives a member another part, or none from today. Refuses `identity.member.not-found`, and
 * `identity.last-owner-conflict` where nobody would be left to answer for the organisation.
 */
export async function changeMember(
  tx: WriteTx,
  given: { readonly party: PartyId; readonly person: PersonId; readonly part: Part | null },
): Promise<Members> {
  const { party, person, part } = given
  permit(tx.actor, 'party.manage-members', { party })
  await takeUp(tx, 'manage-members')
  const members = await memberRows(tx, party)
  if (!members.some((one) => one.person === person)) refusal('identity.member.not-found')
  const ownersLeft = members.filter((one) => one.part === 'owner' && one.person !== person)
  if (part !== 'owner' && ownersLeft.length === 0) refusal('identity.last-owner-conflict')
  await writer<Tables>(tx)
    .updateTable('memberships')
    .set(part === null ? { until_day: addDays(tx.today, -1) } : { part })
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('person_id', '=', person)
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .execute()
  await record(tx, {
    act: 'member.change',
    subject: { kind: 'party', id: party },
    onBehalfOf: party,
    detail: { person, part },
  })
  return { members: await memberRows(tx, party), invitations: await listOpen(tx, party) }
}
