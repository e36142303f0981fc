import type { Columns } from '../columns/columns.ts'
import type { Machine } from '../columns/machine.ts'
import { outputsOf, START } from '../columns/outputs.ts'
import { FUNCTION_NAMES, FUNCTIONS } from '../lower/functions.ts'
import type { Plan } from '../lower/lower.ts'
import type { Id, Op, OpName } from '../lower/op.ts'
import { needed, type Step, schedule } from '../lower/schedule.ts'
import { type Batch, batchesOf } from './batches.ts'
import { LOOPS, type Loop, type Places, type Registers } from './loops.ts'

/** Where the work stands: the row, and the record of a loop. */
type Spot = { row: number; record: number }
type Act = () => void

type Making = {
  readonly plan: Plan
  readonly columns: Columns
  readonly machine: Machine
  readonly r: Registers
  readonly spot: Spot
}

export type Closures = { readonly r: Registers; readonly run: (row: number) => void }

export type Wanted = {
  readonly columns: Columns
  readonly machine: Machine
  /** Everything a plan answers where nothing is said. */
  readonly wanted?: readonly Id[]
  /** Registers that several share. */
  readonly r?: Registers
}

/** What a plan answers, worked out for one row at each call; no code is built from text. */
export function closuresFor(
  plan: Plan,
  { columns, machine, wanted = outputsOf(plan), r = new Float64Array(plan.ops.length) }: Wanted,
): Closures {
  const spot: Spot = { row: 0, record: -1 }
  const making: Making = { plan, columns, machine, r, spot }
  const ids = needed(plan.ops, wanted)
  const fixed = [...ids].sort((a, b) => a - b).filter((id) => plan.ops[id]?.fixed)
  stretchOf(making, fixed)()
  const steps = schedule(plan.ops, ids).map((step) => stepOf(making, step))
  return {
    r,
    run: (row) => {
      spot.row = row
      for (const step of steps) step()
    },
  }
}

function stepOf(making: Making, step: Step): Act {
  if (step.kind === 'row') return stretchOf(making, step.ids)
  const { plan, r, spot, columns } = making
  const body = stretchOf(making, [...step.body])
  const starts = step.reductions.map((id) => [id, START[plan.ops[id]?.is ?? ''] ?? 0] as const)
  const gather = batchesOf(plan.ops, step.reductions).flatMap((batch) => actsOf(making, batch))
  const child = columns.records[step.records]
  return () => {
    for (const [id, start] of starts) r[id] = start
    const to = child?.offsets[spot.row + 1] ?? 0
    for (let record = child?.offsets[spot.row] ?? 0; record < to; record += 1) {
      spot.record = record
      body()
      for (const act of gather) act()
    }
    spot.record = -1
  }
}

/** Operations in an order of their own: batches of alike ones, and an act for each that is none. */
function stretchOf(making: Making, ids: readonly Id[]): Act {
  const acts = batchesOf(making.plan.ops, ids).flatMap((batch) => actsOf(making, batch))
  return () => {
    for (const act of acts) act()
  }
}

function actsOf(making: Making, { is, ids }: Batch): readonly Act[] {
  const loop = LOOPS[is]
  if (LOADED.includes(is)) return loadsOf(making, ids)
  return loop ? [batchOf(making, ids, loop)] : ids.map((id) => closureOf(making, id))
}

function batchOf({ plan, r }: Making, ids: readonly Id[], loop: Loop): Act {
  const placesOf = (operand: number) => Int32Array.from(ids, (id) => plan.ops[id]?.of[operand] ?? 0)
  const places: Places = {
    to: Int32Array.from(ids),
    a: placesOf(0),
    b: placesOf(1),
    c: placesOf(2),
  }
  return () => loop(places, r)
}

const LOADED: readonly OpName[] = ['value', 'state', 'rows-state']

/** Cells of the row, then cells of the record at hand. */
function loadsOf(making: Making, ids: readonly Id[]): readonly Act[] {
  const { plan, r, spot } = making
  const [own = [], inside = []] = [false, true].map((within) =>
    ids.filter((id) => (plan.ops[id]?.records ?? -1) >= 0 === within),
  )
  const cellsOf = (list: readonly Id[]) => list.map((id) => [id, cells(making, id)] as const)
  const [row, record] = [cellsOf(own), cellsOf(inside)]
  return [
    () => {
      for (const [id, from] of row) r[id] = from[spot.row] as number
    },
    () => {
      for (const [id, from] of record) r[id] = from[spot.record] as number
    },
  ]
}

function cells({ plan, columns }: Making, id: Id): ArrayLike<number> {
  const { is, at, records } = plan.ops[id] ?? { is: 'value', at: -1, records: -1 }
  if (is === 'rows-state') return columns.records[at]?.states ?? []
  const all = records < 0 ? columns.cells : columns.records[records]?.cells
  return all?.[at]?.[is === 'value' ? 'values' : 'states'] ?? []
}

type Make = (making: Making, op: Op, id: Id) => Act

function closureOf(making: Making, id: Id): Act {
  const op = making.plan.ops[id]
  if (!op) throw new RangeError(`no such operation: ${id}`)
  const make = MAKE[op.is]
  if (!make) throw new RangeError(`no such operation: ${op.is}`)
  return make(making, op, id)
}

const MAKE: Readonly<Partial<Record<Op['is'], Make>>> = {
  constant:
    ({ r }, { at }, id) =>
    () => {
      r[id] = at
    },
  parameter:
    ({ r, machine }, { at }, id) =>
    () => {
      r[id] = machine.parameters[at] ?? 0
    },
  test: ({ r, machine }, { at, of: [code = 0] }, id) => {
    const table = machine.tests[at]
    return () => {
      r[id] = table?.[r[code] ?? 0] ?? 0
    }
  },
  call: ({ r }, { at, of: [a = 0, b = 0, c = 0] }, id) => {
    const by = FUNCTIONS[FUNCTION_NAMES[at] ?? '']
    if (!by) throw new RangeError(`no such function: ${at}`)
    return () => {
      r[id] = by(r[a] ?? 0, r[b] ?? 0, r[c] ?? 0)
    }
  },
  working: ({ r, machine }, { of: [day = 0, by = 0, s = 0] }, id) => {
    return () => {
      r[id] = machine.working(r[day] ?? 0, r[by] ?? 0, r[s] ?? 0)
    }
  },
  fuzz: ({ r }, { of: [n = 0, e = 0] }, id) => {
    return () => {
      const [size, before] = [Math.abs(r[n] ?? 0), r[e] ?? 0]
      r[id] = before === 0 && size < 2 ** 53 ? 0 : before + size * 2 ** -52
    }
  },
  near: ({ r }, { of: [difference = 0, e = 0, s = 0] }, id) => {
    return () => {
      const error = r[e] ?? 0
      const close = error > 0 && Math.abs(r[difference] ?? 0) <= error * 1.001
      r[id] = (r[s] === 0 && close) || error === Infinity ? 1 : 0
    }
  },
  order: ({ r, machine }, { of: [close = 0, difference = 0, ...sides] }, id) => {
    const [a = 0, b = 0, c = 0, d = 0] = sides
    return () => {
      r[id] =
        r[close] === 1
          ? machine.order([r[a] ?? 0, r[b] ?? 0, r[c] ?? 0, r[d] ?? 0])
          : (r[difference] ?? 0)
    }
  },
  exact: ({ r, machine, spot }, { at, of: [near = 0, value = 0] }, id) => {
    return () => {
      r[id] = r[near] === 1 ? machine.exact(at, spot.row, spot.record) : (r[value] ?? 0)
    }
  },
}
