import { appenderTo } from '../columns/append.ts'
import { type Columns, columnsFor } from '../columns/columns.ts'
import type { Asked } from '../columns/machine.ts'
import { type Answers, answersFor, codeAt, runner } from '../columns/run.ts'
import type { Facts } from '../evaluate/outcome.ts'
import { lower, type Plan } from '../lower/lower.ts'
import { canonical } from '../program/canonical.ts'
import type { Program } from '../program/program.ts'

/** 0 not met, 1 unknown, 2 unavailable, 3 met: the two bits of a bulk run. */
export const MET = 3

/** One program and the firms it is run on; its columns stay while its rules change. */
export class BenchOfFirms {
  #plan: Plan
  #answers: Answers | null = null
  readonly #columns: Columns
  readonly #append: (facts: Facts) => void
  readonly #asked: Asked

  constructor(program: Program, asked: Asked) {
    this.#plan = lower(program)
    this.#columns = columnsFor(program, { rows: 1_024 })
    this.#append = appenderTo(this.#columns, program).append
    this.#asked = asked
  }

  get program(): Program {
    return this.#plan.program
  }

  get rows(): number {
    return this.#columns.rows
  }

  /** @throws WrongFacts when a supplied value does not fit its fact; the firm is then not there */
  add(facts: Facts): void {
    this.#append(facts)
  }

  /** Takes the last firm away again. */
  drop(): void {
    this.#columns.odd.delete(this.#columns.rows - 1)
    this.#columns.rows -= 1
  }

  /** Answers every firm. */
  run(): void {
    const { rows } = this.#columns
    this.#answers = answersFor(this.#plan, { rows, keep: 'conditions' })
    const bound = { columns: this.#columns, answers: this.#answers, asked: this.#asked }
    runner(this.#plan, bound)(0, rows)
  }

  /**
   * Other rules over the same facts: thresholds, tables, conditions.
   * @returns false when the program asks for other facts than the columns hold
   */
  change(program: Program): boolean {
    const plan = lower(program)
    if (canonical(plan.layout) !== canonical(this.#plan.layout)) return false
    this.#plan = plan
    this.#answers = null
    return true
  }

  /** How a service (or a condition of it) stands for a row; the code of the two bits. */
  codesOf(condition: string): (row: number) => number {
    const answers = this.#ran()
    const at = this.#plan.conditions.findIndex(({ name }) => name === condition)
    return (row) => codeAt(answers, at, row)
  }

  /** What a service pays a row, in fen; NaN where it is not known, 0 where it pays nothing. */
  fenOf(service: string): (row: number) => number {
    const at = this.#plan.services.findIndex(({ name }) => name === service)
    const fen = this.#ran().payable[at] ?? null
    return (row) => (fen ? (fen[row] ?? Number.NaN) : 0)
  }

  #ran(): Answers {
    if (!this.#answers) this.run()
    if (!this.#answers) throw new Error('a run leaves answers')
    return this.#answers
  }
}
