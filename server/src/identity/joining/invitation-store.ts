import { randomBytes } from 'node:crypto'
import {
  addSeconds,
  type Instant,
  newId,
  type Part,
  type PartyId,
  type PersonId,
  type ReadTx,
  reader,
  sha256,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { InvitationId, Tables } from '../tables.ts'

/** A link good once; the token is told here and never again. */
export type Invited = {
  readonly id: InvitationId
  readonly token: string
  readonly until: Instant
}

const A_WEEK = 7 * 24 * 60 * 60

export function inviteToSetPassword(
  tx: WriteTx,
  given: { readonly person: PersonId; readonly invited: string },
): Promise<Invited> {
  return insert(tx, { person_id: given.person, party_id: null, part: null, invited: given.invited })
}

export function inviteToParty(
  tx: WriteTx,
  given: { readonly party: PartyId; readonly part: Part; readonly invited: string },
): Promise<Invited> {
  const { party, part, invited } = given
  return insert(tx, { person_id: null, party_id: party, part, invited })
}

type Content = Pick<Tables['invitations'], 'person_id' | 'party_id' | 'part' | 'invited'>

async function insert(tx: WriteTx, content: Content): Promise<Invited> {
  const token = randomBytes(32).toString('base64url')
  const id = newId<InvitationId>()
  const until = addSeconds(tx.now, A_WEEK)
  await writer<Tables>(tx)
    .insertInto('invitations')
    .values({
      zone_id: tx.zone,
      id,
      token_hash: sha256(token),
      ...content,
      invited_by: tx.actor.kind === 'person' ? tx.actor.person : null,
      made_at: tx.now,
      until,
    })
    .execute()
  return { id, token, until }
}

export type OpenInvitation = Content & { readonly id: InvitationId; readonly until: Instant }

/** The invitation a token opens: unused, not withdrawn, within its week. */
export async function findOpen(tx: ReadTx, token: string): Promise<OpenInvitation | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('invitations')
    .select(['id', 'person_id', 'party_id', 'part', 'invited', 'until'])
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('until', '>', tx.now)
    .executeTakeFirst()
  return row ?? null
}

/** Whether it was still unused: of two at once one gets it. */
export async function markUsed(tx: WriteTx, id: InvitationId, by: PersonId): Promise<boolean> {
  const used = await writer<Tables>(tx)
    .updateTable('invitations')
    .set({ used_at: tx.now, used_by: by })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}

export async function markWithdrawn(
  tx: WriteTx,
  { id, party }: { readonly id: InvitationId; readonly party: PartyId },
): Promise<boolean> {
  const gone = await writer<Tables>(tx)
    .updateTable('invitations')
    .set({ withdrawn_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .where('party_id', '=', party)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return gone.numUpdatedRows === 1n
}

/** What is still open for a party, newest first. */
export async function listOpen(tx: ReadTx, party: PartyId) {
  const rows = await reader<Tables>(tx)
    .selectFrom('invitations')
    .select(['id', 'invited', 'part', 'until'])
    .where('zone_id', '=', tx.zone)
    .where('party_id', '=', party)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('until', '>', tx.now)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, invited, part, until }) => ({
    id,
    invited,
    part: part ?? 'viewer',
    until,
  }))
}
