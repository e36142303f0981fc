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

/** What is done with a row: `about` says what of it is wanted. */
export type Bound<About, Told> = {
  /** Reads one set of facts into the columns' only row. */
  readonly read: (facts: Facts) => void
  readonly run: (facts: Facts, about: About) => Told
}

/** How a row is bound, and what the interpreter says of one that no column holds exactly. */
export type Over<About, Told> = {
  readonly bind: (row: Row) => Bound<About, Told>
  readonly odd: (columns: Columns, facts: Facts, about: About) => Told
}

/** Columns of a single row, written again for each case. */
export function overOneRow<About, Told>(
  plan: Plan,
  asked: Asked,
  { bind, odd }: Over<About, Told>,
): (facts: Facts, about: About) => Told {
  const made = () => {
    const columns = columnsFor(plan.program, { rows: 1, records: MOST_RECORDS })
    const machine = machineFor(plan, columns, { ...asked, spare: SPARE })
    return { columns, machine, ...bind({ plan, columns, machine }) }
  }
  let at = made()
  return (facts, about) => {
    empty(at.columns)
    at.read(facts)
    if (!at.machine.learn()) {
      at = made()
      at.read(facts)
    }
    return at.columns.odd.size > 0 ? odd(at.columns, facts, about) : at.run(facts, about)
  }
}

/** The same for all answers at once. */
export function answersOverOneRow(
  plan: Plan,
  asked: Asked,
  bind: (row: Row) => Bound<void, RowAnswers>,
): RunRow {
  const odd = (columns: Columns) => interpretRow(plan, columns, { ...asked, row: 0 })
  return overOneRow(plan, asked, { bind, odd })
}
