import { type DueClock, listAllMovements, REMIND_BEFORE } from '../clocks/index.ts'
import { listOffices } from '../identity/index.ts'
import { addDays, loadCalendar, type ReadTx } from '../kernel/index.ts'
import { selectOpenBoards } from './board-store.ts'
import { deadlineOf, runningLimit } from './deadlines.ts'
import { listDueObjections } from './objections/list-objections.ts'
import { lawOf } from './open-case.ts'
import { titleOf } from './standing.ts'

/** No holiday is longer than this, so a limit that is two working days away is within it. */
const LOOK_AHEAD = REMIND_BEFORE + 14

/**
 * The clocks that end within two working days or have ended, with the offices they wait for and the
 * bureau above. For the timed reminder, as the machine.
 */
export async function listDueClocks(tx: ReadTx): Promise<DueClock[]> {
  const calendar = await loadCalendar(tx)
  const movements = await listAllMovements(tx)
  const superiors = (await listOffices(tx))
    .filter((office) => office.level === 'city')
    .map((office) => office.key)
  const due: DueClock[] = await listDueObjections(tx, superiors)
  for (const board of await selectOpenBoards(tx, { until: addDays(tx.today, LOOK_AHEAD) })) {
    const { call, service } = await lawOf(tx, board)
    const { limits, closes_on: closesOn } = call
    const about = { service, limits, closesOn, calendar, today: tx.today }
    const clock = runningLimit(board.state, about)
    const ends = deadlineOf(board.state, {
      ...about,
      movements: movements.get(board.case_id) ?? [],
    })
    // Each objection has a clock of its own.
    if (clock?.act === 'answer-objection') continue
    if (!clock || !ends || ends.left > REMIND_BEFORE) continue
    due.push({
      caseId: board.case_id,
      clock: clock.key,
      act: clock.act,
      due: ends.on,
      left: ends.left,
      number: board.number,
      title: titleOf(service, clock.act),
      offices: board.waits_for,
      superiors,
      readers: board.readers,
    })
  }
  return due
}
