import { type Ask, asks, type Condition, type Program, type Words } from '@banfa/policy/run'
import type { CaseView } from '../../../api/generated/types.gen.ts'
import { type FindingSeen, leavesInTheWay } from '../../../parts/finding.ts'

/** What one provision asks for: its heading, its questions, its papers, what people will judge. */
export type Section = {
  readonly cite: string
  readonly heading: Words | null
  readonly asks: readonly Ask[]
}

/** The questions of a service by provision, in the order the articles print them. */
export function sectionsOf(program: Program, service: string): readonly Section[] {
  const groups = new Map<string, Ask[]>()
  for (const ask of asks(program, service)) {
    groups.set(ask.cite, [...(groups.get(ask.cite) ?? []), ask])
  }
  return [...groups].map(([cite, all]) => ({
    cite,
    heading: headingOf(program, service, cite),
    asks: all,
  }))
}

function headingOf(program: Program, service: string, cite: string): Words | null {
  const root = program.conditions[program.services[service]?.needs ?? '']
  const members: readonly Condition[] = root && 'of' in root ? root.of : []
  return members.find((member) => member.cite === cite)?.title ?? null
}

export type Owed = { readonly name: string; readonly title: Words; readonly kind: 'fact' | 'paper' }

/**
 * What is still missing for filing: facts and papers an open condition waits for, and papers that
 * must be handed in whatever the conditions say. A branch that was met elsewhere asks nothing.
 */
export function owed(
  findings: readonly FindingSeen[],
  papers: CaseView['papers'],
): readonly Owed[] {
  const whole = findings[0]
  const leaves = whole ? leavesInTheWay(whole, findings) : []
  const byPaper = new Map(papers.map((paper) => [paper.paper, paper]))
  const waited = leaves
    .filter((leaf) => leaf.kind === 'computed' || leaf.kind === 'evidenced')
    .flatMap((leaf) => leaf.missing)
    .map(
      ({ fact, title }): Owed => ({
        name: fact,
        title,
        kind: byPaper.has(fact) ? 'paper' : 'fact',
      }),
    )
  const must = papers
    .filter((paper) => paper.required && paper.files.length === 0)
    .map(({ paper, title }): Owed => ({ name: paper, title, kind: 'paper' }))
  const handedIn = (one: Owed) => (byPaper.get(one.name)?.files.length ?? 0) > 0
  const all = [...waited, ...must].filter((one) => !handedIn(one))
  return [...new Map(all.map((one) => [one.name, one])).values()]
}
