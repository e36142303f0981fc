import { randomBytes } from 'node:crypto'
import {
  type Actor,
  addSeconds,
  compiledOnce,
  type Instant,
  type Kernel,
  type PersonActor,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  secondsBetween,
  sha256,
  VISITOR,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { actorOf, holderRows } from './actor-of-person.ts'
import { type TwoStepsFor, withoutUnproven } from './factors/two-steps.ts'
import type { SignInWay, Tables } from './tables.ts'

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

/** How somebody came in, for their own list of sessions. */
export type Entry = {
  readonly way: SignInWay
  readonly device: string
  /** The provider's token, by which the sign-on there is ended too. */
  readonly providerToken?: string | null
}

const UNTOLD: Entry = { way: 'password', device: '' }

/** Opens a session and returns its token once: 256 random bits, of which only the SHA-256 is kept. */
export async function openSession(
  tx: WriteTx,
  person: PersonId,
  entry: Entry = UNTOLD,
): Promise<Session> {
  const token = randomBytes(32).toString('base64url')
  await writer<Tables>(tx)
    .insertInto('sessions')
    .values({
      zone_id: tx.zone,
      token_hash: sha256(token),
      person_id: person,
      opened_at: tx.now,
      seen_at: tx.now,
      way: entry.way,
      device: entry.device.slice(0, 200),
      provider_token: entry.providerToken ?? null,
    })
    .execute()
  return { token, person, expiresAt: addSeconds(tx.now, SESSION_SECONDS) }
}

/** Who a token stands for today, with the posts and parties of today; refuses `identity.signed-out`. */
export async function actorOfSession(tx: ReadTx, token: string): Promise<Actor> {
  const session = await findLiveSession(tx, token)
  return session?.actor ?? refusal('identity.signed-out')
}

/**
 * The actor at the door, for each request: a visitor without a live session; notes at most once a
 * minute that the session is in use.
 */
export async function enter(kernel: Kernel, token: string | null): Promise<Actor> {
  return (await enterUntil(kernel, token)).actor
}

/** Who acts, and in how many seconds the session ends if nothing is done and at the very latest. */
export type Entered = {
  readonly actor: Actor
  readonly left: { readonly idle: number; readonly all: number } | null
  /** Posts are withheld until the person comes in by two steps. */
  readonly needsTwoSteps: boolean
}

/** By what somebody comes in: the token, and whose posts need two steps. */
export type Door = { readonly token: string | null; readonly twoSteps?: TwoStepsFor | undefined }

/** The same, with what is left of the session, and without posts that need two steps. */
export async function enterUntil(
  kernel: Kernel,
  token: string | null,
  twoSteps: TwoStepsFor = 'nobody',
): Promise<Entered> {
  return readEntered(kernel, { token, twoSteps }, async (_tx, entered) => entered)
}

/** Reads for whoever comes in, by the same snapshot that says who they are. */
export async function readEntered<Answer>(
  kernel: Kernel,
  { token, twoSteps = 'nobody' }: Door,
  work: (tx: ReadTx, entered: Entered) => Promise<Answer>,
): Promise<Answer> {
  if (token === null) return kernel.reading(VISITOR, (tx) => work(tx, OUTSIDE))
  let isDue = false
  const enter = async (tx: ReadTx) => {
    const session = await findLiveSession(tx, token)
    if (!session) return OUTSIDE
    const { actor, isWithheld } = withoutUnproven(session.actor, session.way, twoSteps)
    const { left, ...use } = leftOf(session, tx.now)
    isDue = use.isDue
    return { actor, left, needsTwoSteps: isWithheld }
  }
  try {
    return await kernel.readingAfter({ actor: DOORKEEPER, enter }, work)
  } finally {
    if (isDue) await kernel.writing(DOORKEEPER, (tx) => noteUse(tx, token))
  }
}

const OUTSIDE: Entered = { actor: VISITOR, left: null, needsTwoSteps: false }

function leftOf({ seenAt, openedAt }: LiveSession, now: Instant) {
  const unnoted = secondsBetween(seenAt, now)
  const isDue = unnoted > NOTE_SECONDS
  const all = SESSION_SECONDS - secondsBetween(openedAt, now)
  const idle = IDLE_SECONDS - (isDue ? 0 : unnoted)
  return { isDue, left: { idle: Math.floor(Math.min(idle, all)), all: Math.floor(all) } }
}

/** Ends a session; ending one that is over changes nothing. */
export async function signOut(kernel: Kernel, token: string): Promise<void> {
  await kernel.writing(DOORKEEPER, (tx) => closeSession(tx, token))
}

/** The provider's token the session came with. */
export async function providerTokenOf(tx: ReadTx, token: string): Promise<string | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('sessions')
    .select('provider_token')
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst()
  return row?.provider_token ?? null
}

export async function closeSession(tx: WriteTx, token: string): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sessions')
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .execute()
}

/** Forgets sessions that are over, failed attempts of more than a day ago, and what came back too late. */
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
  await writer<Tables>(tx)
    .deleteFrom('awaited')
    .where('zone_id', '=', tx.zone)
    .where('until', '<', tx.now)
    .execute()
}

type LiveSession = {
  readonly actor: PersonActor
  readonly seenAt: Instant
  readonly openedAt: Instant
  readonly way: SignInWay
}

const liveSessions = compiledOnce(
  (tx, given: Record<'hash' | 'seenAfter' | 'openedAfter', string>) =>
    holderRows(tx)
      .innerJoin('sessions', (join) =>
        join
          .onRef('sessions.zone_id', '=', 'people.zone_id')
          .onRef('sessions.person_id', '=', 'people.id'),
      )
      .select(['sessions.seen_at', 'sessions.opened_at', 'sessions.way'])
      .where('sessions.token_hash', '=', given.hash)
      .where('sessions.seen_at', '>', given.seenAfter as Instant)
      .where('sessions.opened_at', '>', given.openedAfter as Instant),
)

/** The session and all that its person holds today, in one statement. */
async function findLiveSession(tx: ReadTx, token: string): Promise<LiveSession | null> {
  const [row] = await liveSessions(tx, {
    hash: sha256(token),
    seenAfter: addSeconds(tx.now, -IDLE_SECONDS),
    openedAfter: addSeconds(tx.now, -SESSION_SECONDS),
  })
  if (!row) return null
  const { seen_at, opened_at, way } = row
  return { actor: await actorOf(tx, row), seenAt: seen_at, openedAt: opened_at, way }
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
