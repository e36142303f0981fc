import { type Day, yearOf } from '../day.ts'
import type { WriteTx } from '../transactions.ts'
import { mergeLayerYear } from './calendar-store.ts'

export type DayOverride = {
  readonly day: Day
  readonly working: boolean
  /** What people call it: 古尔邦节, 台风停工. */
  readonly name: string
  /** The notice it rests on. */
  readonly source: string
}

/** Enters one day by hand over the national and regional notices. It makes no unknown year known. */
export function overrideDay(tx: WriteTx, override: DayOverride): Promise<void> {
  return mergeLayerYear(tx, {
    layer: 'manual',
    year: yearOf(override.day),
    days: { [override.day]: { working: override.working, name: override.name } },
    source: override.source,
  })
}
