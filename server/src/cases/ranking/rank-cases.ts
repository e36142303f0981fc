import { type Entered, type Placed, rankField, type Settled } from '@banfa/policy/rank'
import type { Facts, Program, Ranking } from '@banfa/policy/run'
import { listRecord, type ReadTx, reader, refusal } from '../../kernel/index.ts'
import { getPinnedProgram } from '../../rulebook/index.ts'
import { type CallRow, getCall } from '../call-store.ts'
import { type CaseState, foldCase } from '../case.ts'
import { type FilingRow, selectFilingsOf } from '../case-store.ts'
import type { CallId, CaseId } from '../ids.ts'
import { subjectOf } from '../open-case.ts'
import type { Tables } from '../tables.ts'
import type { Line, Ranked } from './frozen.ts'

export type RankedCall = { readonly call: CallRow; readonly program: Program }

/** The call with the text it is pinned to, whose rankings are meant; refuses `case.call-not-found`. */
export async function readRankedCall(tx: ReadTx, id: CallId): Promise<RankedCall> {
  const call = await getCall(tx, id)
  return { call, program: await getPinnedProgram(tx, call) }
}

/** Refuses `case.no-such-ranking` for a name the call's text does not have. */
export function rankingIn({ program }: RankedCall, name: string): Ranking {
  const found = program.rankings.find((one) => one.name === name)
  return found ?? refusal('case.no-such-ranking')
}

export type Asked = {
  readonly ranking: Ranking
  readonly settled: readonly Settled[]
  /** Only what the record held before this entry; null: all of it. */
  readonly before: number | null
}

/**
 * Ranks the cases of a call whose review is concluded, from their records and sealed filings alone:
 * the same record gives the same list, whenever and by whomever it is asked.
 */
export async function rankCases(
  tx: ReadTx,
  { call, program }: RankedCall,
  { ranking, settled, before }: Asked,
): Promise<Ranked> {
  const reviewed = await reviewedCases(tx, call.id, { ranking, before })
  const { placed, ties, taken } = rankField(program, ranking.name, {
    all: reviewed.map(enteredOf),
    settled,
  })
  const lines = placed.map((one, at) => lineOf(one, reviewed[at] as Reviewed))
  return {
    ...{ call: call.id, ranking: ranking.name, digest: program.digest, settled },
    list: lines.sort(byPlace),
    ...{ ties, taken },
  }
}

type Row = Pick<Tables['case_board'], 'case_id' | 'party_name' | 'district'>
type Reviewed = { readonly row: Row; readonly state: CaseState; readonly filing: FilingRow }

async function reviewedCases(
  tx: ReadTx,
  call: CallId,
  { ranking, before }: Pick<Asked, 'ranking' | 'before'>,
): Promise<Reviewed[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board')
    .select(['case_id', 'party_name', 'district', 'service'])
    .where('zone_id', '=', tx.zone)
    .where('call_id', '=', call)
    .where('number', 'is not', null)
    .orderBy('case_id')
    .execute()
  const meant = rows.filter(({ service }) => ranking.services?.includes(service) ?? true)
  const filings = await selectFilingsOf(
    tx,
    meant.map((row) => row.case_id),
  )
  const found = await Promise.all(
    meant.map(async (row) => {
      const entries = await listRecord(tx, subjectOf(row.case_id))
      const state = foldCase(entries.filter(({ seq }) => before === null || seq < before))
      const filing = filings.get(row.case_id)?.find(({ id }) => id === state?.filing)
      return state && filing && isRanked(state) ? [{ row, state, filing }] : []
    }),
  )
  return found.flat()
}

/** The experts' points are concluded, and the case is neither withdrawn nor refused. */
function isRanked({ done, stage }: CaseState): boolean {
  return done['conclude-review'] !== undefined && stage !== 'withdrawn' && stage !== 'refused'
}

function enteredOf({ row, state, filing }: Reviewed): Entered {
  const papers = Object.fromEntries(filing.papers.map(({ paper }) => [paper, true]))
  return {
    id: row.case_id,
    facts: { ...filing.facts, ...papers, ...state.judged, ...state.scored } as Facts,
    on: filing.filed_on,
    district: row.district,
  }
}

function lineOf(placed: Placed, { row, state, filing }: Reviewed): Line {
  const { score, points, thenBy, ceiling, place, grade, admission } = placed
  return {
    caseId: row.case_id as CaseId,
    number: state.receipt ?? '',
    party: row.party_name,
    district: row.district,
    filing: filing.hash,
    ...{ score, points, thenBy, ceiling, place, grade, admission },
  }
}

/** Those without a place last; equals by the id, which says nothing of anybody. */
function byPlace(a: Line, b: Line): number {
  const last = Number.POSITIVE_INFINITY
  const order = (a.place ?? last) - (b.place ?? last)
  if (Number.isFinite(order) && order !== 0) return order
  if (!Number.isFinite(order) && a.place !== b.place) return a.place === null ? 1 : -1
  return a.caseId < b.caseId ? -1 : 1
}
