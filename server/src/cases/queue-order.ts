import { sql } from 'kysely'
import { day, parseId, refusal } from '../kernel/index.ts'
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

/** Rows after the cursor's in its order; refuses `case.cursor-malformed`. */
export function after({ cursor = '', sort = 'due', order = 'asc' }: QueueFilter) {
  const read = Buffer.from(cursor, 'base64url').toString().split('\n')
  const [by, value, id] = read
  if (by !== sort || value === undefined || !id) return malformed()
  const from = sort === 'due' || sort === 'since' ? day(value) : value
  const column = sql.ref(SORTED_BY[sort])
  const type = sql.raw(sort === 'due' || sort === 'since' ? 'date' : 'text')
  const than = sql.raw(order === 'asc' ? '>' : '<')
  return sql<boolean>`(${column}, case_id) ${than} (${from}::${type}, ${parseId<CaseId>(id)}::uuid)`
}

export function malformed(): never {
  return refusal('case.cursor-malformed', {}, { field: 'cursor' })
}

export function cursorOf(sort: QueueSort, row: CaseRowData | undefined): string | null {
  if (!row) return null
  return Buffer.from([sort, row[SORTED_BY[sort]], row.case_id].join('\n')).toString('base64url')
}

export function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
