import { conditionTruth } from '../evaluate/condition-truth.ts'
import { work } from '../evaluate/formula.ts'
import type { Frame } from '../evaluate/frame.ts'
import { readGiven } from '../evaluate/given.ts'
import type { Plan } from '../lower/lower.ts'
import { NO, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import type { Condition } from '../program/condition.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import { type Day, dayOf } from '../values/day.ts'
import type { Truth } from '../values/truth.ts'
import type { Columns } from './columns.ts'
import { factsAt } from './facts-at.ts'
import { type Asked, fenOf } from './machine.ts'

/** What a run keeps of one row. */
export type RowAnswers = {
  /** By condition of the plan, one bit. */
  readonly conditions: readonly number[]
  /** By service: before and after caps, in fen; not a number where there is none. */
  readonly amounts: readonly { readonly amount: number; readonly payable: number }[]
}

const BITS = { yes: YES, no: NO, unknown: UNKNOWN, unavailable: UNAVAILABLE } as const

/** A row no column holds exactly, answered by the interpreter. */
export function interpretRow(
  plan: Plan,
  columns: Columns,
  spot: Asked & { row: number },
): RowAnswers {
  const { program } = plan
  const frame: Frame = {
    program,
    given: readGiven(program, factsAt(columns, spot.row)),
    on: dayOf(spot.on) as Day,
    workingDays: spot.workingDays ?? null,
    record: null,
    worked: new Map(),
  }
  const conditions = plan.conditions.map(({ name }) => {
    const condition = conditionNamed(program, name)
    return condition ? BITS[settled(condition, frame)] : UNKNOWN
  })
  const fen = (value: string | undefined) =>
    value === undefined ? Number.NaN : fenOf(work({ kind: 'value', name: value }, frame))
  const amounts = plan.services.map(({ name }) => {
    const pays = program.services[name]?.pays
    return { amount: fen(pays?.amount), payable: fen(pays?.payable) }
  })
  return { conditions, amounts }
}

function settled(condition: Condition, frame: Frame): Truth {
  return conditionTruth(condition, frame, (member) => settled(member, frame))
}
