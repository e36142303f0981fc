import type { SealedTable } from '../kernel/index.ts'

/** Rows of this room that acts seal into the record. */
export const FACTS: SealedTable = {
  table: 'facts',
  key: [['fact_id', 'uuid']],
  columns: [
    ...['party_id', 'subject', 'name', 'value', 'source_kind', 'source_zh', 'source_en'],
    ...['period_from', 'period_until', 'recorded_on', 'recorded_at', 'recorded_by'],
    ...['recorded_by_name', 'ord'],
    ...['verified_on', 'verified_by'],
  ],
}

export const RECOGNITIONS: SealedTable = {
  table: 'recognitions',
  key: [['recognition_id', 'uuid']],
  columns: [
    ...['party_id', 'pack', 'service', 'title_zh', 'title_en', 'number', 'cite', 'granted_on'],
    ...['valid_until', 'again_from', 'revoked_on', 'revoked_cite', 'revoked_reason'],
  ],
}

export const BARS: SealedTable = {
  table: 'bars',
  key: [['bar_id', 'uuid']],
  columns: [
    ...['party_id', 'pack', 'measure_zh', 'measure_en', 'bar_from', 'bar_until', 'services'],
    ...['cite', 'reason', 'lifted_on', 'lifted_cite', 'lifted_reason'],
  ],
}
