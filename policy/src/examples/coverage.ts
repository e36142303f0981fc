import { evaluate } from '../evaluate/evaluate.ts'
import type { WorkingDays } from '../evaluate/frame.ts'
import type { Answer } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import { type Boundary, boundariesOf } from './boundaries.ts'
import type { WorkedExample } from './worked-example.ts'

/** How far a pack carries its measure out, and how far its examples try it. */
export type Coverage = {
  readonly articles: Readonly<Record<'executable' | 'manual' | 'out-of-scope', readonly string[]>>
  readonly conditions: readonly ConditionCoverage[]
  readonly boundaries: readonly Boundary[]
}

export type ConditionCoverage = {
  readonly condition: string
  readonly cite: string
  readonly kind: Condition['kind']
  /** The answers that some example gives it. */
  readonly answers: readonly Answer[]
}

export function coverage(
  program: Program,
  examples: readonly WorkedExample[],
  workingDays?: WorkingDays,
): Coverage {
  const marked = (mark: string) =>
    program.articles.filter((article) => article.mark === mark).map(({ article }) => article)
  const outcomes = examples.map(({ service, facts, on }) =>
    evaluate(program, { service, facts, on, ...(workingDays && { workingDays }) }),
  )
  const conditions = Object.values(program.conditions).flatMap(conditionsIn)
  return {
    articles: {
      executable: marked('executable'),
      manual: marked('manual'),
      'out-of-scope': marked('out-of-scope'),
    },
    conditions: conditions.map((condition) => ({
      condition: condition.name,
      cite: condition.cite,
      kind: condition.kind,
      answers: [
        ...new Set(
          outcomes.flatMap(({ findings }) =>
            findings
              .filter((finding) => finding.condition === condition.name)
              .map(({ answer }) => answer),
          ),
        ),
      ].sort(),
    })),
    boundaries: boundariesOf(program, examples, workingDays ?? null),
  }
}
