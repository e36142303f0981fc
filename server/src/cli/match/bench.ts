import {
  type Answers,
  answersFor,
  appenderTo,
  type Columns,
  columnsFor,
  runner,
} from '@banfa/policy/bulk'
import { lower, type Plan } from '@banfa/policy/one-case'
import type { Facts, Program, WorkingDays } from '@banfa/policy/run'
import { withChoices } from './missing.ts'

/** Rows worked on at a time: what stays in a processor's cache. */
export const SLICE = 4_096
/** So many words of free text, and the dictionary is begun anew. */
const WORDS = 50_000

export type BenchAsked = { readonly on: string; readonly workingDays: WorkingDays }

type Run = ReturnType<typeof runner>

/** The columns of one program, filled and answered slice after slice by the same generated code. */
export class Bench {
  readonly plan: Plan
  readonly program: Program
  readonly #asked: BenchAsked
  readonly #runs = new Map<string, { run: Run; plan: Plan; answers: Answers }>()
  #columns: Columns
  #append: (facts: Facts) => void
  #grown = ''

  constructor(program: Program, asked: BenchAsked) {
    this.program = program
    this.plan = lower(withChoices(program))
    this.#asked = asked
    this.#columns = columnsFor(program, { rows: SLICE })
    this.#append = appenderTo(this.#columns, program).append
  }

  get columns(): Columns {
    return this.#columns
  }

  get rows(): number {
    return this.#columns.rows
  }

  /** No row is there any more. */
  clear(): void {
    this.#columns.rows = 0
    this.#columns.odd.clear()
    this.#columns.registers.clear()
    if (this.#columns.dictionary.values.length < WORDS) return
    this.#columns = columnsFor(this.program, { rows: SLICE })
    this.#append = appenderTo(this.#columns, this.program).append
    this.#runs.clear()
  }

  /** @throws WrongFacts when a value does not fit its fact; the row is then not there */
  add(facts: Facts): void {
    this.#append(facts)
  }

  /** The codes of the conditions kept, and the money, of every row. */
  answer(key: string, make: (plan: Plan) => { plan: Plan; answers: Answers }): Answers {
    this.#follow()
    const { run, answers } = this.#runs.get(key) ?? this.#begin(key, make(this.plan))
    run(0, this.#columns.rows)
    return answers
  }

  #begin(key: string, { plan, answers }: { plan: Plan; answers: Answers }) {
    const bound = { columns: this.#columns, answers, asked: this.#asked }
    const begun = { run: runner(plan, bound), plan, answers }
    this.#runs.set(key, begun)
    return begun
  }

  /** Code holds the arrays it was bound to: where they or the dictionary grew, it is bound anew. */
  #follow(): void {
    const { dictionary, records } = this.#columns
    const sizes = records.map(({ cells }) => cells[0]?.values.length ?? 0)
    const grown = [dictionary.values.length, ...sizes].join()
    if (grown === this.#grown) return
    this.#grown = grown
    for (const { run, plan } of this.#runs.values()) run.tune(plan)
  }
}

/** Every condition, and what is payable. */
export const everything = (plan: Plan) => ({
  plan,
  answers: answersFor(plan, { rows: SLICE, keep: 'conditions' }),
})

/** The amounts before caps, history and rounding, in the place of what is payable. */
export function amountsOnly(of: Plan) {
  const services = of.services.map((one) => ({ ...one, payable: one.amount }))
  const plan = { ...of, services }
  const { payable } = answersFor(plan, { rows: SLICE, keep: 'services' })
  return { plan, answers: { keep: 'services', slots: [], words: [], payable } satisfies Answers }
}

/** One condition and no money: the least there is to run. */
export const only = (condition: number) => (of: Plan) => {
  const services = of.services.map((one) => ({ ...one, payable: null, amount: null }))
  const words = [new Int32Array(SLICE)]
  const payable = services.map(() => null)
  const answers: Answers = { keep: 'services', slots: [condition], words, payable }
  return { plan: { ...of, services }, answers }
}
