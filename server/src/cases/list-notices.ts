import { permit } from '../identity/index.ts'
import { type ReadTx, refusal } from '../kernel/index.ts'
import type { NoticeId } from './ids.ts'
import { countObjections, findNotice, type NoticeRow, selectNotices } from './notice-store.ts'
import type { NoticeView } from './views.ts'

/** Public notices, newest first; public. */
export async function listNotices(tx: ReadTx): Promise<NoticeView[]> {
  permit(tx.actor, 'call.read')
  const rows = await selectNotices(tx)
  const counts = await countObjections(tx)
  return rows.map((row) => presentNotice(tx, row, counts.get(row.id) ?? 0))
}

/** One notice with its frozen list; public. Refuses `case.notice-not-found`. */
export async function viewNotice(tx: ReadTx, id: NoticeId): Promise<NoticeView> {
  permit(tx.actor, 'call.read')
  const row = await findNotice(tx, id)
  if (!row) return refusal('case.notice-not-found')
  const counts = await countObjections(tx)
  return presentNotice(tx, row, counts.get(id) ?? 0)
}

export function presentNotice(tx: ReadTx, row: NoticeRow, objections: number): NoticeView {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    pack: { key: row.pack, version: row.version, title: row.measure },
    measure: row.measure,
    cite: row.cite,
    from: row.from_on,
    until: row.until_on,
    workingDays: row.working_days,
    state: tx.today > row.until_on ? 'ended' : 'open',
    counted: row.counted,
    hash: row.hash,
    list: row.list,
    objections,
    contact: row.contact,
  }
}
