import type { WorkingDays } from '../evaluate/frame.ts'
import { type Known, readGiven } from '../evaluate/given.ts'
import type { Facts } from '../evaluate/outcome.ts'
import type { Program } from '../program/program.ts'
import type { Truth } from '../values/truth.ts'
import type { Lever } from './lever.ts'
import { type Scalar, scalar } from './scalar.ts'

export type Row = Map<string, Scalar>

/**
 * One case in doubles, quick to change and change back. It only proposes: what is shown has been
 * through the interpreter.
 */
export class Sketch {
  readonly program: Program
  readonly workingDays: WorkingDays | null
  on: string
  readonly facts = new Map<string, Scalar>()
  readonly rows = new Map<string, readonly Row[]>()
  readonly truths: ReadonlyMap<string, Truth>
  readonly worked = new Map<string, Scalar>()
  /** The record at hand, inside a formula over records. */
  record: Row | null = null

  constructor(
    program: Program,
    asked: { readonly facts: Facts; readonly on: string; readonly workingDays?: WorkingDays },
  ) {
    this.program = program
    this.on = asked.on
    this.workingDays = asked.workingDays ?? null
    const given = readGiven(program, asked.facts)
    this.truths = given.truths
    for (const [name, known] of given.facts) this.facts.set(name, scalarOf(known))
    for (const [name, known] of given.records) {
      if (known.state !== 'known') continue
      const rows = known.rows.map(
        (row) => new Map([...row].map(([field, one]) => [field, scalarOf(one)])),
      )
      this.rows.set(name, rows)
    }
  }

  get(lever: Lever): Scalar {
    if (lever.kind === 'day-asked') return this.on
    if (lever.kind === 'fact') return this.facts.get(lever.fact.name)
    return this.latest(lever.records.name)?.get(lever.fact.name)
  }

  set(lever: Lever, value: Scalar): void {
    this.worked.clear()
    if (lever.kind === 'day-asked') this.on = String(value)
    else if (lever.kind === 'fact') this.facts.set(lever.fact.name, value)
    else this.latest(lever.records.name)?.set(lever.fact.name, value)
  }

  /** The record with the greatest key: the only one that is not history yet. */
  latest(records: string): Row | null {
    const key = this.program.records[records]?.key ?? null
    const rows = this.rows.get(records)
    if (key === null || !rows) return null
    const keyOf = (row: Row) => Number(row.get(key) ?? Number.NEGATIVE_INFINITY)
    return rows.reduce<Row | null>(
      (last, row) => (last && keyOf(last) >= keyOf(row) ? last : row),
      null,
    )
  }
}

function scalarOf(known: Known): Scalar {
  return known.state === 'known' ? scalar(known.value) : undefined
}
