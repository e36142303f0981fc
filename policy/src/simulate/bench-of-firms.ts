import { appenderTo } from '../columns/append.ts'
import { type Columns, columnsFor } from '../columns/columns.ts'
import type { Asked } from '../columns/machine.ts'
import { paidAmongIn } from '../columns/paid-among.ts'
import { type Answers, answersFor, type Keep, runner } from '../columns/run.ts'
import type { Tunable } from '../columns/tunable.ts'
import type { Facts } from '../evaluate/outcome.ts'
import { lower, type Plan } from '../lower/lower.ts'
import { canonical } from '../program/canonical.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'

/** 0 not met, 1 unknown, 2 unavailable, 3 met: the two bits of a bulk run. */
export const MET = 3

/** A service as one text answers it; one that the text does not have is met by nobody. */
export type Side = {
  readonly service: Service | null
  readonly codes: Codes
  /** In fen, beside the firm's other services; not a number where it is not known. Null: nothing. */
  readonly fen: Float64Array | null
}

/** How a condition stands, row by row: two bits of each word. */
export type Codes = { readonly word: Int32Array; readonly shift: number }

type Ran = {
  readonly run: Tunable
  readonly answers: Answers
  readonly paid: readonly (Float64Array | null)[]
}

export const codeIn = ({ word, shift }: Codes, row: number): number =>
  ((word[row] ?? 0) >> shift) & 3

/** One program and the firms it is run on; its columns stay while its rules change. */
export class BenchOfFirms {
  #plan: Plan
  #ran: Ran | null = null
  /** The last run's code and room, kept for other rules over the same firms. */
  #room: Pick<Ran, 'run' | 'answers'> | null = null
  readonly #columns: Columns
  readonly #append: (facts: Facts) => void
  readonly #asked: Asked
  readonly #keep: Keep

  constructor(program: Program, { asked, keep }: { asked: Asked; keep: Keep }) {
    this.#plan = lower(program)
    this.#columns = columnsFor(program, { rows: 1_024 })
    this.#append = appenderTo(this.#columns, program).append
    this.#asked = asked
    this.#keep = keep
  }

  get program(): Program {
    return this.#plan.program
  }

  /** @throws WrongFacts when a supplied value does not fit its fact; the firm is then not there */
  add(facts: Facts): void {
    this.#append(facts)
    this.#forget()
  }

  /** Takes the last firm away again. */
  drop(): void {
    this.#columns.odd.delete(this.#columns.rows - 1)
    this.#columns.rows -= 1
    this.#forget()
  }

  /** Answers every firm, once for the rules and firms there are. */
  run(): Ran {
    if (this.#ran) return this.#ran
    const { rows } = this.#columns
    const { run, answers } = this.#room ?? this.#begin(rows)
    this.#room = { run, answers }
    run(0, rows)
    this.#ran = { run, answers, paid: paidAmongIn(this.#plan, answers, rows) }
    return this.#ran
  }

  #begin(rows: number): Pick<Ran, 'run' | 'answers'> {
    const answers = answersFor(this.#plan, { rows, keep: this.#keep })
    const bound = { columns: this.#columns, answers, asked: this.#asked }
    return { run: runner(this.#plan, bound), answers }
  }

  /**
   * Other rules over the same facts: thresholds, tables, conditions.
   * @returns false when the program asks for other facts than the columns hold
   */
  change(program: Program): boolean {
    const plan = lower(program)
    if (canonical(plan.layout) !== canonical(this.#plan.layout)) return false
    if (answersOf(plan) === answersOf(this.#plan)) this.#room?.run.tune(plan)
    else this.#room = null
    this.#plan = plan
    this.#ran = null
    return true
  }

  /** A service of the program, answered; its arrays hold until the next run. */
  side(name: string): Side {
    const { services } = this.program
    const service = Object.hasOwn(services, name) ? (services[name] ?? null) : null
    if (!service) {
      const word = new Int32Array(this.#columns.rows)
      return { service: null, codes: { word, shift: 0 }, fen: null }
    }
    const { paid } = this.run()
    const fen = paid[this.#plan.services.findIndex((one) => one.name === name)] ?? null
    return { service, codes: this.codesOf(service.needs), fen }
  }

  /** @throws RangeError when the condition was not kept */
  codesOf(condition: string): Codes {
    const { slots, words } = this.run().answers
    const at = slots.indexOf(this.#plan.conditions.findIndex(({ name }) => name === condition))
    const [word, shift] = [words[at >> 4], (at & 15) * 2]
    if (!word) throw new RangeError(`this condition was not kept: ${condition}`)
    return { word, shift }
  }

  #forget(): void {
    this.#ran = null
    this.#room = null
  }
}

/** What room a plan's answers take: the same for plans that differ in thresholds. */
function answersOf({ conditions, services }: Plan): string {
  const paid = services.map(({ name, condition, payable }) => [name, condition, payable !== null])
  return JSON.stringify([conditions.map(({ name }) => name), paid])
}
