import { type Attachment, listAttachments, listIssued } from '../../documents/index.ts'
import {
  type Day,
  loadCalendar,
  type ReadTx,
  refusal,
  sha256,
  type Words,
} from '../../kernel/index.ts'
import { type BoardRow, findBoard } from '../board-store.ts'
import { workingDaysLeft } from '../deadlines.ts'
import type { NoticeId } from '../ids.ts'
import { findNotice } from '../notice-store.ts'
import { lawOf } from '../open-case.ts'
import { doerOf } from '../standing.ts'
import {
  dueOfObjection,
  limitToAnswer,
  openQuestion,
  subjectOfObjection,
  type Word,
} from './objection.ts'
import { type FollowedRow, findByKey, selectWords } from './words-store.ts'

/** What somebody who objected keeps, instead of an account. */
export type ObjectionKey = { readonly number: string; readonly key: string }

/** The course of an objection, without who made it. */
export type ObjectionCourse = {
  readonly number: string | null
  readonly on: Day
  readonly notice: { readonly id: NoticeId; readonly number: string; readonly title: Words }
  readonly party: string
  readonly grounds: string
  readonly words: readonly Word[]
  readonly papers: readonly Pick<Attachment, 'id' | 'name' | 'scan' | 'uploadedOn'>[]
  readonly clock: ObjectionClock | null
  /** The question that waits for the objector. */
  readonly asked: Word | null
  readonly answered: { on: Day; upheld: boolean; reason: string; by: string } | null
  readonly letters: readonly {
    readonly id: string
    readonly title: Words
    readonly number: string
  }[]
}

/** `due` is null while the office waits for the objector; `left` in working days. */
export type ObjectionClock = {
  readonly due: Day | null
  readonly left: number | null
  readonly cite: string
  readonly basis: Words
  readonly assumed: boolean
}

/**
 * The objection that a number and its key open; refuses `case.objection-not-found` for any other pair,
 * so that nobody learns which numbers there are. Runs as the machine: the key is the right.
 */
export async function objectionByKey(tx: ReadTx, { number, key }: ObjectionKey) {
  const row = await findByKey(tx, { number, keyHash: sha256(key) })
  return row ?? refusal('case.objection-not-found')
}

/** The course of an objection for whoever made it. */
export async function followObjection(tx: ReadTx, of: ObjectionKey): Promise<ObjectionCourse> {
  const row = await objectionByKey(tx, of)
  const board = await findBoard(tx, row.case_id)
  return board ? courseOf(tx, row, board) : refusal('case.objection-not-found')
}

/** What both the objector and the office read of an objection. */
export async function courseOf(
  tx: ReadTx,
  row: FollowedRow,
  board: BoardRow,
): Promise<ObjectionCourse> {
  const notice = await findNotice(tx, row.notice_id)
  if (!notice) return refusal('case.notice-not-found')
  const words = await selectWords(tx, row.id)
  const subject = subjectOfObjection(row.id)
  const papers = await listAttachments(tx, subject)
  const letters = await listIssued(tx, subject)
  const { id, number, title } = notice
  return {
    ...{ number: row.number, on: row.made_on, grounds: row.grounds, words },
    notice: { id, number, title },
    party: board.party_name,
    papers: papers.map(({ id: file, name, scan, uploadedOn }) => ({
      id: file,
      name,
      scan,
      uploadedOn,
    })),
    clock: row.answered_on === null ? await clockOf(tx, row, { board, words }) : null,
    asked: row.answered_on === null ? openQuestion(words, tx.today) : null,
    answered: answerIn(row),
    letters: letters.map((one) => ({ id: one.id, title: one.title, number: one.number })),
  }
}

export function answerIn({ answered_on: on, upheld, answer, answered_by }: FollowedRow) {
  if (on === null) return null
  return { on, upheld: upheld === true, reason: answer ?? '', by: answered_by ?? '' }
}

async function clockOf(
  tx: ReadTx,
  row: FollowedRow,
  { board, words }: { board: BoardRow; words: readonly Word[] },
): Promise<ObjectionClock> {
  const law = await lawOf(tx, board)
  const limit = limitToAnswer(law)
  const at = { calendar: await loadCalendar(tx), today: tx.today }
  const due = dueOfObjection({ madeOn: row.made_on, limit, words }, at)
  return {
    due,
    left: due && workingDaysLeft(at, due),
    cite: doerOf(law.service, 'answer-objection').cite,
    basis: limit.basis,
    assumed: limit.assumed,
  }
}
