import { listAllMovements } from '../clocks/index.ts'
import {
  type Day,
  loadCalendar,
  type ReadTx,
  type WorkingCalendar,
  type WriteTx,
} from '../kernel/index.ts'
import { boardOf } from './append.ts'
import { moveBoard, selectOpenBoards } from './board-store.ts'
import { deadlineOf } from './deadlines.ts'
import type { CaseId } from './ids.ts'
import { lawOf } from './open-case.ts'

/** What a calendar changes for one open case; null: the due day cannot be told. */
export type DueChange = {
  readonly caseId: CaseId
  readonly number: string | null
  readonly party: string
  readonly before: Day | null
  readonly after: Day | null
}

/** The open cases whose due day would be another by that calendar. */
export async function effectOfCalendar(
  tx: ReadTx,
  calendar: WorkingCalendar,
): Promise<DueChange[]> {
  return (await recounted(tx, calendar)).map(({ board, after }) => ({
    caseId: board.case_id,
    number: board.number,
    party: board.party_name,
    before: board.due_on,
    after,
  }))
}

/** Moves the due days of the board to the calendar as it now is; answers how many moved. */
export async function recountBoard(tx: WriteTx): Promise<number> {
  const moved = await recounted(tx, await loadCalendar(tx))
  for (const { board, law, after } of moved) {
    await moveBoard(tx, board.case_id, boardOf(board.state, law, after))
  }
  return moved.length
}

async function recounted(tx: ReadTx, calendar: WorkingCalendar) {
  const movements = await listAllMovements(tx)
  const changed = []
  for (const board of await selectOpenBoards(tx, {})) {
    const law = await lawOf(tx, board)
    const due = deadlineOf(board.state, {
      service: law.service,
      limits: law.call.limits,
      closesOn: law.call.closes_on,
      calendar,
      today: tx.today,
      movements: movements.get(board.case_id) ?? [],
    })
    const after = due?.on ?? null
    if (after !== board.due_on) changed.push({ board, law, after })
  }
  return changed
}
