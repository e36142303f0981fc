import type { Day, Instant, PartyId, ReadTx, WriteTx, ZoneId } from '../kernel/index.ts'
import { reader, sha256, writer } from '../kernel/index.ts'
import { programsInForce } from './programs-in-force.ts'

/** How far the answering of the whole zone has come, for the day it is about. */
export type MatchingPass = {
  readonly on: Day
  /** Parties up to this one are answered. */
  readonly after: PartyId | null
  readonly parties: number
  readonly begunAt: Instant
  /** Null while there are parties left. */
  readonly doneAt: Instant | null
}

type Tables = {
  matching_passes: {
    zone_id: ZoneId
    about: string
    on_day: Day
    after_party: PartyId | null
    parties: number
    begun_at: Instant
    done_at: Instant | null
  }
}

/** The last pass or the present one; null before the first. */
export async function findPass(tx: ReadTx): Promise<MatchingPass | null> {
  const row = await selectPass(tx)
  return row ? passOf(row) : null
}

/**
 * The pass about today's day and measures, begun where the last was about others: a measure put in
 * force, one that ended, and each new day begin one. Null when it is done.
 */
export async function passDue(tx: WriteTx): Promise<MatchingPass | null> {
  const digests = (await programsInForce(tx, tx.today)).map(({ digest }) => digest)
  const about = sha256([tx.today, ...digests.toSorted()].join(' '))
  const row = await lockPass(tx)
  if (row?.about === about) return row.done_at === null ? passOf(row) : null
  const begun = {
    ...{ zone_id: tx.zone, about, on_day: tx.today, after_party: null },
    ...{ parties: 0, begun_at: tx.now, done_at: null },
  }
  await writer<Tables>(tx)
    .insertInto('matching_passes')
    .values(begun)
    .onConflict((conflict) => conflict.column('zone_id').doUpdateSet({ ...begun }))
    .execute()
  return passOf(begun)
}

/** Notes how far the pass has come, in the transaction that answered so far. */
export async function movePass(
  tx: WriteTx,
  { after, parties, done }: { after: PartyId | null; parties: number; done: boolean },
): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('matching_passes')
    .set((from) => ({
      ...(after !== null && { after_party: after }),
      parties: from('parties', '+', parties),
      done_at: done ? tx.now : null,
    }))
    .where('zone_id', '=', tx.zone)
    .execute()
}

/** Whatever the last pass was about, the next one begins with the first party. */
export async function beginAnew(tx: WriteTx): Promise<void> {
  await writer<Tables>(tx)
    .updateTable('matching_passes')
    .set({ about: '' })
    .where('zone_id', '=', tx.zone)
    .execute()
}

/** Two machines do not answer the same page at once: the second waits and goes on after it. */
function lockPass(tx: WriteTx) {
  return writer<Tables>(tx)
    .selectFrom('matching_passes')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .forUpdate()
    .executeTakeFirst()
}

function selectPass(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('matching_passes')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .executeTakeFirst()
}

function passOf(row: Tables['matching_passes']): MatchingPass {
  const { on_day: on, after_party: after, parties, begun_at: begunAt, done_at: doneAt } = row
  return { on, after, parties, begunAt, doneAt }
}
