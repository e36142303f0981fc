import { factsAt } from '../../../../policy/src/bulk.ts'
import { evaluate, type Facts, type Outcome, type Program } from '../../../../policy/src/run.ts'
import { ASKED, enterprises } from '../w1/data.ts'

/** What no firm of the bench changes: its place, trade, size and standing, its past and its harms. */
const FIXED = [
  'district',
  'industry',
  'size',
  'title',
  'high-tech',
  'listed-abnormal',
  'accident',
  'forbidden-field',
  'award',
  'expert-score',
  'already-paid',
]

/** The bench's measure as its vocabulary would say what a firm can change. */
export function changeable(program: Program): Program {
  const facts = Object.entries(program.facts).map(([name, fact]) => [
    name,
    FIXED.includes(name) ? { ...fact, changes: 'fixed' as const } : fact,
  ])
  return { ...program, facts: Object.fromEntries(facts) }
}

export type Refusal = {
  readonly service: string
  readonly facts: Facts
  readonly outcome: Outcome
}

/** Every refusal among so many enterprises, service by service. */
export function refusalsAmong(program: Program, count: number, seed = 11): readonly Refusal[] {
  const columns = enterprises(program, { rows: count, seed })
  return Array.from({ length: count }, (_, row) => factsAt(columns, row)).flatMap((facts) =>
    Object.keys(program.services).flatMap((service) => {
      const outcome = evaluate(program, { service, facts, on: ASKED })
      return outcome.answer === 'not-met' ? [{ service, facts, outcome }] : []
    }),
  )
}
