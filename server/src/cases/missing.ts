import type { Finding, Outcome, Program, Service } from '@banfa/policy/run'
import type { Words } from '../kernel/index.ts'

/** A paper or fact the applicant still owes, with the article that asks for it. */
export type Owed = {
  readonly kind: 'paper' | 'fact'
  readonly name: string
  readonly title: Words
  readonly cite: string
}

/**
 * Everything that is missing, at once (一次性告知): required papers not handed in, and facts and
 * papers without which a condition stays unknown. What a group no longer needs is not asked for.
 */
export function owedBy(
  about: { program: Program; service: Service },
  outcome: Outcome,
  papers: readonly string[],
): Owed[] {
  const required = about.service.papers
    .filter((paper) => paper.required && !papers.includes(paper.name))
    .map((paper): Owed => ({ ...paper, kind: 'paper' }))
  const unknown = unsettledLeaves(about.service.needs, outcome).flatMap((finding) =>
    owedFor(about, finding),
  )
  const all = [...required, ...unknown]
  return all
    .filter((one, index) => all.findIndex((other) => other.name === one.name) === index)
    .map(({ kind, name, title, cite }) => ({ kind, name, title, cite }))
}

function owedFor(about: { program: Program; service: Service }, finding: Finding): Owed[] {
  return finding.missing.flatMap((missing): Owed[] => {
    const paper = about.service.papers.find((one) => one.name === missing.fact)
    if (paper) return [{ ...paper, kind: 'paper' }]
    const fact = about.program.facts[missing.fact] ?? about.program.records[missing.fact]
    return fact ? [{ kind: 'fact', name: fact.name, title: fact.title, cite: finding.cite }] : []
  })
}

/** Leaves without an answer under groups that still need one: an alternative already met needs none. */
function unsettledLeaves(root: string, outcome: Outcome): Finding[] {
  const byName = new Map(outcome.findings.map((finding) => [finding.condition, finding]))
  const walk = (name: string): Finding[] => {
    const finding = byName.get(name)
    if (!finding || finding.answer === 'met') return []
    return finding.of.length > 0 ? finding.of.flatMap(walk) : [finding]
  }
  return walk(root).filter((finding) => finding.missing.length > 0)
}
