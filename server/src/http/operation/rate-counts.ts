import { sql } from 'kysely'
import {
  instant,
  type Kernel,
  secondsBetween,
  sha256,
  writer,
  type ZoneId,
} from '../../kernel/index.ts'

type Tables = { rate_counts: { zone_id: ZoneId; key: string; minute: bigint; count: number } }

/** `minute` is the window's first, `until` the one after its last. */
type Count = { minute: number; until: number; elsewhere: number; here: number; unsent: number }

/** How long one process may not know of the others' counts. */
const EXCHANGED_EVERY = 1_000

/** The longest window: what began before is nobody's any more. */
const LONGEST_MINUTES = 60

const EPOCH = instant('1970-01-01T00:00:00Z')

export type RateCounts = {
  /**
   * Counts one request of a key and answers how many there were in this window, in all processes: a
   * minute, or so many minutes. A key is always counted by one window.
   */
  add(key: string, minutes?: number): { readonly current: number; readonly secondsLeft: number }
  /** Tells the others what was counted here, and hears what they did. */
  exchange(): Promise<void>
  close(): void
}

/**
 * Counts of requests by key and window, shared over the processes of one database: each counts in
 * memory and exchanges sums once a second, so that a request waits for no database. Keys are kept as
 * hashes, because they are addresses of people.
 */
export function openRateCounts(kernel: Kernel, onFault: (error: unknown) => void): RateCounts {
  const counts = new Map<string, Count>()
  const now = () => secondsBetween(EPOCH, kernel.clock.now())
  const exchange = async () => {
    const minute = Math.floor(now() / 60)
    for (const [key, count] of counts) if (count.until <= minute) counts.delete(key)
    const unsent = [...counts].filter(([, count]) => count.unsent > 0)
    if (unsent.length === 0) return
    const sums = await exchanged(kernel, minute, unsent)
    for (const { key, count } of sums) {
      const own = counts.get(key)
      if (own) own.elsewhere = count - (own.here - own.unsent)
    }
  }
  const timer = setInterval(() => void exchange().catch(onFault), EXCHANGED_EVERY)
  timer.unref()
  return {
    add(key, minutes = 1) {
      const at = now()
      const minute = Math.floor(at / 60 / minutes) * minutes
      const until = minute + minutes
      const kept = counts.get(key)
      const begun = { minute, until, elsewhere: 0, here: 0, unsent: 0 }
      const count = kept?.minute === minute ? kept : begun
      counts.set(key, count)
      count.here += 1
      count.unsent += 1
      return { current: count.here + count.elsewhere, secondsLeft: until * 60 - at }
    },
    exchange,
    close: () => clearInterval(timer),
  }
}

/** Adds what is new to the shared sums and answers them; what was sent is no longer unsent. */
async function exchanged(kernel: Kernel, minute: number, unsent: readonly [string, Count][]) {
  const values = unsent.map(([key, count]) => {
    const row = { zone_id: kernel.zone, key, minute: BigInt(count.minute), count: count.unsent }
    count.unsent = 0
    return row
  })
  return kernel.writing({ kind: 'system', job: 'rate-counts' }, async (tx) => {
    const table = writer<Tables>(tx)
    await table
      .deleteFrom('rate_counts')
      .where('zone_id', '=', tx.zone)
      .where('minute', '<', BigInt(minute - LONGEST_MINUTES))
      .execute()
    return table
      .insertInto('rate_counts')
      .values(values.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
      .onConflict((conflict) =>
        conflict
          .columns(['zone_id', 'key', 'minute'])
          .doUpdateSet({ count: sql`rate_counts.count + excluded.count` }),
      )
      .returning(['key', 'count'])
      .execute()
  })
}

/** The store that @fastify/rate-limit asks for. */
export function rateStore(counts: RateCounts) {
  return class {
    incr(key: string, done: (error: Error | null, sum?: { current: number; ttl: number }) => void) {
      const { current, secondsLeft } = counts.add(sha256(key))
      done(null, { current, ttl: Math.ceil(secondsLeft * 1000) })
    }
    child() {
      return this
    }
  }
}
