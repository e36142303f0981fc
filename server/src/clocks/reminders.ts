import { sql } from 'kysely'
import {
  announce,
  type Day,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'

export type Level = 'before' | 'at' | 'over'

/** A clock that is near its end or past it. */
export type DueClock = {
  readonly caseId: string
  readonly clock: string
  readonly act: string
  readonly due: Day
  /** Working days left; negative when it is past. */
  readonly left: number
  readonly number: string | null
  readonly title: Words
  /** Keys of the offices the case waits for, and of those above them. */
  readonly offices: readonly string[]
  readonly superiors: readonly string[]
  readonly readers: readonly string[]
}

export type Reminder = {
  readonly caseId: string
  readonly level: Level
  readonly act: string
  readonly due: Day
  readonly number: string | null
  readonly title: Words
  readonly offices: readonly string[]
  readonly on: Day
}

type Tables = {
  clock_reminders: {
    zone_id: ZoneId
    case_id: string
    clock: string
    level: Level
    due_on: Day
    act: string
    number: string | null
    title: Words
    offices: string[]
    readers: string[]
    on_day: Day
    closed_on: Day | null
  }
}

/** What this room announces of a clock's end. */
export type ReminderEvent = 'clock.reminded'

/** An office is reminded this many working days before a limit ends. */
export const REMIND_BEFORE = 2

/**
 * Makes the reminders that are due and were not made: two working days before a limit, on its last
 * day, and once it is past to the superior office as well (催办、督办). Each is made once a clock and due
 * day; those whose clock no longer runs are closed. Announces `clock.reminded` for each.
 */
export async function remind(tx: WriteTx, due: readonly DueClock[]): Promise<number> {
  await closeOthers(tx, due)
  let made = 0
  for (const clock of due) {
    const level = levelOf(clock.left)
    if (level === null || !(await insertReminder(tx, clock, level))) continue
    made += 1
    const { caseId, act, due: on } = clock
    const payload = { case: caseId, act, level, due: on, offices: [...toldOf(clock, level)] }
    await announce(tx, { type: 'clock.reminded' satisfies ReminderEvent, payload })
  }
  return made
}

/** Open reminders for any of the offices, the most overdue first. */
export async function listReminders(tx: ReadTx, offices: readonly string[]): Promise<Reminder[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('clock_reminders')
    .select(['case_id', 'level', 'act', 'due_on', 'number', 'title', 'offices', 'on_day'])
    .distinctOn(['due_on', 'case_id'])
    .where('zone_id', '=', tx.zone)
    .where('closed_on', 'is', null)
    .where(sql<boolean>`offices && ${[...offices]}::text[]`)
    .orderBy('due_on')
    .orderBy('case_id')
    .orderBy(sql`array_position(array['over', 'at', 'before'], level)`)
    .limit(100)
    .execute()
  return rows.map((row) => ({
    caseId: row.case_id,
    level: row.level,
    act: row.act,
    due: row.due_on,
    number: row.number,
    title: row.title,
    offices: row.offices,
    on: row.on_day,
  }))
}

function levelOf(left: number): Level | null {
  if (left < 0) return 'over'
  if (left === 0) return 'at'
  return left <= REMIND_BEFORE ? 'before' : null
}

function toldOf(clock: DueClock, level: Level): ReadonlySet<string> {
  return new Set([...clock.offices, ...(level === 'over' ? clock.superiors : [])])
}

async function insertReminder(tx: WriteTx, clock: DueClock, level: Level): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await writer<Tables>(tx)
    .insertInto('clock_reminders')
    .values({
      zone_id: tx.zone,
      case_id: clock.caseId,
      clock: clock.clock,
      level,
      due_on: clock.due,
      act: clock.act,
      number: clock.number,
      title: clock.title,
      offices: [...toldOf(clock, level)],
      readers: [...clock.readers],
      on_day: tx.today,
      closed_on: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

async function closeOthers(tx: WriteTx, due: readonly DueClock[]): Promise<void> {
  const running = due.map((one) => `${one.caseId} ${one.clock} ${one.due}`)
  await writer<Tables>(tx)
    .updateTable('clock_reminders')
    .set({ closed_on: tx.today })
    .where('zone_id', '=', tx.zone)
    .where('closed_on', 'is', null)
    .where(
      sql<boolean>`not (case_id || ' ' || clock || ' ' || due_on::text = any (${running}::text[]))`,
    )
    .execute()
}
