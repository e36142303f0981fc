import fc from 'fast-check'
import { rowClosures } from '../src/closures/row-closures.ts'
import { appendAll } from '../src/columns/append.ts'
import { columnsFor } from '../src/columns/columns.ts'
import { fenOf } from '../src/columns/machine.ts'
import type { RunRow } from '../src/columns/one-row.ts'
import { rowRunner } from '../src/columns/row-code.ts'
import { answersFor, codeAt, runner } from '../src/columns/run.ts'
import { lower, type Plan } from '../src/lower/lower.ts'
import { evaluate, type Facts, type Outcome, type Program } from '../src/run.ts'
import { rationalOf } from '../src/values/rational.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

/** Every seventh of a month rests; of 2025 nothing is known. */
export const workingDays = (day: string) => (day >= '2025' ? null : Number(day.slice(-2)) % 7 !== 0)

export type Difference = {
  readonly program: Program
  readonly facts: Facts
  readonly on: string
  readonly where: string
  readonly wanted: unknown
  readonly got: unknown
}

/**
 * `verdicts` counts a condition of a row once, however many back ends were compared on it; odd rows,
 * which the interpreter answers itself, count for nothing.
 */
export type Tally = {
  verdicts: number
  odd: number
  rows: number
  sums: number
  differences: Difference[]
}

export const noneYet = (): Tally => ({ verdicts: 0, odd: 0, rows: 0, sums: 0, differences: [] })

/** Random programs, each with rows aimed at its thresholds, run on every back end. */
export function compareMany(
  tally: Tally,
  { programs: count, rows, seed }: { programs: number; rows: number; seed: number },
): void {
  const made = fc.sample(programs, { numRuns: count, seed })
  for (const [at, program] of made.entries()) {
    const facts = fc.sample(factsFor(program), { numRuns: rows, seed: seed + at })
    const [on = '2024-02-29'] = fc.sample(days, { numRuns: 1, seed: seed + at })
    compareAll(tally, { program, facts, on })
  }
}

export type Case = {
  readonly program: Program
  readonly facts: readonly Facts[]
  readonly on: string
}

const CODES = ['not-met', 'unknown', 'unavailable', 'met']
const BITS = new Map([
  [1, 'not-met'],
  [2, 'unknown'],
  [4, 'unavailable'],
  [8, 'met'],
])

/** One program and its rows on every back end, service by service. */
export function compareAll(tally: Tally, { program, facts, on }: Case): void {
  const plan = lower(program)
  const asked = { on, workingDays }
  const closures = rowClosures(plan, asked)
  const row = rowRunner(plan, asked)
  const bulk = inColumns(plan, facts, asked)
  tally.odd += bulk.columns.odd.size
  for (const [at, one] of facts.entries()) {
    tally.rows += 1
    const seen = new Set<string>()
    for (const [place, service] of Object.keys(program.services).entries()) {
      const outcome = evaluate(program, { service, facts: one, on, workingDays })
      const tell = (where: string, wanted: unknown, got: unknown) =>
        tally.differences.push({ program, facts: one, on, where, wanted, got })
      compareRow(plan, { outcome, closures, row, facts: one, place, tell })
      bulk.compare(outcome, { row: at, place }, tell)
      for (const { condition } of outcome.findings) seen.add(condition)
      if (outcome.pays?.payable) tally.sums += 1
    }
    if (!bulk.columns.odd.has(at)) tally.verdicts += seen.size
  }
}

/** Which row, and which service of the plan. */
type At = { readonly row: number; readonly place: number }
type Tell = (where: string, wanted: unknown, got: unknown) => void

function inColumns(
  plan: Plan,
  facts: readonly Facts[],
  asked: { on: string; workingDays: typeof workingDays },
) {
  const columns = columnsFor(plan.program, { rows: 2 })
  appendAll(columns, plan.program, facts)
  const answers = answersFor(plan, { rows: facts.length, keep: 'conditions' })
  runner(plan, { columns, answers, asked })(0, facts.length)
  const compare = (outcome: Outcome, { row, place }: At, tell: Tell): void => {
    for (const finding of outcome.findings) {
      const at = plan.conditions.findIndex(({ name }) => name === finding.condition)
      const got = CODES[codeAt(answers, at, row)]
      if (got !== finding.answer) tell(`columns ${finding.condition}`, finding.answer, got)
    }
    const fen = fenIn(outcome.pays?.payable)
    const got = answers.payable[place]?.[row] ?? Number.NaN
    if (fen !== undefined && !Object.is(fen + 0, got + 0)) tell('columns payable', fen, got)
  }
  return { columns, compare }
}

/** Undefined where the outcome cuts a number that never ends. */
function fenIn(yuan: string | null | undefined): number | undefined {
  if (yuan === null || yuan === undefined) return Number.NaN
  const amount = rationalOf(yuan)
  return amount ? fenOf({ value: { kind: 'quantity', amount, dimension: 'money' } }) : undefined
}

type OneRow = {
  readonly outcome: Outcome
  readonly closures: RunRow
  readonly row: RunRow
  readonly facts: Facts
  readonly place: number
  readonly tell: Tell
}

function compareRow(plan: Plan, of: OneRow): void {
  const { outcome, closures, row, facts, place, tell } = of
  const fen = [fenIn(outcome.pays?.amount), fenIn(outcome.pays?.payable)]
  for (const [name, run] of [['closures', closures] as const, ['row code', row] as const]) {
    const { conditions, amounts } = run(facts)
    for (const finding of outcome.findings) {
      const at = plan.conditions.findIndex((one) => one.name === finding.condition)
      const got = BITS.get(conditions[at] ?? 0) ?? conditions[at]
      if (got !== finding.answer) tell(`${name} ${finding.condition}`, finding.answer, got)
    }
    const { amount = Number.NaN, payable = Number.NaN } = amounts[place] ?? {}
    compareMoney(fen, [amount, payable], (wanted, got) => tell(`${name} money`, wanted, got))
  }
}

type Fen = readonly (number | undefined)[]

function compareMoney(wanted: Fen, got: Fen, tell: (wanted: unknown, got: unknown) => void): void {
  for (const [at, fen] of wanted.entries()) {
    if (fen !== undefined && !Object.is(fen + 0, (got[at] ?? 0) + 0)) tell(fen, got[at])
  }
}
