import { openCalendar } from './calendar/open-calendar.ts'
import type { Day } from './day.ts'
import type { ZoneId } from './ids.ts'
import type { Kernel } from './kernel.ts'
import { openRecord } from './record/record.ts'
import { type ReadTx, reader, type WriteTx, writer } from './transactions.ts'
import type { Words } from './words.ts'

export type NewZone = {
  readonly name: Words
  /** A demo may set its day forward and shows its people at the door; never for a real office. */
  readonly isDemo: boolean
}

type Tables = {
  zones: {
    zone_id: ZoneId
    name_zh: string
    name_en: string
    is_demo: boolean
    founded_on: Day
  }
}

/**
 * Makes the kernel's zone in a migrated database: its name, its empty record and its working-day
 * calendar. Doing it again changes nothing; says whether it was new.
 */
export function foundZone(kernel: Kernel, zone: NewZone): Promise<{ isNew: boolean }> {
  return kernel.writing({ kind: 'system', job: 'found-zone' }, async (tx) => {
    const isNew = await insertZone(tx, zone)
    if (isNew) await openRecord(tx)
    await openCalendar(tx)
    return { isNew }
  })
}

/** The zone's name and whether it is a demo; null before it was founded. Published. */
export async function findZone(tx: ReadTx): Promise<NewZone | null> {
  const row = await reader<Tables>(tx)
    .selectFrom('zones')
    .select(['name_zh', 'name_en', 'is_demo'])
    .where('zone_id', '=', tx.zone)
    .executeTakeFirst()
  return row ? { name: { zh: row.name_zh, en: row.name_en }, isDemo: row.is_demo } : null
}

async function insertZone(tx: WriteTx, zone: NewZone): Promise<boolean> {
  const answer = await writer<Tables>(tx)
    .insertInto('zones')
    .values({
      zone_id: tx.zone,
      name_zh: zone.name.zh,
      name_en: zone.name.en,
      is_demo: zone.isDemo,
      founded_on: tx.today,
    })
    .onConflict((conflict) => conflict.column('zone_id').doNothing())
    .executeTakeFirst()
  return answer.numInsertedOrUpdatedRows === 1n
}
