import { loadCalendar, type ReadTx, reader, refusal } from '../kernel/index.ts'
import { leftUntil, presentRow, ROW } from './case-row.ts'
import type { Tables } from './tables.ts'
import type { CaseRow } from './views.ts'

/** The applications of the parties the viewer acts for, newest first; two statements. */
export async function listMyCases(tx: ReadTx): Promise<CaseRow[]> {
  const { actor } = tx
  if (actor.kind !== 'person') return refusal('identity.signed-out', { right: 'case.read' })
  if (actor.parties.length === 0) return []
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board')
    .select(ROW)
    .where('zone_id', '=', tx.zone)
    .where('party_id', 'in', actor.parties)
    .orderBy('case_id', 'desc')
    .limit(200)
    .execute()
  const left = leftUntil(await loadCalendar(tx), tx.today)
  return rows.map((row) => presentRow(row, { left, mine: row.waits_for.includes('applicant') }))
}
