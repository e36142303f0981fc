import type { Program, Service } from '@banfa/policy/run'
import { type Entry, listRecord, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import { type BoardRow, findBoard, lockBoard } from './board-store.ts'
import { type CallRow, getCall } from './call-store.ts'
import { type CaseState, foldCase } from './case.ts'
import { type CaseData, findCaseData, findFiling } from './case-store.ts'
import { type JudgedCondition, judgedConditions, serviceOf } from './engine.ts'
import type { CaseId } from './ids.ts'
import type { Asked } from './standing.ts'
import { textOf } from './text-of-case.ts'

/** A case with all an act needs: what happened, under which text, on which call. */
export type OpenCase = {
  readonly id: CaseId
  readonly board: BoardRow
  readonly data: CaseData
  readonly call: CallRow
  readonly program: Program
  readonly service: Service
  readonly entries: readonly Entry[]
  readonly state: CaseState
  readonly asked: Asked
  /** What somebody judges or scores for the service, in printed order. */
  readonly judged: readonly JudgedCondition[]
}

export const subjectOf = (id: CaseId) => ({ kind: 'case', id })

/**
 * Locks the case and folds its record; refuses `case.not-found` for a case that is not there or not
 * for the actor's eyes: what an applicant is still writing is theirs alone. Everything decided afterwards rests on the record, never on the board.
 */
export async function lockCase(tx: WriteTx, id: CaseId): Promise<OpenCase> {
  return completed(tx, await lockBoard(tx, id))
}

/** The same for a page, without a lock. */
export async function readCase(tx: ReadTx, id: CaseId): Promise<OpenCase> {
  return completed(tx, await findBoard(tx, id))
}

async function completed(tx: ReadTx, board: BoardRow | undefined): Promise<OpenCase> {
  if (!board) return refusal('case.not-found')
  const data = await findCaseData(tx, board.case_id)
  if (!data) return refusal('case.not-found')
  const entries = await listRecord(tx, subjectOf(board.case_id))
  const state = foldCase(entries)
  if (!state || state.lastSeq !== Number(board.last_seq)) {
    throw new Error(`the board of case ${board.case_id} is not at its record's last entry`)
  }
  const isTheirs = tx.actor.kind === 'person' && tx.actor.parties.includes(board.party_id)
  if (state.filings === 0 && !isTheirs) return refusal('case.not-found')
  const law = await lawOf(tx, board)
  const filing = state.filings > 0 ? await findFiling(tx, board.case_id) : undefined
  const filed = filing ? { facts: filing.facts, on: filing.filed_on } : null
  const judged = judgedConditions(law.program, law.service, filed)
  return { id: board.case_id, board, data, entries, state, judged, ...law }
}

/** The text that governs the case, the call it came under, and what an act is asked for. */
export async function lawOf(tx: ReadTx, board: BoardRow) {
  const call = await getCall(tx, board.call_id)
  const program = await textOf(tx, call, board)
  const service = serviceOf(program, board.service)
  const { party_id: party, office_id: office, district } = board
  const asked = { program, service, party, office, district, at: board.stage }
  return { call, program, service, asked }
}
