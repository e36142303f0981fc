import type { Moved, Movement } from '../clocks/index.ts'
import type { Day, ReadTx, Words } from '../kernel/index.ts'
import { foldCase, step } from './case.ts'
import {
  type Clockwork,
  type RunningLimit,
  runningLimit,
  standingUnlessUnknown,
} from './deadlines.ts'
import { mayMove } from './move-clock.ts'
import type { OpenCase } from './open-case.ts'
import { titleOf } from './standing.ts'

/** One thing that happened to a clock, with its cause and article. */
export type ClockEvent = {
  readonly seq: number
  readonly what: 'start' | 'stop' | Movement['move']
  readonly on: Day
  /** The step whose limit it is. */
  readonly title: Words
  readonly cause: Words
  readonly cite: string | null
  readonly by: string
  /** Days more, of an extension. */
  readonly length: number | null
}

export type ClockView = {
  /** `unknown-year`: the count runs into a year whose calendar nobody has published. */
  readonly state: 'running' | 'suspended' | 'unknown-year' | 'none'
  readonly suspendedOn: Day | null
  readonly may: readonly Movement['move'][]
  readonly events: readonly ClockEvent[]
}

const MOVES: readonly Movement['move'][] = ['suspend', 'resume', 'extend']

/** The case's clocks as a line of time: start, stop, suspend, resume, extend, oldest first. */
export function viewClock(tx: ReadTx, open: OpenCase, clockwork: Clockwork): ClockView {
  const clock = runningLimit(open.state, clockwork)
  const standing = clock && standingUnlessUnknown(clock, clockwork)
  const own = (clockwork.movements ?? []).filter((one) => one.clock === clock?.key)
  const extended = own.some((one) => one.move === 'extend')
  // A pause that follows from the steps ends by itself; only one that somebody entered is taken up again.
  const suspended = own.findLast((one) => one.move !== 'extend')?.move === 'suspend'
  const overdue = standing?.due != null && tx.today > standing.due
  const fits = (move: Movement['move']) => {
    if (move === 'extend') return !extended
    return move === 'resume' ? suspended : !suspended && !overdue
  }
  return {
    state: standing?.state ?? 'none',
    suspendedOn: standing?.suspendedOn ?? null,
    may: MOVES.filter((move) => fits(move) && mayMove(tx.actor, open, { move, today: tx.today })),
    events: eventsOf(open, clockwork),
  }
}

function eventsOf(open: OpenCase, clockwork: Clockwork): ClockEvent[] {
  const moved = (clockwork.movements ?? []).map((one) => movedEvent(open, one))
  return [...startsAndStops(open, clockwork), ...moved].toSorted((a, b) => a.seq - b.seq)
}

/** Replays the case's record: a limit stops with the act that ends it, and the next one starts. */
function startsAndStops(open: OpenCase, clockwork: Clockwork): ClockEvent[] {
  const [first, ...rest] = open.entries
  let state = first && foldCase([first])
  if (!state) return []
  const events: ClockEvent[] = []
  for (const entry of rest) {
    const before = runningLimit(state, { ...clockwork, today: entry.on })
    state = step(state, entry)
    const after = runningLimit(state, { ...clockwork, today: entry.on })
    if (before?.key === after?.key) continue
    const about = { seq: entry.seq, on: entry.on, by: entry.actor.name, length: null }
    const cause = titleOf(open.service, entry.act as RunningLimit['act'])
    const because = { ...about, cause, cite: entry.cite }
    if (before) events.push({ ...because, what: 'stop', title: titleOf(open.service, before.act) })
    if (after) events.push({ ...because, what: 'start', title: titleOf(open.service, after.act) })
  }
  return events
}

function movedEvent({ service }: OpenCase, moved: Moved): ClockEvent {
  const [act] = moved.clock.split('/') as [RunningLimit['act']]
  const { seq, on, by, cite, cause } = moved
  return {
    seq,
    what: moved.move,
    on,
    title: titleOf(service, act),
    cause: { zh: cause, en: cause },
    cite,
    by,
    length: moved.move === 'extend' ? moved.length : null,
  }
}
