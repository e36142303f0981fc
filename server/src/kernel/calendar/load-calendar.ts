import type { ReadTx } from '../transactions.ts'
import { buildCalendar } from './build-calendar.ts'
import { selectLayerYears } from './calendar-store.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** The zone's calendar with all its layers, in one statement. */
export async function loadCalendar(tx: ReadTx): Promise<WorkingCalendar> {
  return buildCalendar(await selectLayerYears(tx))
}
