import type { Actor } from './actor.ts'
import { type Clock, machineClock } from './clock.ts'
import { closePool, openPool } from './database/pool.ts'
import { runEntered, runFramed, type TransactionSeen } from './frame.ts'
import { DEFAULT_ZONE, type ZoneId } from './ids.ts'
import { recordSeals } from './record/record.ts'
import { servers } from './servers.ts'
import type { ReadTx, WriteTx } from './transactions.ts'
import { zoneDays } from './zone-day.ts'

export type KernelOptions = {
  readonly connectionString: string
  readonly zone?: ZoneId
  readonly clock?: Clock
  /** Connections at most; 10 unless told. */
  readonly poolSize?: number
  /** Told of every transaction that ended, for tests and measurements. */
  readonly onTransaction?: (seen: TransactionSeen) => void
  /** Told when an idle connection breaks; the pool has already replaced it. */
  readonly onLostConnection?: (error: Error) => void
}

export interface Kernel {
  readonly zone: ZoneId
  readonly clock: Clock
  /** One consistent, read-only view of the zone as far as the actor may see. */
  reading<Answer>(actor: Actor, work: (tx: ReadTx) => Promise<Answer>): Promise<Answer>
  /**
   * The same for somebody whom `enter`, asked as the door's actor, finds: who they are and what they
   * read are of one moment. The door is no person.
   */
  readingAfter<Entered extends { readonly actor: Actor }, Answer>(
    door: { readonly actor: Actor; readonly enter: (tx: ReadTx) => Promise<Entered> },
    work: (tx: ReadTx, entered: Entered) => Promise<Answer>,
  ): Promise<Answer>
  /** All or nothing: what `work` wrote stays only when it returns; it is never run twice. */
  writing<Answer>(actor: Actor, work: (tx: WriteTx) => Promise<Answer>): Promise<Answer>
  close(): Promise<void>
}

/** Opens the floor everything stands on: a pool over a migrated database, for one zone. */
export function openKernel(options: KernelOptions): Kernel {
  const pool = openPool(options)
  const zone = options.zone ?? DEFAULT_ZONE
  const clock = options.clock ?? machineClock
  const { onTransaction } = options
  const house = { pool, zone, clock, days: zoneDays(), servers: servers(), onTransaction }
  return {
    zone,
    clock,
    reading: (actor, work) => runFramed(house, { actor, mode: 'reading' }, work),
    readingAfter: (door, work) => runEntered(house, door, work),
    writing: (actor, work) =>
      runFramed(house, { actor, mode: 'writing' }, async (tx) => {
        const answer = await work(tx as WriteTx)
        await recordSeals(tx as WriteTx)
        return answer
      }),
    close: () => closePool(pool),
  }
}
