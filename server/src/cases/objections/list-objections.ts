import type { Limit } from '@banfa/policy/run'
import type { DueClock } from '../../clocks/index.ts'
import { REMIND_BEFORE } from '../../clocks/index.ts'
import { permit } from '../../identity/index.ts'
import { type Day, loadCalendar, type ReadTx, type WorkingCalendar } from '../../kernel/index.ts'
import { findBoard } from '../board-store.ts'
import { workingDaysLeft } from '../deadlines.ts'
import type { CaseId, ObjectionId } from '../ids.ts'
import { lawOf } from '../open-case.ts'
import { findStanding, officesFor, takeUpFor } from '../standing.ts'
import { dueOfObjection, limitToAnswer, openQuestion } from './objection.ts'
import { eachObjection, type FollowedRow, selectUnanswered, selectWords } from './words-store.ts'

export type ObjectionRow = {
  readonly id: ObjectionId
  readonly number: string | null
  readonly caseId: CaseId
  readonly party: string
  readonly on: Day
  readonly due: Day | null
  readonly left: number | null
  /** The office waits for what it asked the objector; an answer that is overdue stays so. */
  readonly waits: boolean
  readonly answered: { readonly on: Day; readonly upheld: boolean } | null
}

const MOST_LISTED = 200

/** The objections the viewer's posts answer: open ones first, the oldest before the others. */
export async function listObjections(tx: ReadTx): Promise<ObjectionRow[]> {
  permit(tx.actor, 'objection.list')
  const at = { calendar: await loadCalendar(tx), today: tx.today }
  const rows: ObjectionRow[] = []
  // Whose they are is asked of each: many of another office must not hide one's own.
  for await (const row of eachObjection(tx)) {
    const board = await findBoard(tx, row.case_id)
    const law = board && (await lawOf(tx, board))
    const standing = law && findStanding(tx.actor, law.asked, 'answer-objection')
    if (!standing) continue
    await takeUpFor(tx, standing, 'answer-objection')
    rows.push(await listed(tx, row, { party: board.party_name, limit: limitToAnswer(law), at }))
    if (rows.length === MOST_LISTED) break
  }
  return rows
}

type Around = {
  readonly party: string
  readonly limit: Limit
  readonly at: { readonly calendar: WorkingCalendar; readonly today: Day }
}

async function listed(
  tx: ReadTx,
  row: FollowedRow,
  { party, limit, at }: Around,
): Promise<ObjectionRow> {
  const { answered_on: answeredOn, upheld } = row
  const words = answeredOn ? [] : await selectWords(tx, row.id)
  const due = answeredOn ? null : dueOfObjection({ madeOn: row.made_on, limit, words }, at)
  return {
    ...{ id: row.id, number: row.number, caseId: row.case_id, party },
    ...{ on: row.made_on, due, left: due && workingDaysLeft(at, due) },
    waits: answeredOn === null && openQuestion(words, at.today) !== null,
    answered: answeredOn && { on: answeredOn, upheld: upheld === true },
  }
}

/** Clocks of objections that end within two working days or have ended, each by itself. */
export async function listDueObjections(
  tx: ReadTx,
  superiors: readonly string[],
): Promise<DueClock[]> {
  const at = { calendar: await loadCalendar(tx), today: tx.today }
  const due: DueClock[] = []
  for (const row of await selectUnanswered(tx)) {
    const board = await findBoard(tx, row.case_id)
    if (!board) continue
    const law = await lawOf(tx, board)
    const words = await selectWords(tx, row.id)
    const course = { madeOn: row.made_on, limit: limitToAnswer(law), words }
    const on = dueOfObjection(course, at)
    const left = on && workingDaysLeft(at, on)
    if (on === null || left === null || left > REMIND_BEFORE) continue
    due.push({
      caseId: row.case_id,
      clock: `objection/${row.id}`,
      act: 'answer-objection',
      ...{ due: on, left, number: row.number, superiors },
      title: { zh: '答复异议', en: 'Answer the objection' },
      offices: officesFor(law, 'answer-objection'),
      readers: board.readers,
    })
  }
  return due
}
