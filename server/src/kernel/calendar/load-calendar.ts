import type { ZoneId } from '../ids.ts'
import type { ReadTx } from '../transactions.ts'
import { buildCalendar } from './build-calendar.ts'
import { selectLayerYears, selectYearVersions } from './calendar-store.ts'
import type { WorkingCalendar } from './working-calendar.ts'

type Known = { readonly versions: string; readonly calendar: WorkingCalendar }

const known = new Map<ZoneId, Known>()

/**
 * The zone's calendar with all its layers, as this transaction sees it. Which versions of its rows
 * these are is asked each time; the rows themselves, which are long, only when some are new.
 */
export async function loadCalendar(tx: ReadTx): Promise<WorkingCalendar> {
  const versions = await selectYearVersions(tx)
  const kept = known.get(tx.zone)
  if (kept?.versions === versions) return kept.calendar
  const calendar = buildCalendar(await selectLayerYears(tx))
  known.set(tx.zone, { versions, calendar })
  return calendar
}
