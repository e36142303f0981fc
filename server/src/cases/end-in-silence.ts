import { type Limit, type Stage, stepFor } from '@banfa/policy/run'
import { listMovements } from '../clocks/index.ts'
import {
  addDays,
  type Day,
  loadCalendar,
  type ReadTx,
  type Words,
  type WriteTx,
} from '../kernel/index.ts'
import { append } from './append.ts'
import { selectOpenBoards } from './board-store.ts'
import { clockworkOf } from './clockwork.ts'
import { deadlineOf, later } from './deadlines.ts'
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
  if (deemed === 'accepted') await acceptDeemed(tx, open)
  else await lapse(tx, open)
  return true
}

/** 逾期不告知的，自收到申请材料之日起即为受理 (行政许可法 第32条(四)): what is found today dates from then. */
async function acceptDeemed(tx: WriteTx, open: OpenCase): Promise<void> {
  const standing = { ...doerOf(open.service, 'accept'), post: null, delegation: null }
  const detail = { document: null, deemedOn: receivedOn(open) }
  await append(tx, open, { act: 'accept', standing, reason: REASONS.accepted.zh, detail })
  await tell(tx, { type: 'case.deemed-accepted', payload: { case: open.id } })
}

async function lapse(tx: WriteTx, open: OpenCase): Promise<void> {
  const standing = { ...doerOf(open.service, 'return'), post: null, delegation: null }
  await append(tx, open, { act: 'withdraw', standing, reason: REASONS.waived.zh, detail: {} })
  await tell(tx, { type: 'case.lapsed', payload: { case: open.id } })
}

/** The day the office in charge had the filing: a case transferred to it came with the transfer. */
function receivedOn({ state: { done, since } }: OpenCase): Day {
  const { file = since, transfer = file } = done
  return later(file, transfer)
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
