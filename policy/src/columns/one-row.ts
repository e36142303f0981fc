import type { Facts } from '../evaluate/outcome.ts'
import { MOST_RECORDS } from '../lower/layout.ts'
import type { Plan } from '../lower/lower.ts'
import { appenderTo, empty } from './append.ts'
import { type Columns, columnsFor } from './columns.ts'
import { interpretRow, type RowAnswers } from './interpret-row.ts'
import { type Asked, type Machine, machineFor } from './machine.ts'

/** Answers every condition and amount of a program for one set of facts. */
export type RunRow = (facts: Facts) => RowAnswers

/** Words a single row may teach the dictionary before everything is made anew. */
const SPARE = 4_096

type Row = { readonly columns: Columns; readonly machine: Machine }
type Bound = { readonly run: (row: number) => void; readonly registers: Float64Array }

/** Columns of a single row, written again for each case. */
export function overOneRow(plan: Plan, asked: Asked, bind: (row: Row) => Bound): RunRow {
  const made = () => {
    const columns = columnsFor(plan.program, { rows: 1, records: MOST_RECORDS })
    const machine = machineFor(plan, columns, { ...asked, spare: SPARE })
    const { append } = appenderTo(columns, plan.program)
    return { columns, machine, append, ...bind({ columns, machine }) }
  }
  let at = made()
  return (facts) => {
    empty(at.columns)
    at.append(facts)
    if (!at.machine.learn()) {
      at = made()
      at.append(facts)
    }
    if (at.columns.odd.size > 0) return interpretRow(plan, at.columns, { ...asked, row: 0 })
    at.run(0)
    return answersIn(plan, at.registers)
  }
}

function answersIn(plan: Plan, out: Float64Array): RowAnswers {
  const fen = (id: number | null) => (id === null ? Number.NaN : (out[id] ?? Number.NaN))
  return {
    conditions: plan.conditions.map(({ t }) => out[t] ?? 0),
    amounts: plan.services.map(({ amount, payable }) => ({
      amount: fen(amount),
      payable: fen(payable),
    })),
  }
}
