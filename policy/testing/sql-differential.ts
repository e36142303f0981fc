import fc from 'fast-check'
import { evaluate, type Facts, type Outcome, type Question } from '../src/run.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'
import { compareSql, type Firms, type SqlDatabase, type SqlDifference } from './sql-database.ts'

export type Differential = {
  readonly databases: readonly SqlDatabase[]
  /** Stops once it is true; asked before each program. */
  readonly enough: (programs: number) => boolean
  readonly seed: number
  readonly firms: number
}

export type DifferentialResult = {
  readonly programs: number
  /** Answers, condition codes and sums of money that were compared, in all databases together. */
  readonly verdicts: number
  /** Firms left out of a database whose columns cannot hold one of their numbers. */
  readonly odd: number
  readonly differences: readonly (SqlDifference & { readonly seed: number })[]
  /** Programs a dialect would not answer, by dialect and reason. */
  readonly refused: Readonly<Record<string, number>>
}

/** Every seventh of a month rests; of 2025 nothing is known. */
const workingDays = (day: string) => (day >= '2025' ? null : Number(day.slice(-2)) % 7 !== 0)

/** Random programs and firms at their thresholds, through the interpreter and every database. */
export async function differential(asked: Differential): Promise<DifferentialResult> {
  const differences: (SqlDifference & { readonly seed: number })[] = []
  const refused: Record<string, number> = {}
  let done = 0
  let verdicts = 0
  let odd = 0
  for (; !asked.enough(done); done += 1) {
    const seed = asked.seed + done
    const one = aCase(seed, asked.firms)
    for (const database of asked.databases) {
      const result = await compareSql(database, one)
      verdicts += result.verdicts
      odd += result.odd
      differences.push(...result.differences.map((one) => ({ ...one, seed })))
      if (result.refused === null) continue
      const reason = `${database.dialect.name}: ${result.refused.replace(/[-0-9]+/g, '…').slice(0, 100)}`
      refused[reason] = (refused[reason] ?? 0) + 1
    }
  }
  return { programs: done, verdicts, odd, differences, refused }
}

/** The same program, day and firms for the same seed; every fourth without a calendar. */
function aCase(seed: number, firms: number) {
  const cases = programs.chain((program) =>
    fc.record({
      program: fc.constant(program),
      on: days,
      firms: fc.array(factsFor(program), { minLength: firms, maxLength: firms }),
    }),
  )
  const [one] = fc.sample(cases, { numRuns: 1, seed })
  if (!one) throw new Error('no case was made')
  const made = { ...one, lean: seed % 2 === 0, ...(seed % 4 !== 0 && { workingDays }) }
  return { ...made, outcomeOf: outcomesOf(made) }
}

/** Each outcome is worked out once, however many databases are compared with it. */
function outcomesOf(made: Omit<Firms, 'outcomeOf'>): (question: Question) => Outcome {
  const known = new Map<Facts, Outcome>()
  return (question) => {
    const { workingDays: days } = made
    const outcome =
      known.get(question.facts) ??
      evaluate(made.program, { ...question, ...(days && { workingDays: days }) })
    known.set(question.facts, outcome)
    return outcome
  }
}
