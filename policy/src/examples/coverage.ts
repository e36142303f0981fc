import { evaluate } from '../evaluate/evaluate.ts'
import type { Answer } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import { compareRationals } from '../values/rational.ts'
import { readSupplied } from '../values/supplied.ts'
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

/** A number of the measure, and whether an example stands on it and on each side. */
export type Boundary = {
  readonly condition: string
  readonly cite: string
  readonly printed: string
  readonly at: boolean
  readonly below: boolean
  readonly above: boolean
}

export function coverage(program: Program, examples: readonly WorkedExample[]): Coverage {
  const marked = (mark: string) =>
    program.articles.filter((article) => article.mark === mark).map(({ article }) => article)
  const outcomes = examples.map((example) => evaluate(program, example))
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
    boundaries: boundariesOf(program, examples),
  }
}

/** Every number that a condition compares one fact with, and the sides of it that examples try. */
export function boundariesOf(
  program: Program,
  examples: readonly WorkedExample[],
): readonly Boundary[] {
  return Object.values(program.conditions)
    .flatMap(conditionsIn)
    .flatMap((condition) => boundaryOf(program, condition, examples))
}

function boundaryOf(
  program: Program,
  condition: Condition,
  examples: readonly WorkedExample[],
): Boundary[] {
  if (condition.kind !== 'computed' || condition.test.kind !== 'compare') return []
  const { left, right } = condition.test
  if (left.kind !== 'fact' || right.kind !== 'literal' || right.value.kind !== 'quantity') return []
  const fact = program.facts[left.name]
  const threshold = right.value.amount
  if (!fact) return []
  const sides = examples.flatMap(({ facts }) => {
    const supplied = facts[fact.name]
    const read = supplied === null || supplied === undefined ? null : readSupplied(fact, supplied)
    return read && 'value' in read && read.value.kind === 'quantity'
      ? [compareRationals(read.value.amount, threshold)]
      : []
  })
  return [
    {
      condition: condition.name,
      cite: condition.cite,
      printed: condition.printed,
      at: sides.includes(0),
      below: sides.includes(-1),
      above: sides.includes(1),
    },
  ]
}
