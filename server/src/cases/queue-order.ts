import { sql } from 'kysely'
import { day, type PersonActor, parseId, refusal } from '../kernel/index.ts'
import type { CaseRowData } from './case-row.ts'
import type { CaseId } from './ids.ts'
import type { QueueFilter, QueueSort } from './inputs.ts'

/** The column behind each order; the id settles what is equal. */
export const SORTED_BY = {
  due: 'sort_day',
  since: 'stage_on',
  number: 'number',
  party: 'party_name',
} as const satisfies Record<QueueSort, keyof CaseRowData>

/** Whether the viewer judges the case blind: then the party's name neither shows, nor finds, nor sorts it. */
export function masked(viewer: PersonActor, readersOf = 'case_board') {
  if (!viewer.isExpert) return sql<boolean>`false`
  const readers = sql.ref(`${readersOf}.readers`)
  return sql<boolean>`(coalesce((state ->> 'blind')::boolean, false) and ${viewer.person}::uuid = any (${readers}))`
}

export function sortedBy(viewer: PersonActor, sort: QueueSort) {
  const column = sql.ref<string>(SORTED_BY[sort])
  if (sort !== 'party' || !viewer.isExpert) return column
  return sql<string>`(case when ${masked(viewer)} then number else party_name end)`
}

/** Rows after the cursor's in its order; refuses `case.cursor-malformed`. */
export function after(
  viewer: PersonActor,
  { cursor = '', sort = 'due', order = 'asc' }: QueueFilter,
) {
  const read = Buffer.from(cursor, 'base64url').toString().split('\n')
  const [by, value, id] = read
  if (by !== sort || value === undefined || !id) return malformed()
  const from = sort === 'due' || sort === 'since' ? day(value) : value
  const column = sortedBy(viewer, sort)
  const type = sql.raw(sort === 'due' || sort === 'since' ? 'date' : 'text')
  const than = sql.raw(order === 'asc' ? '>' : '<')
  return sql<boolean>`(${column}, case_id) ${than} (${from}::${type}, ${parseId<CaseId>(id)}::uuid)`
}

export function malformed(): never {
  return refusal('case.cursor-malformed', {}, { field: 'cursor' })
}

type Listed = CaseRowData & { readonly masked: boolean }

export function cursorOf(sort: QueueSort, row: Listed | undefined): string | null {
  if (!row) return null
  const value = sort === 'party' && row.masked ? row.number : row[SORTED_BY[sort]]
  return Buffer.from([sort, value, row.case_id].join('\n')).toString('base64url')
}

export function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
