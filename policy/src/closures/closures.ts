import type { Columns } from '../columns/columns.ts'
import type { Machine } from '../columns/machine.ts'
import { outputsOf, START } from '../columns/outputs.ts'
import { FUNCTION_NAMES, FUNCTIONS } from '../lower/functions.ts'
import type { Plan } from '../lower/lower.ts'
import { ANY_OF, BINARY, type Binary, type Id, LACK_OF, NOT_OF, type Op } from '../lower/op.ts'
import { needed, type Step, schedule } from '../lower/schedule.ts'

/** A graph as a list of closures over one array of numbers: no code is built from text. */
export type Registers = Float64Array

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

export function closuresFor(
  plan: Plan,
  bound: { readonly columns: Columns; readonly machine: Machine },
): Closures {
  const r = new Float64Array(plan.ops.length)
  const spot: Spot = { row: 0, record: -1 }
  const making: Making = { plan, ...bound, r, spot }
  const ids = needed(plan.ops, outputsOf(plan))
  const fixed = [...ids].sort((a, b) => a - b).filter((id) => plan.ops[id]?.fixed)
  for (const act of fixed.map((id) => closureOf(making, id))) act()
  const acts = schedule(plan.ops, ids).flatMap((step) => actsOf(making, step))
  return {
    r,
    run: (row) => {
      spot.row = row
      for (const act of acts) act()
    },
  }
}

function actsOf(making: Making, step: Step): readonly Act[] {
  if (step.kind === 'row') return step.ids.map((id) => closureOf(making, id))
  const { plan, r, spot, columns } = making
  const body = step.body.map((id) => closureOf(making, id))
  const starts = step.reductions.map((id) => [id, START[plan.ops[id]?.is ?? ''] ?? 0] as const)
  const gather = step.reductions.map((id) => reductionOf(making, id))
  const child = columns.records[step.records]
  return [
    () => {
      for (const [id, start] of starts) r[id] = start
      const to = child?.offsets[spot.row + 1] ?? 0
      for (let record = child?.offsets[spot.row] ?? 0; record < to; record += 1) {
        spot.record = record
        for (const act of body) act()
        for (const act of gather) act()
      }
      spot.record = -1
    },
  ]
}

function reductionOf({ plan, r }: Making, id: Id): Act {
  const op = plan.ops[id]
  const [of = 0] = op?.of ?? []
  const by = BINARY[(op?.is.slice('reduce-'.length) ?? 'add') as Binary]
  return () => {
    r[id] = by(r[id] ?? 0, r[of] ?? 0)
  }
}

type Make = (making: Making, op: Op, id: Id) => Act

function closureOf(making: Making, id: Id): Act {
  const op = making.plan.ops[id]
  if (!op) throw new RangeError(`no such operation: ${id}`)
  return (MAKE[op.is] ?? binary)(making, op, id)
}

const binary: Make = ({ r }, { is, of: [a = 0, b = 0] }, id) => {
  const by = BINARY[is as Binary]
  return () => {
    r[id] = by(r[a] ?? 0, r[b] ?? 0)
  }
}

const unary =
  (by: (a: number) => number): Make =>
  ({ r }, { of: [a = 0] }, id) =>
  () => {
    r[id] = by(r[a] ?? 0)
  }

const looked = (table: Uint8Array) => unary((a) => table[a] ?? 0)
const chosen: Make = ({ r }, { of: [when = 0, a = 0, b = 0] }, id) => {
  return () => {
    r[id] = (r[when] === 1 ? r[a] : r[b]) ?? 0
  }
}

const load =
  (part: 'values' | 'states'): Make =>
  ({ columns, r, spot }, { at, records }, id) => {
    const cells = records < 0 ? columns.cells[at] : columns.records[records]?.cells[at]
    if (records < 0) {
      return () => {
        r[id] = cells?.[part]?.[spot.row] ?? 0
      }
    }
    return () => {
      r[id] = cells?.[part]?.[spot.record] ?? 0
    }
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
  value: load('values'),
  state: load('states'),
  'rows-state':
    ({ r, columns, spot }, { at }, id) =>
    () => {
      r[id] = columns.records[at]?.states[spot.row] ?? 0
    },
  abs: unary(Math.abs),
  neg: unary((a) => -a),
  lack: looked(LACK_OF),
  low: unary((a) => a & -a),
  any: looked(ANY_OF),
  not: looked(NOT_OF),
  truth: ({ r }, { of: [holds = 0, s = 0] }, id) => {
    return () => {
      const state = r[s] ?? 0
      r[id] = state !== 0 ? state : r[holds] === 1 ? 8 : 1
    }
  },
  select: chosen,
  pick: chosen,
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
