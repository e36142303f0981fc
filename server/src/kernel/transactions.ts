import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { Day, Instant } from './day.ts'
import type { ZoneId } from './ids.ts'

declare const writes: unique symbol

/** A read-only transaction: PostgreSQL itself refuses a write in it. */
export interface ReadTx {
  readonly zone: ZoneId
  /** The day of the product; a demo's may be ahead of the machine's. */
  readonly today: Day
  /** The machine's instant at the start of the transaction. */
  readonly now: Instant
  readonly actor: Actor
}

/** A writing transaction; only `writing()` makes one. */
export interface WriteTx extends ReadTx {
  readonly [writes]: true
}

/** `sql` fragments run on it too: sql`…`.execute(reader(tx)). */
export type Reader<Tables> = Pick<
  Kysely<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'getExecutor'
>

const connections = new WeakMap<ReadTx, Kysely<unknown>>()

/** @internal the kernel ties a transaction to its connection here, so that no room can name it. */
export function tie<Tx extends ReadTx>(tx: Tx, connection: Kysely<unknown>): Tx {
  connections.set(tx, connection)
  return tx
}

/** @internal a transaction that ended answers nobody any more. */
export function untie(tx: ReadTx): void {
  connections.delete(tx)
}

/** @internal the same transaction under another zone and day, for building a statement only. */
export function sharing(tx: ReadTx, instead: Pick<ReadTx, 'zone' | 'today'>): ReadTx {
  return tie({ ...tx, ...instead }, connectionOf(tx))
}

/** The transaction's query builder over a room's own tables; types let no other table be named. */
export function reader<Tables>(tx: ReadTx): Reader<Tables> {
  return connectionOf(tx) as unknown as Kysely<Tables>
}

/** The same, with insert, update and delete; needs a writing transaction. */
export function writer<Tables>(tx: WriteTx): Kysely<Tables> {
  return connectionOf(tx) as unknown as Kysely<Tables>
}

function connectionOf(tx: ReadTx): Kysely<unknown> {
  const connection = connections.get(tx)
  if (!connection) throw new Error('the transaction is over, or was not made by the kernel')
  return connection
}
