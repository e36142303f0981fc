import type { Day, Instant } from '../day.ts'
import type { ZoneId } from '../ids.ts'
import { type ReadTx, reader, type WriteTx, writer } from '../transactions.ts'
import type { Json } from '../words.ts'
import type { ReadEntry, ReadId } from './reads.ts'

type Tables = {
  read_log: {
    zone_id: ZoneId
    id: ReadId
    at: Instant
    on_day: Day
    actor: Json
    route: string
    about: Json
  }
}

export async function insertReads(tx: WriteTx, reads: readonly ReadEntry[]): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('read_log')
    .values(
      reads.map(({ id, at, on, actor, route, about }) => ({
        zone_id: tx.zone,
        id,
        at,
        on_day: on,
        actor: JSON.stringify(actor),
        route,
        about: JSON.stringify(about),
      })),
    )
    .execute()
}

export async function selectReadsOf(tx: ReadTx, on: Day): Promise<ReadEntry[]> {
  const rows = await selectRows(tx).where('on_day', '=', on).orderBy('id').execute()
  return rows.map(readOf)
}

/** The newest readings before an id, newest first. */
export async function selectReadsBefore(
  tx: ReadTx,
  before: ReadId | null,
  limit: number,
): Promise<ReadEntry[]> {
  const rows = await selectRows(tx)
    .$if(before !== null, (query) => query.where('id', '<', before as ReadId))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(readOf)
}

/** Days before one that have readings, oldest first. */
export async function selectDaysBefore(tx: ReadTx, before: Day): Promise<Day[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('read_log')
    .select('on_day')
    .distinct()
    .where('zone_id', '=', tx.zone)
    .where('on_day', '<', before)
    .orderBy('on_day')
    .execute()
  return rows.map((row) => row.on_day)
}

function selectRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('read_log')
    .select(['id', 'at', 'on_day', 'actor', 'route', 'about'])
    .where('zone_id', '=', tx.zone)
}

function readOf(row: Omit<Tables['read_log'], 'zone_id'>): ReadEntry {
  const { id, at, on_day: on, actor, route, about } = row
  return { id, at, on, actor: actor as ReadEntry['actor'], route, about }
}
