import {
  type PartyId,
  type ReadTx,
  reader,
  record,
  refusal,
  takeUp,
  type WriteTx,
} from '../../kernel/index.ts'
import { permit, type Relation } from '../permit.ts'
import type { Tables } from '../tables.ts'
import { type Invited, inviteToParty } from './invitation-store.ts'

export type OwnerInvited = {
  readonly party: PartyId
  /** How the organisation lies to whoever invites: its district. */
  readonly relation: Relation
  readonly invited: string
  /** Needed where somebody is its owner already; the organisation reads it on the record. */
  readonly reason: string | null
}

/**
 * The link by which an organisation's 负责人 comes in, told once, for the office to hand over. Refuses
 * `identity.owner-conflict` where it has one and no reason is given: it invites its own people then.
 */
export async function inviteOwner(tx: WriteTx, given: OwnerInvited): Promise<Invited> {
  const { party, relation, invited, reason } = given
  const as = permit(tx.actor, 'party.enter', relation)
  await takeUp(tx, 'enter-party')
  if (!reason && (await hasOwner(tx, party))) {
    refusal('identity.owner-conflict', {}, { field: 'reason' })
  }
  const link = await inviteToParty(tx, { party, part: 'owner', invited })
  await record(tx, {
    act: 'member.invite-owner',
    subject: { kind: 'party', id: party },
    as,
    reason,
    detail: { invitation: link.id, invited },
    readers: [party],
  })
  return link
}

/** Whether somebody answers for the organisation today. */
export async function hasOwner(tx: ReadTx, party: PartyId): Promise<boolean> {
  const owner = await reader<Tables>(tx)
    .selectFrom('memberships')
    .select('person_id')
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('part', '=', 'owner')
    .where('from_day', '<=', tx.today)
    .where((one) => one.or([one('until_day', 'is', null), one('until_day', '>=', tx.today)]))
    .executeTakeFirst()
  return owner !== undefined
}
