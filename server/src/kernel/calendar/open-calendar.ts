import type { WriteTx } from '../transactions.ts'
import { insertLayerYears } from './calendar-store.ts'
import { nationalYears } from './national-years.ts'
import { regionalYears } from './regional-years.ts'

/** Enters the national years and the region's that are known; years already entered stay. */
export function openCalendar(tx: WriteTx): Promise<void> {
  return insertLayerYears(tx, [...nationalYears(), ...regionalYears()])
}
