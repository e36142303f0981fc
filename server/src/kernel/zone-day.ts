import { loadCalendar } from './calendar/load-calendar.ts'
import type { PoolClient } from './database/pool.ts'
import type { Day } from './day.ts'
import type { ZoneId } from './ids.ts'
import { refusal } from './refusals.ts'
import type { StatementNames } from './statement-names.ts'
import { type WriteTx, writer } from './transactions.ts'

export interface ZoneDays {
  /** The demo's day when it is ahead of the clock's; null where the clock rules. */
  dayOf(client: PoolClient, zone: ZoneId, names: StatementNames): Promise<Day | null>
}

const DAY = `select z.is_demo, d.today from zones z
  left join zone_days d on d.zone_id = z.zone_id where z.zone_id = $1`

/** Remembers that a zone is no demo, so that a real one never asks again. */
export function zoneDays(): ZoneDays {
  let isReal = false
  return {
    async dayOf(client, zone, names) {
      if (isReal) return null
      const { rows } = await client.query<{ is_demo: boolean; today: Day | null }>({
        name: names.nameOf(DAY) ?? undefined,
        text: DAY,
        values: [zone],
      })
      isReal = rows[0]?.is_demo === false
      return rows[0]?.is_demo ? rows[0].today : null
    },
  }
}

type Tables = {
  zones: { zone_id: ZoneId; is_demo: boolean }
  zone_days: { zone_id: ZoneId; today: Day }
}

/**
 * Sets the demo's day forward; the transaction itself keeps the day it began with. Refuses
 * `kernel.set-day.forbidden` in a real zone and `kernel.day-goes-back` for an earlier day, because
 * what happened on a later day would then lie in the future. A day of an unknown year is refused too.
 */
export async function setToday(tx: WriteTx, to: Day): Promise<void> {
  const zone = await writer<Tables>(tx)
    .selectFrom('zones')
    .select('is_demo')
    .where('zone_id', '=', tx.zone)
    .executeTakeFirst()
  if (!zone?.is_demo)
    refusal('kernel.set-day.forbidden')
    // A day never goes back, so a demo must not be led into a year whose working days nobody knows.
  ;(await loadCalendar(tx)).isWorking(to)
  if (to < tx.today) refusal('kernel.day-goes-back', { today: tx.today, to }, { field: 'today' })
  await writer<Tables>(tx)
    .insertInto('zone_days')
    .values({ zone_id: tx.zone, today: to })
    .onConflict((conflict) => conflict.column('zone_id').doUpdateSet({ today: to }))
    .execute()
}
