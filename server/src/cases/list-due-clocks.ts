import { type DueClock, listAllMovements, REMIND_BEFORE } from '../clocks/index.ts'
import { listOffices } from '../identity/index.ts'
import { addDays, loadCalendar, type ReadTx, type WorkingCalendar } from '../kernel/index.ts'
import { type BoardRow, selectOpenBoards } from './board-store.ts'
import { deadlineOf, runningLimit } from './deadlines.ts'
import { listDueObjections } from './objections/list-objections.ts'
import { lawOf } from './open-case.ts'
import { titleOf } from './standing.ts'

/** No holiday is longer than this, so a limit that is two working days away is within it. */
const LOOK_AHEAD = REMIND_BEFORE + 14

/**
 * The clocks that end within two working days or have ended, with the offices they wait for and the
 * bureau above. For the timed reminder, as the machine; a case that cannot be counted is told to
 * `onFault`, and the others go on.
 */
export async function listDueClocks(
  tx: ReadTx,
  onFault: (error: unknown) => void = raise,
): Promise<DueClock[]> {
  const at = { calendar: await loadCalendar(tx), movements: await listAllMovements(tx) }
  const superiors = (await listOffices(tx))
    .filter((office) => office.level === 'city')
    .map((office) => office.key)
  const due: DueClock[] = await listDueObjections(tx, superiors)
  for (const board of await selectOpenBoards(tx, { until: addDays(tx.today, LOOK_AHEAD) })) {
    const clock = await dueClockOf(tx, board, at).catch(onFault)
    if (clock) due.push({ ...clock, superiors })
  }
  return due
}

type Counting = {
  readonly calendar: WorkingCalendar
  readonly movements: Awaited<ReturnType<typeof listAllMovements>>
}

async function dueClockOf(
  tx: ReadTx,
  board: BoardRow,
  { calendar, movements }: Counting,
): Promise<Omit<DueClock, 'superiors'> | null> {
  const { call, service } = await lawOf(tx, board)
  const { limits, closes_on: closesOn } = call
  const about = { service, limits, closesOn, calendar, today: tx.today }
  const clock = runningLimit(board.state, about)
  const ends = deadlineOf(board.state, { ...about, movements: movements.get(board.case_id) ?? [] })
  // Each objection has a clock of its own.
  if (!clock || clock.act === 'answer-objection') return null
  if (!ends || ends.left > REMIND_BEFORE) return null
  return {
    caseId: board.case_id,
    clock: clock.key,
    act: clock.act,
    due: ends.on,
    left: ends.left,
    number: board.number,
    title: titleOf(service, clock.act),
    offices: board.waits_for,
    readers: board.readers,
  }
}

function raise(error: unknown): never {
  throw error
}
