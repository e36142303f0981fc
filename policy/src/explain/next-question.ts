import type { Question } from '../evaluate/evaluate.ts'
import type { Finding, Outcome } from '../evaluate/outcome.ts'
import { conditionNamed } from '../program/conditions-in.ts'
import type { Program } from '../program/program.ts'
import { frameOf, stillMatters } from './still-matters.ts'

/** One service that is being asked for: what is known so far and what it comes to. */
export type Asking = {
  readonly program: Program
  readonly question: Question
  /** What `evaluate` gave for the question. */
  readonly outcome: Outcome
}

export type Askable = {
  /** Who can answer here; by default the applicant, registers included. */
  readonly from?: readonly string[]
  /** Names that are not to be asked again. */
  readonly without?: readonly string[]
}

/**
 * The fact worth asking next: the one that most undecided conditions wait for, over all services
 * asked for, among those that can still matter; earlier in the articles on a tie. Null when nothing
 * more can be asked.
 */
export function nextQuestion(
  askings: readonly Asking[],
  { from = ['applicant', 'register'], without = [] }: Askable = {},
): string | null {
  const counts = new Map<string, number>()
  for (const asking of askings) {
    for (const { fact, from: supplier } of waitedFor(asking)) {
      if (!from.includes(supplier) || without.includes(fact)) continue
      counts.set(fact, (counts.get(fact) ?? 0) + 1)
    }
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? null
}

/** What each open condition waits for, once a condition. */
function waitedFor({ program, question, outcome }: Asking): readonly Finding['missing'][number][] {
  const open = stillOpen(outcome)
  if (open.length === 0) return []
  const frame = frameOf(program, question)
  return open.flatMap((finding) => {
    const condition = conditionNamed(program, finding.condition)
    if (!condition || finding.missing.length === 0) return []
    const names = stillMatters(condition, frame)
    const seen = new Set<string>()
    return finding.missing.filter(
      ({ fact }) => names.has(fact) && !seen.has(fact) && seen.add(fact),
    )
  })
}

/** Open findings below groups that are still open: a decided group asks nothing any more. */
function stillOpen(outcome: Outcome): readonly Finding[] {
  const byName = new Map(outcome.findings.map((finding) => [finding.condition, finding]))
  const walk = (finding: Finding | undefined): readonly Finding[] => {
    if (!finding || finding.answer === 'met' || finding.answer === 'not-met') return []
    return [finding, ...finding.of.flatMap((name) => walk(byName.get(name)))]
  }
  return walk(outcome.findings[0])
}
