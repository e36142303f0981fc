import type { Post, WriteTx } from '../../kernel/index.ts'
import { loadCalendar, record } from '../../kernel/index.ts'
import { boardOf } from '../append.ts'
import { moveBoard } from '../board-store.ts'
import { step, underText } from '../case.ts'
import { addReaders } from '../case-store.ts'
import { clockworkOf } from '../clockwork.ts'
import { deadlineOf } from '../deadlines.ts'
import { delegatesOf } from '../delegates-of.ts'
import type { TextMove, TextMoved } from '../happened.ts'
import { lawOf, subjectOf } from '../open-case.ts'
import { tell } from '../tell.ts'
import type { MovableOnCall } from './plan-line.ts'

/** One case's part of a migration or of its undoing. */
export type NewTextMove = {
  readonly act: TextMove
  readonly as: Post | null
  readonly reason: string
  readonly cite: string | null
  readonly detail: TextMoved
}

/**
 * Puts one case under another text: an entry on its record, the board at the same moment, and an
 * event, of which the outbox tells the applicant. Answers nothing: the line was planned before.
 */
export async function moveText(
  tx: WriteTx,
  { board, movements }: Pick<MovableOnCall, 'board' | 'movements'>,
  { act, as, reason, cite, detail }: NewTextMove,
): Promise<void> {
  const subject = subjectOf(board.case_id)
  const law = await lawOf(tx, { ...board, state: underText(board.state, detail.text) })
  // Once a case is at the city, whoever the other text delegates acts of it to must see it.
  const readers = board.state.done.recommend ? await delegatesOf(tx, law) : []
  await addReaders(tx, board.case_id, readers)
  const entry = await record(tx, { act, subject, as, reason, cite, readers, detail: { ...detail } })
  const state = step(board.state, entry)
  const calendar = await loadCalendar(tx)
  const due = deadlineOf(state, clockworkOf(tx, law, { calendar, movements }))
  await moveBoard(tx, board.case_id, boardOf(state, law, due?.on ?? null))
  await tell(tx, { type: EVENTS[act], payload: { case: board.case_id } })
}

const EVENTS = {
  'version.migrate': 'case.migrated',
  'version.restore': 'case.restored',
} as const satisfies Record<TextMove, string>
