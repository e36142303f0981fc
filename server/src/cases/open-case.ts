import type { Program, Service } from '@banfa/policy/run'
import { type Entry, listRecord, type ReadTx, refusal, type WriteTx } from '../kernel/index.ts'
import { type BoardRow, findBoard, lockBoard } from './board-store.ts'
import { type CallRow, getCall } from './call-store.ts'
import { type CaseState, foldCase } from './case.ts'
import { type CaseData, type FilingRow, findCaseData, findFiling } from './case-store.ts'
import { type JudgedCondition, judgedConditions, serviceOf } from './engine.ts'
import type { CallId, CaseId } from './ids.ts'
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
  /** The filing that counts, if there is one. */
  readonly filing: FilingRow | undefined
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
  const board = await lockBoard(tx, id)
  return completed(tx, board, board && (await partsOf(tx, id)))
}

/** The same for a page, without a lock. */
export async function readCase(tx: ReadTx, id: CaseId): Promise<OpenCase> {
  const [board, parts] = await Promise.all([findBoard(tx, id), partsOf(tx, id)])
  return completed(tx, board, parts)
}

type Parts = Awaited<ReturnType<typeof partsOf>>

/** What only the case's id has to be known for. */
async function partsOf(tx: ReadTx, id: CaseId) {
  const [data, entries, filing] = await Promise.all([
    findCaseData(tx, id),
    listRecord(tx, subjectOf(id)),
    findFiling(tx, id),
  ])
  return { data, entries, filing }
}

async function completed(
  tx: ReadTx,
  board: BoardRow | undefined,
  parts: Parts | undefined,
): Promise<OpenCase> {
  if (!board || !parts?.data) return refusal('case.not-found')
  const { data, entries } = parts
  const state = foldCase(entries)
  if (!state || state.lastSeq !== Number(board.last_seq)) {
    throw new Error(`the board of case ${board.case_id} is not at its record's last entry`)
  }
  const isTheirs = tx.actor.kind === 'person' && tx.actor.parties.includes(board.party_id)
  if (state.filings === 0 && !isTheirs) return refusal('case.not-found')
  const law = await lawOf(tx, board)
  const filing = state.filings > 0 ? parts.filing : undefined
  const filed = filing ? { facts: filing.facts, on: filing.filed_on } : null
  const judged = judgedConditions(law.program, law.service, filed)
  return { id: board.case_id, board, data, entries, filing, state, judged, ...law }
}

/** The text that governs the case, the call it came under, and what an act is asked for. */
export async function lawOf(tx: ReadTx, board: BoardRow) {
  const call = await knownCall(tx, board.call_id)
  const program = await textOf(tx, call, board)
  const service = serviceOf(program, board.service)
  const { party_id: party, office_id: office, district } = board
  const asked = { program, service, party, office, district, at: board.stage }
  return { call, program, service, asked }
}

// A call is never changed, so that a job over all open cases reads each once and not once a case.
const readCalls = new WeakMap<ReadTx, Map<CallId, Promise<CallRow>>>()

function knownCall(tx: ReadTx, id: CallId): Promise<CallRow> {
  const known = readCalls.get(tx) ?? new Map<CallId, Promise<CallRow>>()
  readCalls.set(tx, known)
  const found = known.get(id) ?? getCall(tx, id)
  known.set(id, found)
  return found
}
