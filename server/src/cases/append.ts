import type { Act } from '@banfa/policy/run'
import { listMovements } from '../clocks/index.ts'
import {
  type Day,
  type Json,
  loadCalendar,
  type PersonId,
  record,
  type WriteTx,
} from '../kernel/index.ts'
import { moveBoard } from './board-store.ts'
import { type CaseState, isOpen, step } from './case.ts'
import { deadlineOf, waitsForAct } from './deadlines.ts'
import type { DetailOf } from './happened.ts'
import { type OpenCase, subjectOf } from './open-case.ts'
import { officesFor, type Standing } from './standing.ts'
import type { Acted } from './views.ts'

/** A case without a due day is last in the queue. */
const NO_DUE_DAY = '9999-12-31' as Day

export type NewAct<A extends Act> = {
  readonly act: A
  readonly standing: Standing
  readonly detail: Omit<DetailOf<A>, 'delegation'>
  readonly reason?: string | null
  /** Another article than the step's. */
  readonly cite?: string | null
  /** Offices and people who may read the case's entries from now on. */
  readonly readers?: readonly string[]
  readonly waitingExperts?: readonly PersonId[]
}

export type Moving = Pick<OpenCase, 'id' | 'state' | 'program' | 'service' | 'call' | 'board'>

/**
 * The one way a case moves: an entry on the record, and the board at the same moment. It takes the
 * lock on the zone's record, so it comes last in a use case.
 */
export async function append<A extends Act>(
  tx: WriteTx,
  moving: Moving,
  act: NewAct<A>,
): Promise<Acted> {
  const calendar = await loadCalendar(tx)
  const { post, delegation, cite } = act.standing
  // Who objects lies with the objection alone (ADR 0035).
  const isUnnamed = act.act === 'object'
  const entry = await record(tx, {
    act: act.act,
    subject: subjectOf(moving.id),
    as: post,
    onBehalfOf: post || isUnnamed ? null : partyActing(tx, moving),
    reason: act.reason || null,
    cite: act.cite ?? cite,
    detail: { ...act.detail, ...(delegation ? { delegation } : {}) } as unknown as Json,
    readers: act.readers ?? [],
    isUnnamed,
  })
  const state = step(moving.state, entry)
  const due = deadlineOf(state, {
    service: moving.service,
    limits: moving.call.limits,
    closesOn: moving.call.closes_on,
    calendar,
    today: tx.today,
    movements: await listMovements(tx, moving.id),
  })
  await moveBoard(tx, moving.id, {
    ...boardOf(state, moving, due?.on ?? null),
    ...(act.waitingExperts ? { waiting_experts: [...act.waitingExperts] } : {}),
  })
  return { caseId: moving.id, stage: state.stage, seq: entry.seq }
}

/** What the board says of a state. */
export function boardOf(
  state: CaseState,
  of: Pick<Moving, 'program' | 'service'>,
  due: Day | null,
) {
  const act = waitsForAct(state, of.service)
  return {
    stage: state.stage,
    stage_on: state.since,
    is_open: isOpen(state.stage),
    due_on: due,
    sort_day: due ?? NO_DUE_DAY,
    waits_for: act === null ? [] : officesFor(of, act),
    number: state.receipt,
    state,
    last_seq: state.lastSeq,
  }
}

/** The party in whose name a person without a post acts. */
function partyActing({ actor }: WriteTx, { board }: Moving) {
  const actsFor = actor.kind === 'person' && actor.parties.includes(board.party_id)
  return actsFor ? board.party_id : null
}
