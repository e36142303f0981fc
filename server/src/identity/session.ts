import { randomBytes } from 'node:crypto'
import {
  type Actor,
  addSeconds,
  type Instant,
  type Kernel,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  sha256,
  VISITOR,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { actorOfPerson } from './actor-of-person.ts'
import type { Tables } from './tables.ts'

/** A session unused so long is over. */
export const IDLE_SECONDS = 30 * 60
/** A session is over so long after it was opened, used or not. */
export const SESSION_SECONDS = 12 * 60 * 60
/** Use is noted this often, so that reading a page does not write a row each time. */
const NOTE_SECONDS = 60

/** The machine at the door: the only actor that sees passwords' hashes and sessions. */
export const DOORKEEPER: Actor = { kind: 'system', job: 'doorkeeper' }

export type Session = {
  readonly token: string
  readonly person: PersonId
  readonly expiresAt: Instant
}

/** Opens a session and returns its token once: 256 random bits, of which only the SHA-256 is kept. */
export async function openSession(tx: WriteTx, person: PersonId): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  await writer<Tables>(tx)
    .insertInto('sessions')
    .values({
      zone_id: tx.zone,
      token_hash: sha256(token),
      person_id: person,
      opened_at: tx.now,
      seen_at: tx.now,
    })
    .execute()
  return { token, person, expiresAt: addSeconds(tx.now, SESSION_SECONDS) }
}

/** Who a token stands for today, with the posts and parties of today; refuses `identity.signed-out`. */
export async function actorOfSession(tx: ReadTx, token: string): Promise<Actor> {
  const session = await findLiveSession(tx, token)
  const actor = session && (await actorOfPerson(tx, session.person))
  return actor ?? refusal('identity.signed-out')
}

/**
 * The actor at the door, for each request: a visitor without a live session; notes at most once a
 * minute that the session is in use.
 */
export async function enter(kernel: Kernel, token: string | null): Promise<Actor> {
  if (token === null) return VISITOR
  const found = await kernel.reading(DOORKEEPER, async (tx) => {
    const session = await findLiveSession(tx, token)
    const actor = session && (await actorOfPerson(tx, session.person))
    return actor ? { actor, isDue: session.seenAt < addSeconds(tx.now, -NOTE_SECONDS) } : null
  })
  if (found?.isDue) await kernel.writing(DOORKEEPER, (tx) => noteUse(tx, token))
  return found?.actor ?? VISITOR
}

/** Ends a session; ending one that is over changes nothing. */
export async function signOut(kernel: Kernel, token: string): Promise<void> {
  await kernel.writing(DOORKEEPER, (tx) => closeSession(tx, token))
}

export async function closeSession(tx: WriteTx, token: string): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .execute()
}

/** Forgets sessions that are over and failed attempts of more than a day ago. */
export async function sweepSessions(tx: WriteTx): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where((row) =>
      row.or([
        row('seen_at', '<', addSeconds(tx.now, -IDLE_SECONDS)),
        row('opened_at', '<', addSeconds(tx.now, -SESSION_SECONDS)),
      ]),
    )
    .execute()
  await writer<Tables>(tx)
    .deleteFrom('sign_in_attempts')
    .where('zone_id', '=', tx.zone)
    .where('last_at', '<', addSeconds(tx.now, -86_400))
    .execute()
}

type LiveSession = { readonly person: PersonId; readonly seenAt: Instant }

async function findLiveSession(tx: ReadTx, token: string): Promise<LiveSession | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('sessions')
    .select(['person_id', 'seen_at'])
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .where('seen_at', '>', addSeconds(tx.now, -IDLE_SECONDS))
    .where('opened_at', '>', addSeconds(tx.now, -SESSION_SECONDS))
    .executeTakeFirst()
  return row ? { person: row.person_id, seenAt: row.seen_at } : null
}

async function noteUse(tx: WriteTx, token: string): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('sessions')
    .set({ seen_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .where('seen_at', '<', tx.now)
    .execute()
}
