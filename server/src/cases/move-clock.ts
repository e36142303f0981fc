import { listMovements, type Movement, recordMovement } from '../clocks/index.ts'
import { mayAct, permit, type Relation, type Right } from '../identity/index.ts'
import { type Actor, loadCalendar, type Post, refusal, type WriteTx } from '../kernel/index.ts'
import { boardOf } from './append.ts'
import { moveBoard } from './board-store.ts'
import { clockworkOf } from './clockwork.ts'
import {
  type Clockwork,
  deadlineOf,
  type RunningLimit,
  runningLimit,
  standingUnlessUnknown,
} from './deadlines.ts'
import type { CaseId } from './ids.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { officesFor } from './standing.ts'
import { tell } from './tell.ts'

export type MoveInput = {
  readonly caseId: CaseId
  readonly cause: string
  /** Working days or days more, as the limit counts; for an extension only. */
  readonly length?: number
}

/**
 * Suspends, resumes or extends the limit that runs (中止、恢复、延长), by the office whose limit it is,
 * with its cause; the board's due day moves with it. Refuses `identity.forbidden` where no limit of
 * the actor's office runs, `clock.overdue-conflict` for a suspension after the last day, and what the
 * clocks room refuses.
 */
export async function moveClock(
  tx: WriteTx,
  move: Movement['move'],
  input: MoveInput,
): Promise<void> {
  const open = await lockCase(tx, input.caseId)
  const as = permitMove(tx.actor, open, { move, today: tx.today })
  const clock = runningLimit(open.state, { ...clockOf(open), today: tx.today })
  if (!clock) throw new Error('a clock was permitted that does not run')
  const { caseId, cause, length } = input
  const calendar = await loadCalendar(tx)
  if (move === 'suspend') {
    const before = { calendar, movements: await listMovements(tx, caseId) }
    refuseOverdue(tx, clock, clockworkOf(tx, open, before))
  }
  await recordMovement(tx, {
    caseId,
    clock: clock.key,
    move,
    ...(length === undefined ? {} : { length }),
    cause,
    as,
    readers: open.data.readers,
  })
  const movements = await listMovements(tx, caseId)
  const due = deadlineOf(open.state, clockworkOf(tx, open, { calendar, movements }))
  await moveBoard(tx, caseId, boardOf(open.state, open, due?.on ?? null))
  await tell(tx, { type: `clock.${move}`, payload: { case: caseId, act: clock.act } })
}

/** A limit that has run out is not stopped any more: what is overdue stays so (ADR 0108). */
function refuseOverdue({ today }: WriteTx, clock: RunningLimit, clockwork: Clockwork): void {
  const { due } = standingUnlessUnknown(clock, clockwork)
  if (due !== null && today > due) refusal('clock.overdue-conflict', { on: due })
}

/** Whether the actor may move the clock so; for the buttons. */
export function mayMove(actor: Actor, open: OpenCase, of: Asking): boolean {
  return relationFor(actor, open, of) !== null
}

type Asking = { readonly move: Movement['move']; readonly today: OpenCase['state']['since'] }

function permitMove(actor: Actor, open: OpenCase, of: Asking): Post | null {
  return permit(actor, rightOf(of.move), relationFor(actor, open, of) ?? {})
}

/** The office among those the step names that gives the right; a district's only its own case. */
function relationFor(actor: Actor, open: OpenCase, { move, today }: Asking): Relation | null {
  const clock = runningLimit(open.state, { ...clockOf(open), today })
  if (!clock) return null
  const relations = officesFor(open, clock.act).map((officeKey) => ({
    officeKey,
    district: open.board.district,
  }))
  const found = relations.find((relation) => mayAct(actor, rightOf(move), relation))
  if (!found) return null
  const post = permit(actor, rightOf(move), found)
  return post?.level === 'district' && post.office !== open.board.office_id ? null : found
}

function clockOf({ service, call }: OpenCase) {
  return { service, limits: call.limits }
}

const rightOf = (move: Movement['move']): Right => `clock.${move}`
