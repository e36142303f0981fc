import { randomBytes } from 'node:crypto'
import {
  addSeconds,
  type Json,
  type PersonId,
  sha256,
  type WriteTx,
  writer,
} from '../kernel/index.ts'
import type { Tables } from './tables.ts'

export type Awaited = { readonly person: PersonId | null; readonly content: Json }
type Waiting = Awaited & {
  readonly what: string
  readonly token?: string
  readonly seconds?: number
}

const FIVE_MINUTES = 5 * 60

/** Hands out something to be seen again once, within five minutes; only its hash is kept. */
export async function awaitOnce(tx: WriteTx, waiting: Waiting): Promise<string> {
  const token = waiting.token ?? randomBytes(32).toString('base64url')
  await writer<Tables>(tx)
    .insertInto('awaited')
    .values({
      zone_id: tx.zone,
      token_hash: sha256(token),
      what: waiting.what,
      person_id: waiting.person,
      content: JSON.stringify(waiting.content) as unknown as Json,
      until: addSeconds(tx.now, waiting.seconds ?? FIVE_MINUTES),
    })
    .execute()
  return token
}

/** What was handed out under this token, which is then worth nothing; null when it never was, or no longer. */
export async function seeAgain(
  tx: WriteTx,
  { what, token }: { readonly what: string; readonly token: string },
): Promise<Awaited | null> {
  const row = await writer<Tables>(tx)
    .deleteFrom('awaited')
    .where('zone_id', '=', tx.zone)
    .where('token_hash', '=', sha256(token))
    .where('what', '=', what)
    .where('until', '>', tx.now)
    .returning(['person_id', 'content'])
    .executeTakeFirst()
  return row ? { person: row.person_id, content: row.content } : null
}
