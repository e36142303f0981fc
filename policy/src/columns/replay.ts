import { evaluate } from '../evaluate/evaluate.ts'
import type { Answer, Outcome } from '../evaluate/outcome.ts'
import type { Plan } from '../lower/lower.ts'
import type { Columns } from './columns.ts'
import { factsAt } from './facts-at.ts'
import type { Asked } from './machine.ts'
import { type Answers, codeAt } from './run.ts'

const ANSWERS: readonly Answer[] = ['not-met', 'unknown', 'unavailable', 'met']

export const answerAt = (answers: Answers, condition: number, row: number): Answer =>
  ANSWERS[codeAt(answers, condition, row)] ?? 'unknown'

/** What was stored is not what the interpreter says: other data, or a fault of a runner. */
export class ReplayDiffers extends Error {
  override readonly name = 'ReplayDiffers'
  readonly code = 'policy.replay-differs'
}

export type Replayed = {
  readonly columns: Columns
  readonly answers: Answers
  readonly asked: Asked
  readonly row: number
  readonly service: string
}

/**
 * One row of a bulk run again, by the interpreter with everything it finds: an answer in bulk is
 * kept as two bits, and explained when somebody opens it.
 * @throws ReplayDiffers when the stored answer of any kept condition is another
 */
export function replay(plan: Plan, { columns, answers, asked, row, service }: Replayed): Outcome {
  const { on, workingDays } = asked
  const outcome = evaluate(plan.program, {
    service,
    facts: factsAt(columns, row),
    on,
    ...(workingDays && { workingDays }),
  })
  for (const { condition, answer } of outcome.findings) {
    const at = plan.conditions.findIndex(({ name }) => name === condition)
    if (!answers.slots.includes(at)) continue
    const stored = answerAt(answers, at, row)
    if (stored !== answer) {
      throw new ReplayDiffers(`row ${row}, ${condition}: stored ${stored}, replayed ${answer}`)
    }
  }
  return outcome
}
