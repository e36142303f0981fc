import type { Selectable } from 'kysely'
import { type ReadTx, reader, refusal, type WriteTx, writer } from '../kernel/index.ts'
import type { SetLimits } from './deadlines.ts'
import type { CallId } from './ids.ts'
import { stored, type Tables } from './tables.ts'

type Stored = Omit<Selectable<Tables['calls']>, 'zone_id'>

export type CallRow = Omit<Stored, 'limits' | 'limit_reasons'> & { readonly limits: SetLimits }

export async function insertCall(tx: WriteTx, call: CallRow): Promise<void> {
  await writer<Tables>(tx)
    .insertInto('calls')
    .values({
      ...call,
      zone_id: tx.zone,
      title: stored(call.title),
      measure: stored(call.measure),
      services: stored(call.services),
      limits: stored(eachLimit(call.limits, ({ length }) => length)),
      limit_reasons: stored(eachLimit(call.limits, ({ because }) => because)),
      issued_by: stored(call.issued_by),
      on_behalf_of: call.on_behalf_of && stored(call.on_behalf_of),
    })
    .execute()
}

/** The call; refuses `case.call-not-found`. */
export async function getCall(tx: ReadTx, id: CallId): Promise<CallRow> {
  const row = await callRows(tx).where('id', '=', id).executeTakeFirst()
  return row ? toCall(row) : refusal('case.call-not-found')
}

/** The newest first; a city opens a few dozen a year, so a page holds them. */
export async function selectCalls(tx: ReadTx): Promise<CallRow[]> {
  const rows = await callRows(tx)
    .orderBy('closes_on', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(toCall)
}

/** How many cases each call has, as far as the viewer may see them. */
export async function countCasesByCall(tx: ReadTx): Promise<Map<CallId, number>> {
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board')
    .select((one) => ['call_id', one.fn.countAll<bigint>().as('cases')])
    .where('zone_id', '=', tx.zone)
    .groupBy('call_id')
    .execute()
  return new Map(rows.map((row) => [row.call_id, Number(row.cases)]))
}

function callRows(tx: ReadTx) {
  return reader<Tables>(tx)
    .selectFrom('calls')
    .select(['id', 'number', 'title', 'pack', 'version', 'digest', 'measure', 'services'])
    .select('notice_days')
    .select(['opens_on', 'closes_on', 'limits', 'limit_reasons'])
    .select(['issued_by', 'on_behalf_of', 'issued_on'])
    .where('zone_id', '=', tx.zone)
}

function toCall({ limits, limit_reasons: reasons, ...row }: Stored): CallRow {
  const pairs = Object.entries(limits).map(
    ([act, length]) => [act, { length, because: reasons[act] ?? '' }] as const,
  )
  return { ...row, limits: Object.fromEntries(pairs) }
}

function eachLimit<Part>(limits: SetLimits, part: (limit: SetLimits[string]) => Part) {
  return Object.fromEntries(Object.entries(limits).map(([act, limit]) => [act, part(limit)]))
}
