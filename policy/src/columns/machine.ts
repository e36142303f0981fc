import { truthOf, work } from '../evaluate/formula.ts'
import type { Frame, Result, WorkingDays } from '../evaluate/frame.ts'
import { readGiven } from '../evaluate/given.ts'
import { BEYOND_CALENDAR } from '../lower/days.ts'
import { dayOfNumber, exactOrder, numberOfDay } from '../lower/functions.ts'
import type { Plan } from '../lower/lower.ts'
import type { Site } from '../lower/lowering.ts'
import { NO, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import { type Day, dayOf } from '../values/day.ts'
import { dividedBy, type Rational, ratio, times } from '../values/rational.ts'
import type { Columns } from './columns.ts'
import { factsAt } from './facts-at.ts'
import { answersTo, codeOf } from './lexicon.ts'

/** The day asked and the calendar: all a run depends on besides program and columns. */
export type Asked = {
  /** yyyy-mm-dd */
  readonly on: string
  readonly workingDays?: WorkingDays | null
}

/** What code and closures work with beside the cells. */
export type Machine = {
  readonly parameters: Float64Array
  readonly tests: readonly Uint8Array[]
  /** Answers the tests for what the dictionary has learnt since; false when there is no room left. */
  readonly learn: () => boolean
  /** The interpreter's answer for a node of a row, where doubles are too near. */
  readonly exact: (site: number, row: number, record: number) => number
  readonly order: (of: readonly [number, number, number, number]) => number
  readonly working: (day: number, by: number, state: number) => number
  /** How often the interpreter was asked. */
  readonly asked: { exact: number }
}

/**
 * `spare` is room for words the dictionary is still to learn.
 * @throws RangeError when `on` is no day
 */
export function machineFor(
  plan: Plan,
  columns: Columns,
  asked: Asked & { spare?: number },
): Machine {
  const on = dayOf(asked.on)
  if (!on) throw new RangeError(`not a day: ${asked.on}`)
  const parameters = Float64Array.from(plan.parameters, (one) => {
    if (one.is === 'threshold') return one.number
    return one.is === 'day-asked' ? numberOfDay(on) : codeOf(columns.dictionary, one.value)
  })
  const count = { exact: 0 }
  const frames = frameReader(plan, columns, { ...asked, on })
  const size = columns.dictionary.values.length + (asked.spare ?? 0)
  const tests = plan.tests.map(() => new Uint8Array(size))
  const learner = learning(plan, columns, tests)
  learner()
  return {
    parameters,
    tests,
    learn: learner,
    exact: (at, row, record) => {
      count.exact += 1
      const site = plan.sites[at]
      return site ? exactly(site, frames({ row, record, site })) : 0
    },
    order: exactOrder,
    working: workingDays(asked.workingDays ?? null),
    asked: count,
  }
}

function learning(plan: Plan, columns: Columns, tests: readonly Uint8Array[]): () => boolean {
  let known = 0
  return () => {
    const { values } = columns.dictionary
    const room = tests[0]?.length ?? Infinity
    if (values.length === known || values.length > room) return values.length <= room
    for (const [at, test] of plan.tests.entries()) {
      tests[at]?.set(answersTo(test, columns.dictionary, known), known)
    }
    known = values.length
    return true
  }
}

/** A calendar asked once a day. */
function workingDays(calendar: WorkingDays | null): Machine['working'] {
  const known = new Map<number, boolean | null>()
  const isWorking = (day: number) => {
    const seen = known.get(day)
    if (seen !== undefined) return seen
    const is = calendar ? calendar(dayOfNumber(day) as Day) : null
    known.set(day, is)
    return is
  }
  const moved = (from: number, by: number): number => {
    let day = from
    for (let left = Math.abs(by); left > 0; ) {
      day += Math.sign(by)
      const working = isWorking(day)
      if (working === null) return BEYOND_CALENDAR
      if (working) left -= 1
    }
    return day
  }
  return (from, by, state) => {
    if (state !== 0) return from
    return calendar === null ? BEYOND_CALENDAR : moved(from, by)
  }
}

type Spot = { readonly row: number; readonly record: number; readonly site: Site }

/** Frames of the interpreter over a row of columns; the last row's is kept. */
function frameReader(
  plan: Plan,
  columns: Columns,
  asked: Asked & { readonly on: Day },
): (spot: Spot) => Frame {
  let last: { readonly row: number; readonly frame: Frame } | null = null
  const frameOf = (row: number): Frame => ({
    program: plan.program,
    given: readGiven(plan.program, factsAt(columns, row)),
    on: asked.on,
    workingDays: asked.workingDays ?? null,
    record: null,
    worked: new Map(),
  })
  return ({ row, record, site }) => {
    // A single row is written anew for each question, so only rows of many are kept.
    if (last?.row !== row || columns.rows <= 1) last = { row, frame: frameOf(row) }
    const { frame } = last
    const records = columns.layout.records[site.records]
    if (!records) return frame
    const from = columns.records[site.records]?.offsets[row] ?? 0
    const known = frame.given.records.get(records.name)
    return { ...frame, record: (known?.state === 'known' && known.rows[record - from]) || null }
  }
}

const BITS = { yes: YES, no: NO, unknown: UNKNOWN, unavailable: UNAVAILABLE } as const

function exactly(site: Site, frame: Frame): number {
  if (site.gives === 'truth') return BITS[truthOf(site.expression, frame)]
  const result = work(site.expression, frame)
  if (site.gives === 'fen') return fenOf(result)
  // What lacks after all is passed on as a number nobody trusts.
  const step = site.step
  if ('lacks' in result) return Infinity
  const steps = step && result.value.kind === 'quantity' && dividedBy(result.value.amount, step)
  return steps ? nearest(steps) : 0
}

export function fenOf(result: Result): number {
  if ('lacks' in result || result.value.kind !== 'quantity') return Number.NaN
  return nearest(times(result.value.amount, ratio(100n, 1n)))
}

/** The double nearest to an exact number. */
export function nearest({ over, under }: Rational): number {
  const [n, d] = [Number(over), Number(under)]
  if (Math.abs(n) <= Number.MAX_SAFE_INTEGER && d <= Number.MAX_SAFE_INTEGER) return n / d
  const [size, by] = [BigInt(over), BigInt(under)]
  const digits = 10n ** BigInt(Math.max(0, 25 + under.length - over.length))
  return Number(`${(size * digits) / by}e-${digits.toString().length - 1}`)
}
