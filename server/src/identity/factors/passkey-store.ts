import {
  type Instant,
  type PersonId,
  type ReadTx,
  reader,
  type WriteTx,
  writer,
} from '../../kernel/index.ts'
import type { PasskeyId, Tables } from '../tables.ts'

export type Passkey = {
  readonly id: PasskeyId
  readonly credential: string
  readonly person: PersonId
  readonly publicKey: string
  readonly counter: number
  readonly transports: string[]
  readonly name: string
  readonly addedAt: Instant
  readonly usedAt: Instant | null
}

export async function insertPasskey(
  tx: WriteTx,
  passkey: Omit<Passkey, 'addedAt' | 'usedAt'>,
): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('passkeys')
    .values({
      zone_id: tx.zone,
      id: passkey.id,
      credential: passkey.credential,
      person_id: passkey.person,
      public_key: passkey.publicKey,
      counter: String(passkey.counter),
      transports: passkey.transports,
      name: passkey.name,
      added_at: tx.now,
    })
    .execute()
}

export async function listPasskeys(tx: ReadTx, person: PersonId): Promise<Passkey[]> {
  const rows = await passkeyRows(tx).where('person_id', '=', person).orderBy('id').execute()
  return rows.map(toPasskey)
}

export async function findPasskey(tx: ReadTx, credential: string): Promise<Passkey | null> {
  const row = await passkeyRows(tx).where('credential', '=', credential).executeTakeFirst()
  return row ? toPasskey(row) : null
}

export async function noteUseOfPasskey(tx: WriteTx, id: PasskeyId, counter: number): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('passkeys')
    .set({ counter: String(counter), used_at: tx.now })
    .where('zone_id', '=', tx.zone)
    .where('id', '=', id)
    .execute()
}

/** Whether there was one to forget. */
export async function dropPasskey(
  tx: WriteTx,
  { person, id }: { readonly person: PersonId; readonly id: PasskeyId },
): Promise<boolean> {
  const gone = await writer<Tables>(tx)
    .deleteFrom('passkeys')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export async function dropPasskeys(tx: WriteTx, person: PersonId): Promise<void> {
  await writer<Tables>(tx)
    .deleteFrom('passkeys')
    .where('zone_id', '=', tx.zone)
    .where('person_id', '=', person)
    .execute()
}

export async function isOpenPerson(tx: ReadTx, person: PersonId): Promise<boolean> {
  const row = await reader<Tables>(tx)
    .selectFrom('people')
    .select('id')
    .where('zone_id', '=', tx.zone)
    .where('id', '=', person)
    .where((one) => one.or([one('closed_on', 'is', null), one('closed_on', '>', tx.today)]))
    .executeTakeFirst()
  return row !== undefined
}

function passkeyRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('passkeys')
    .select(['id', 'credential', 'person_id', 'public_key', 'counter', 'transports'])
    .select(['name', 'added_at', 'used_at'])
    .where('zone_id', '=', tx.zone)
}

function toPasskey(
  row: Omit<Tables['passkeys'], 'zone_id' | 'used_at'> & { used_at: Instant | null },
) {
  return {
    id: row.id,
    credential: row.credential,
    person: row.person_id,
    publicKey: row.public_key,
    counter: Number(row.counter),
    transports: row.transports,
    name: row.name,
    addedAt: row.added_at,
    usedAt: row.used_at,
  }
}
