import { sql } from 'kysely'
import {
  addSeconds,
  type Instant,
  type Kernel,
  type PersonId,
  type ReadTx,
  reader,
  refusal,
  secondsBetween,
  sha256,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { isPassword } from './password.ts'
import { normalLogin } from './people.ts'
import { closeSession, DOORKEEPER, openSession, type Session } from './session.ts'
import type { Tables } from './tables.ts'

export type SignIn = {
  readonly login: string
  readonly password: string
  /** The session the browser already has: it ends, so that a token fixed beforehand is worth nothing. */
  readonly previousToken?: string | null
}

/** Attempts that cost no wait; the next ones wait 1, 2, 4 … seconds, at most 15 minutes. */
const FREE_ATTEMPTS = 5
const LONGEST_WAIT = 15 * 60

/**
 * Opens a session. It takes the kernel, not a transaction, because a failed attempt must stay
 * counted although it is refused: the attempt is committed first, then the password is checked
 * outside any transaction. Refuses `identity.wrong-login` alike for an unknown login and a wrong
 * password, and `identity.too-many` while the login must wait.
 */
export async function signIn(kernel: Kernel, given: SignIn): Promise<Session> {
  const login = normalLogin(given.login)
  const wait = await kernel.writing(DOORKEEPER, (tx) => countAttempt(tx, login))
  if (wait > 0) refusal('identity.too-many', { seconds: Math.ceil(wait) })
  const known = await kernel.reading(DOORKEEPER, (tx) => findCredential(tx, login))
  const isRight = await isPassword(known?.passwordHash ?? null, given.password)
  if (!known || !isRight) return refusal('identity.wrong-login')
  return kernel.writing(DOORKEEPER, async (tx) => {
    await forgetAttempts(tx, login)
    if (given.previousToken) await closeSession(tx, given.previousToken)
    return openSession(tx, known.person)
  })
}

/** Seconds this login must still wait, or 0 after counting the attempt as failed for now. */
async function countAttempt(tx: WriteTx, login: string): Promise<number> {
  const key = { zone_id: tx.zone, login_hash: sha256(login) }
  const before = await lockAttempts(tx, key)
  if (before.waitUntil > tx.now) return secondsBetween(tx.now, before.waitUntil)
  const attempts = before.attempts + 1
  await writer<Tables>(tx)
    .updateTable('sign_in_attempts')
    .set({ attempts, last_at: tx.now, wait_until: addSeconds(tx.now, waitAfter(attempts)) })
    .where('zone_id', '=', key.zone_id)
    .where('login_hash', '=', key.login_hash)
    .execute()
  return 0
}

type Attempts = { readonly attempts: number; readonly waitUntil: Instant }

/** The login's row, made when there is none, locked until the transaction ends. */
async function lockAttempts(
  tx: WriteTx,
  key: { zone_id: typeof tx.zone; login_hash: string },
): Promise<Attempts> {
  const row = await writer<Tables>(tx)
    .insertInto('sign_in_attempts')
    .values({ ...key, attempts: 0, last_at: tx.now, wait_until: tx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'login_hash'])
        .doUpdateSet({ attempts: sql<number>`sign_in_attempts.attempts` }),
    )
    .returning(['attempts', 'wait_until'])
    .executeTakeFirstOrThrow()
  return { attempts: row.attempts, waitUntil: row.wait_until }
}

function waitAfter(attempts: number): number {
  if (attempts < FREE_ATTEMPTS) return 0
  return Math.min(2 ** (attempts - FREE_ATTEMPTS), LONGEST_WAIT)
}

async function forgetAttempts(tx: WriteTx, login: string): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sign_in_attempts')
    .where('zone_id', '=', tx.zone)
    .where('login_hash', '=', sha256(login))
    .execute()
}

type Credential = { readonly person: PersonId; readonly passwordHash: string }

async function findCredential(tx: ReadTx, login: string): Promise<Credential | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('people')
    .innerJoin('credentials', (join) =>
      join
        .onRef('credentials.zone_id', '=', 'people.zone_id')
        .onRef('credentials.person_id', '=', 'people.id'),
    )
    .select(['people.id', 'credentials.password_hash'])
    .where('people.zone_id', '=', tx.zone)
    .where('people.login', '=', login)
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
    .executeTakeFirst()
  return row ? { person: row.id, passwordHash: row.password_hash } : null
}
