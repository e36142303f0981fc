import fc from 'fast-check'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'
import { compareSql, type SqlDatabase, type SqlDifference } from './sql-database.ts'

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
  for (; !asked.enough(done); done += 1) {
    const seed = asked.seed + done
    for (const database of asked.databases) {
      const result = await compareSql(database, aCase(seed, asked.firms))
      verdicts += result.verdicts
      differences.push(...result.differences.map((one) => ({ ...one, seed })))
      if (result.refused === null) continue
      const reason = `${database.dialect.name}: ${result.refused.replace(/[-0-9]+/g, '…').slice(0, 100)}`
      refused[reason] = (refused[reason] ?? 0) + 1
    }
  }
  return { programs: done, verdicts, differences, refused }
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
  return { ...one, lean: seed % 2 === 0, ...(seed % 4 !== 0 && { workingDays }) }
}
