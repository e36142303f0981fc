import { evaluate, type Question } from '../evaluate/evaluate.ts'
import type { Finding, Outcome } from '../evaluate/outcome.ts'
import type { Condition } from '../program/condition.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import type { Words } from '../program/words.ts'
import { inEnglish, printQuantity } from '../values/print.ts'
import { readSupplied } from '../values/supplied.ts'

/** A change of one fact that would make one condition met; shown only after running it again. */
export type Change = {
  readonly condition: string
  readonly fact: string
  readonly to: string
  readonly says: Words
}

/**
 * For every computed condition that is not met by a single threshold: the value that would meet
 * it. Each proposal is verified by evaluating again; what does not verify is not shown.
 */
export function whatWouldChange(program: Program, question: Question, outcome: Outcome): Change[] {
  return outcome.findings
    .filter((finding) => finding.answer === 'not-met' && finding.kind === 'computed')
    .flatMap((finding) => proposal(program, finding))
    .filter((change) => holds(program, question, change))
}

function proposal(program: Program, finding: Finding): Change[] {
  const condition = conditionNamed(program, finding.condition)
  const threshold = condition && thresholdOf(condition)
  const fact = threshold && program.facts[threshold.name]
  if (!threshold || !fact) return []
  const to = printQuantity(threshold.amount, fact.unit, 'zh')
  return [
    {
      condition: finding.condition,
      fact: fact.name,
      to,
      says: {
        zh: `${fact.title.zh}达到${to}即符合 ${finding.cite}`,
        en: `${fact.title.en} of ${inEnglish(to)} would meet it`,
      },
    },
  ]
}

function thresholdOf(condition: Condition) {
  if (condition.kind !== 'computed' || condition.test.kind !== 'compare') return null
  const { is, left, right } = condition.test
  const reachable = is === '>=' || is === '<=' || is === '='
  if (!reachable || left.kind !== 'fact' || right.kind !== 'literal') return null
  return right.value.kind === 'quantity' ? { name: left.name, amount: right.value.amount } : null
}

function holds(program: Program, question: Question, change: Change): boolean {
  const fact = program.facts[change.fact]
  if (!fact || 'misfit' in readSupplied(fact, change.to)) return false
  const facts = { ...question.facts, [change.fact]: change.to }
  const again = evaluate(program, { ...question, facts })
  return again.findings.find(({ condition }) => condition === change.condition)?.answer === 'met'
}
