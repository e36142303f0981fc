import { sql } from 'kysely'
import {
  addSeconds,
  type Instant,
  type Kernel,
  refusal,
  secondsBetween,
  sha256,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import { DOORKEEPER } from './session.ts'
import type { Tables } from './tables.ts'

/** Attempts that cost no wait; the next ones wait 1, 2, 4 … seconds, at most 15 minutes. */
const FREE_ATTEMPTS = 5
const LONGEST_WAIT = 15 * 60

/**
 * Counts an attempt as failed, committed before anything is checked (ADR 0013), under the hash of
 * `what` is guessed; refuses `identity.too-many` while the next attempt must wait.
 */
export async function countAttempt(kernel: Kernel, what: string): Promise<void> {
  const wait = await kernel.writing(DOORKEEPER, (tx) => noteAttempt(tx, what))
  if (wait > 0) refusal('identity.too-many', { seconds: Math.ceil(wait) })
}

/** After a success nothing is held against the next attempt. */
export async function forgetAttempts(tx: WriteTx, what: string): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('sign_in_attempts')
    .where('zone_id', '=', tx.zone)
    .where('login_hash', '=', sha256(what))
    .execute()
}

/** Seconds that must still pass, or 0 after counting the attempt as failed for now. */
async function noteAttempt(tx: WriteTx, what: string): Promise<number> {
  const key = { zone_id: tx.zone, login_hash: sha256(what) }
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

/** The row, made when there is none, locked until the transaction ends. */
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
