import { appenderTo } from '../columns/append.ts'
import type { RowAnswers } from '../columns/interpret-row.ts'
import type { Asked } from '../columns/machine.ts'
import { answersOverOneRow, type RunRow } from '../columns/one-row.ts'
import type { Plan } from '../lower/lower.ts'
import type { Id } from '../lower/op.ts'
import { closuresFor } from './closures.ts'

/** Every answer for one set of facts, where code may not be built from text. */
export function rowClosures(plan: Plan, asked: Asked): RunRow {
  return answersOverOneRow(plan, asked, (row) => {
    const { r, run } = closuresFor(plan, { columns: row.columns, machine: row.machine })
    return {
      read: appenderTo(row.columns, plan.program).append,
      run: () => {
        run(0)
        return answersIn(plan, r)
      },
    }
  })
}

function answersIn(plan: Plan, out: Float64Array): RowAnswers {
  const fen = (id: Id | null) => (id === null ? Number.NaN : (out[id] ?? Number.NaN))
  return {
    conditions: plan.conditions.map(({ t }) => out[t] ?? 0),
    amounts: plan.services.map(({ amount, payable }) => ({
      amount: fen(amount),
      payable: fen(payable),
    })),
  }
}
