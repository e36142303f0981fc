import type { RowText, SealedTable } from '../kernel/index.ts'
import type { Tables } from './tables.ts'

/** Rows of this room that acts seal into the record. */
export const FILINGS: SealedTable = {
  table: 'filings',
  key: [['id', 'uuid']],
  columns: [
    ...['case_id', 'ordinal', 'receipt', 'filed_on', 'facts', 'lineage', 'papers', 'partner'],
    ...['digest', 'hash'],
  ],
}

export const JUDGEMENTS: SealedTable = {
  table: 'judgements',
  key: [
    ['case_id', 'uuid'],
    ['round', 'integer'],
    ['condition', 'text'],
    ['person_id', 'uuid'],
  ],
  columns: ['by_expert', 'name', 'answer', 'points', 'reason', 'answered_on'],
}

/** Whether its end was announced is the clock's to note, so it is no part of the seal. */
export const NOTICES: SealedTable = {
  table: 'notices',
  key: [['id', 'uuid']],
  columns: [
    ...['number', 'title', 'pack', 'version', 'measure', 'cite', 'from_on', 'until_on'],
    ...['working_days', 'counted', 'list', 'hash', 'contact'],
  ],
}

const OBJECTION_COLUMNS = [
  'number',
  'notice_id',
  'case_id',
  'grounds',
  'digest',
  'made_on',
  'answered_on',
  'upheld',
  'answer',
  'answered_by',
  'key_hash',
] as const

export const OBJECTIONS: SealedTable = {
  table: 'objections',
  key: [['id', 'uuid']],
  columns: OBJECTION_COLUMNS,
}

type NewObjection = Omit<Tables['objections'], 'zone_id'>

/** An objection as PostgreSQL prints it, for whoever makes it and may not read it back. */
export function textsOfObjection(objection: NewObjection): RowText {
  const texts = OBJECTION_COLUMNS.map((column) => {
    const value = objection[column]
    return value === null ? null : String(value)
  })
  return { key: objection.id, texts }
}
