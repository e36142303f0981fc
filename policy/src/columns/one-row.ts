import type { Facts } from '../evaluate/outcome.ts'
import { MOST_RECORDS } from '../lower/layout.ts'
import type { Plan } from '../lower/lower.ts'
import { empty } from './append.ts'
import { type Columns, columnsFor } from './columns.ts'
import { interpretRow, type RowAnswers } from './interpret-row.ts'
import { type Asked, type Machine, machineFor } from './machine.ts'

/** Answers every condition and amount of a program for one set of facts. */
export type RunRow = (facts: Facts) => RowAnswers

/** Words a single row may teach the dictionary before everything is made anew. */
const SPARE = 4_096

export type Row = { readonly plan: Plan; readonly columns: Columns; readonly machine: Machine }
type Bound = {
  /** Reads one set of facts into the columns' only row. */
  readonly read: (facts: Facts) => void
  readonly run: () => RowAnswers
}

/** Columns of a single row, written again for each case. */
export function overOneRow(plan: Plan, asked: Asked, bind: (row: Row) => Bound): RunRow {
  const made = () => {
    const columns = columnsFor(plan.program, { rows: 1, records: MOST_RECORDS })
    const machine = machineFor(plan, columns, { ...asked, spare: SPARE })
    return { columns, machine, ...bind({ plan, columns, machine }) }
  }
  let at = made()
  return (facts) => {
    empty(at.columns)
    at.read(facts)
    if (!at.machine.learn()) {
      at = made()
      at.read(facts)
    }
    if (at.columns.odd.size > 0) return interpretRow(plan, at.columns, { ...asked, row: 0 })
    return at.run()
  }
}
