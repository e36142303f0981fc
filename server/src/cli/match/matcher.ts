import { lower, rowOutcomes } from '@banfa/policy/one-case'
import { smallestRepair } from '@banfa/policy/repair'
import type { Answer, Facts, Outcome, Program, WorkingDays } from '@banfa/policy/run'

/** One service answered for one enterprise. */
export type Match = {
  readonly pack: string
  readonly service: string
  readonly answer: Answer
  /** In yuan; null where the service pays nothing or the amount is not known. */
  readonly amount: string | null
  readonly payable: string | null
  /** What is still missing, as people call it. */
  readonly missing: readonly string[]
  /** The smallest verified change after which it is refused no longer. */
  readonly repair: string | null
}

/** Answers every service of one program for one enterprise after another. */
export type Matcher = {
  readonly program: Program
  readonly services: readonly string[]
  /** @throws WrongFacts when a value does not fit its fact */
  match(facts: Facts): readonly Match[]
}

export type Matching = {
  readonly on: string
  /** Services by name or as `pack/service`; null for all. */
  readonly services: readonly string[] | null
  readonly workingDays?: WorkingDays
}

/** By the quick runner of whole outcomes: each enterprise is read once, whatever is asked of it. */
export function matcher(program: Program, { on, services, workingDays }: Matching): Matcher {
  const asked = Object.keys(program.services).filter(
    (name) =>
      services === null || [name, `${program.pack}/${name}`].some((one) => services.includes(one)),
  )
  const calendar = workingDays ? { workingDays } : {}
  const outcomes = rowOutcomes(lower(program), { on, ...calendar })
  const match = (facts: Facts) =>
    outcomes(facts, asked).map((outcome) => {
      const question = { service: outcome.service, facts, on, ...calendar }
      return answered(program, question, outcome)
    })
  return { program, services: asked, match: asked.length === 0 ? () => [] : match }
}

type Question = Parameters<typeof smallestRepair>[1]

function answered(program: Program, question: Question, outcome: Outcome): Match {
  const repair = smallestRepair(program, question, outcome)
  const missing = outcome.findings.flatMap((one) => one.missing.map(({ title }) => title.zh))
  return {
    pack: program.pack,
    service: question.service,
    answer: outcome.answer,
    amount: outcome.pays?.amount ?? null,
    payable: outcome.pays?.payable ?? null,
    missing:
      outcome.answer === 'unknown' || outcome.answer === 'unavailable' ? [...new Set(missing)] : [],
    repair: repair?.changes.map(({ says }) => says.zh).join('；') ?? null,
  }
}
