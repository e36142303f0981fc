import type { Answer, Condition, Words } from '@banfa/policy/run'
import { type Verdict, verdictOf } from './verdict.tsx'

/** A finding as the contract or the engine in the browser gives it; only the contract reads it out. */
export type FindingSeen = {
  readonly condition: string
  readonly kind: Condition['kind']
  readonly title: Words
  readonly answer: Answer
  readonly cite: string
  readonly saw: readonly { readonly fact: string; readonly title: Words; readonly value: string }[]
  readonly missing: readonly {
    readonly fact: string
    readonly title: Words
    readonly from: string
  }[]
  readonly of: readonly string[]
  readonly reads?: Words | undefined
}

export type Counted = Readonly<Record<Verdict, number>>

/**
 * How many leaves came out how; groups are made of them and are not counted twice. A branch that
 * failed where another may still do stands in nobody's way and is left out.
 */
export function count(findings: readonly FindingSeen[]): Counted {
  const counted = { met: 0, 'not-met': 0, unknown: 0, unavailable: 0, person: 0 }
  const harmless = new Set(
    findings
      .filter((group) => group.of.length > 0 && group.kind !== 'all' && group.answer !== 'not-met')
      .flatMap((group) => group.of),
  )
  for (const finding of findings) {
    if (finding.of.length > 0) continue
    if (isVeto(finding, findings)) counted[verdictWithin(finding, findings)] += 1
    else if (finding.answer !== 'not-met' || !harmless.has(finding.condition))
      counted[verdictOf(finding)] += 1
  }
  return counted
}

export type Row = { readonly finding: FindingSeen; readonly depth: number }

/** Findings in printed order with how deep each stands under its group. The root stays out. */
export function asTree(findings: readonly FindingSeen[]): readonly Row[] {
  const byName = new Map(findings.map((finding) => [finding.condition, finding]))
  const inner = new Set(findings.flatMap((finding) => finding.of))
  const roots = findings.filter((finding) => !inner.has(finding.condition))
  const below = (finding: FindingSeen, depth: number): readonly Row[] => [
    { finding, depth },
    ...finding.of.flatMap((name) => {
      const member = byName.get(name)
      return member ? below(member, depth + 1) : []
    }),
  ]
  return roots.flatMap((root) => (root.of.length > 0 ? below(root, -1).slice(1) : below(root, 0)))
}

/** The leaves that keep a group from being met. */
export function leavesInTheWay(
  finding: FindingSeen,
  findings: readonly FindingSeen[],
): readonly FindingSeen[] {
  if (finding.answer === 'met') return []
  if (finding.of.length === 0) return [finding]
  return findings
    .filter((member) => finding.of.includes(member.condition))
    .flatMap((member) => leavesInTheWay(member, findings))
}

/** How a leaf is answered: by computing, on a paper, by a person. */
export function leafKind(finding: FindingSeen): 'computed' | 'evidenced' | 'judged' {
  return finding.kind === 'evidenced' || finding.kind === 'judged' ? finding.kind : 'computed'
}

/** Whether a finding is a veto: what must not be, a member of a group of which none may hold. */
export function isVeto(finding: FindingSeen, findings: readonly FindingSeen[]): boolean {
  return findings.some(({ kind, of }) => kind === 'none' && of.includes(finding.condition))
}

const TURNED: Partial<Record<Verdict, Verdict>> = { met: 'not-met', 'not-met': 'met' }

/**
 * How a finding stands among the others: a group that waits only for judgements waits for a person;
 * a veto that does not hold stands in nobody's way.
 */
export function verdictWithin(finding: FindingSeen, findings: readonly FindingSeen[]): Verdict {
  if (isVeto(finding, findings)) return TURNED[finding.answer] ?? verdictOf(finding)
  if (finding.of.length === 0 || finding.answer !== 'unknown') return verdictOf(finding)
  const open = leavesInTheWay(finding, findings).filter((leaf) => leaf.answer !== 'not-met')
  return open.length > 0 && open.every((leaf) => leaf.kind === 'judged') ? 'person' : 'unknown'
}

export function wholeVerdict(answer: Answer, findings: readonly FindingSeen[]): Verdict {
  const whole = findings[0]
  return whole ? verdictWithin(whole, findings) : answer
}
