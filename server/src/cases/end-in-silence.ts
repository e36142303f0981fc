import { type Limit, type Stage, stepFor } from '@banfa/policy/run'
import { listMovements } from '../clocks/index.ts'
import { addDays, loadCalendar, type ReadTx, type Words, type WriteTx } from '../kernel/index.ts'
import { append } from './append.ts'
import { selectOpenBoards } from './board-store.ts'
import { clockworkOf } from './clockwork.ts'
import { deadlineOf } from './deadlines.ts'
import type { CaseId } from './ids.ts'
import { lockCase, type OpenCase } from './open-case.ts'
import { doerOf } from './standing.ts'
import { tell } from './tell.ts'

const WAITING: readonly Stage[] = ['filed', 'returned']

/** The cases whose time to accept or to correct has passed; whether silence counts is asked of each. */
export async function listSilent(tx: ReadTx): Promise<CaseId[]> {
  const late = await selectOpenBoards(tx, { until: addDays(tx.today, -1) })
  return late.filter(({ stage }) => WAITING.includes(stage)).map((board) => board.case_id)
}

/**
 * What silence counts as where the measure says so: a filing nobody answered in time is accepted
 * (视为受理), one that was not corrected in time is waived (视为放弃). For the clock, as the machine, once
 * the last day has passed. Answers whether it ended anything; safe to run twice.
 */
export async function endInSilence(tx: WriteTx, id: CaseId): Promise<boolean> {
  const open = await lockCase(tx, id)
  const deemed = silenceOf(open)
  if (!deemed || !(await isOver(tx, open))) return false
  const act = deemed === 'accepted' ? 'accept' : 'withdraw'
  const said = doerOf(open.service, deemed === 'accepted' ? 'accept' : 'return')
  const standing = { ...said, post: null, delegation: null }
  const reason = REASONS[deemed].zh
  if (act === 'accept')
    await append(tx, open, { act, standing, reason, detail: { document: null } })
  else await append(tx, open, { act, standing, reason, detail: {} })
  const type = deemed === 'accepted' ? 'case.accepted' : 'case.withdrawn'
  await tell(tx, { type, payload: { case: open.id } })
  return true
}

function silenceOf({ state, service }: OpenCase): Limit['deemed'] | null {
  if (state.stage === 'filed') return stepFor(service, 'accept')?.within?.deemed
  return state.stage === 'returned' ? stepFor(service, 'return')?.window?.deemed : null
}

async function isOver(tx: WriteTx, open: OpenCase): Promise<boolean> {
  const calendar = await loadCalendar(tx)
  const movements = await listMovements(tx, open.id)
  const due = deadlineOf(open.state, clockworkOf(tx, open, { calendar, movements }))
  return due !== null && due.on < tx.today
}

const REASONS: Readonly<Record<NonNullable<Limit['deemed']>, Words>> = {
  accepted: {
    zh: '逾期未告知是否受理，依规定视为受理',
    en: 'No answer in time: deemed accepted under the measure',
  },
  waived: {
    zh: '逾期未补正，依规定视为放弃申请',
    en: 'Not corrected in time: deemed waived under the measure',
  },
}
