import { permit } from '../identity/index.ts'
import { daysBetween, type ReadTx, reachOf } from '../kernel/index.ts'
import { type CallRow, countCasesByCall, getCall, selectCalls } from './call-store.ts'
import type { CallId } from './ids.ts'
import type { CallView } from './views.ts'

/** Every call, newest first; public. */
export async function listCalls(tx: ReadTx): Promise<CallView[]> {
  permit(tx.actor, 'call.read')
  const rows = await selectCalls(tx)
  const counts = reachOf(tx.actor) === 'zone' ? await countCasesByCall(tx) : null
  return rows.map((row) => presentCall(tx, row, counts && (counts.get(row.id) ?? 0)))
}

/** One call; public. Refuses `case.call-not-found`. */
export async function viewCall(tx: ReadTx, id: CallId): Promise<CallView> {
  permit(tx.actor, 'call.read')
  const row = await getCall(tx, id)
  const counts = reachOf(tx.actor) === 'zone' ? await countCasesByCall(tx) : null
  return presentCall(tx, row, counts && (counts.get(id) ?? 0))
}

export function presentCall(tx: ReadTx, row: CallRow, cases: number | null): CallView {
  const state = stateOf(tx, row)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    pack: row.pack,
    version: row.version,
    digest: row.digest,
    measure: row.measure,
    services: row.services,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state,
    daysLeft: state === 'open' ? daysBetween(tx.today, row.closes_on) : null,
    limits: row.limits,
    issuedBy: row.issued_by,
    onBehalfOf: row.on_behalf_of && { zh: row.on_behalf_of.zh, en: row.on_behalf_of.en },
    mandate: row.on_behalf_of?.mandate ?? null,
    publicNoticeDays: row.notice_days,
    cases,
  }
}

/** Both its days are inside a call: one may file until the end of the last (民法典 第203条). */
function stateOf(tx: ReadTx, row: CallRow): CallView['state'] {
  if (tx.today < row.opens_on) return 'coming'
  return tx.today > row.closes_on ? 'closed' : 'open'
}
