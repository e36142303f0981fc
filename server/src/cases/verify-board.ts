import {
  canonicalJson,
  type Entry,
  type Json,
  listRecordAfter,
  type ReadTx,
  reader,
} from '../kernel/index.ts'
import { type CaseState, startedOn, step } from './case.ts'
import type { CaseId } from './ids.ts'
import type { Tables } from './tables.ts'

export type BoardVerdict =
  | { readonly intact: true; readonly cases: number }
  | {
      readonly intact: false
      readonly cases: number
      readonly differs: CaseId
      readonly why: string
    }

const PAGE = 2000

/**
 * Folds every case from the record again and compares it with the board. For `banfa verify`; needs a
 * transaction that sees the whole zone.
 */
export async function verifyBoard(tx: ReadTx): Promise<BoardVerdict> {
  const folded = await foldRecord(tx)
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board')
    .select(['case_id', 'stage', 'stage_on', 'number', 'last_seq', 'state'])
    .where('zone_id', '=', tx.zone)
    .execute()
  for (const row of rows) {
    const state = folded.get(row.case_id)
    const why = state ? differenceOf(row, state) : 'the record has no such case'
    if (why) return { intact: false, cases: rows.length, differs: row.case_id, why }
    folded.delete(row.case_id)
  }
  const [lost] = folded.keys()
  if (lost) return { intact: false, cases: rows.length, differs: lost, why: 'not on the board' }
  return { intact: true, cases: rows.length }
}

type Row = Pick<Tables['case_board'], 'stage' | 'stage_on' | 'number'> & {
  readonly last_seq: bigint
  readonly state: CaseState
}

function differenceOf(row: Row, state: CaseState): string | null {
  if (row.stage !== state.stage) return `stage ${row.stage}, by the record ${state.stage}`
  if (row.stage_on !== state.since) return `since ${row.stage_on}, by the record ${state.since}`
  if (Number(row.last_seq) !== state.lastSeq)
    return `at entry ${row.last_seq}, not ${state.lastSeq}`
  if (row.number !== state.receipt) return `number ${row.number}, by the record ${state.receipt}`
  return sameState(row.state, state) ? null : 'its state is not the fold of its record'
}

function sameState(one: CaseState, other: CaseState): boolean {
  return canonicalJson(one as unknown as Json) === canonicalJson(other as unknown as Json)
}

async function foldRecord(tx: ReadTx): Promise<Map<CaseId, CaseState>> {
  const folded = new Map<CaseId, CaseState>()
  for (let seq = 0; ; ) {
    const page = await listRecordAfter(tx, seq, PAGE)
    for (const entry of page) if (entry.subject.kind === 'case') foldIn(folded, entry)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return folded
    seq = last.seq
  }
}

function foldIn(folded: Map<CaseId, CaseState>, entry: Entry): void {
  const id = entry.subject.id as CaseId
  folded.set(id, step(folded.get(id) ?? startedOn(entry.on), entry))
}
