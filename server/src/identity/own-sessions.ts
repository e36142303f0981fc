import {
  addSeconds,
  type Instant,
  type PersonId,
  type ReadTx,
  reader,
  sha256,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { IDLE_SECONDS, SESSION_SECONDS } from './session.ts'
import type { SessionId, SignInWay, Tables } from './tables.ts'

export type OwnSession = {
  readonly id: SessionId
  readonly way: SignInWay
  readonly device: string
  readonly openedAt: Instant
  readonly seenAt: Instant
  /** The one the question came with. */
  readonly isThis: boolean
}

/** The person's live sessions, the newest first. */
export async function listSessions(
  tx: ReadTx,
  { person, token }: { readonly person: PersonId; readonly token: string | null },
): Promise<OwnSession[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('sessions')
    .select(['id', 'way', 'device', 'opened_at', 'seen_at', 'token_hash'])
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('seen_at', '>', addSeconds(tx.now, -IDLE_SECONDS))
    .where('opened_at', '>', addSeconds(tx.now, -SESSION_SECONDS))
    .orderBy('opened_at', 'desc')
    .execute()
  const here = token === null ? null : sha256(token)
  return rows.map(({ id, way, device, opened_at, seen_at, token_hash }) => ({
    id,
    way,
    device,
    openedAt: opened_at,
    seenAt: seen_at,
    isThis: token_hash === here,
  }))
}

/** Ends one of the person's sessions; whether there was one. */
export async function endSession(
  tx: WriteTx,
  { person, id }: { readonly person: PersonId; readonly id: SessionId },
): Promise<boolean> {
  const gone = await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

/** Ends every session of the person but the one with this token. */
export async function endOtherSessions(
  tx: WriteTx,
  { person, token }: { readonly person: PersonId; readonly token: string | null },
): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('token_hash', '<>', token === null ? '' : sha256(token))
    .execute()
}
