import { explainFinding, type Outcome, type Program } from '@banfa/policy/run'

/** An outcome with every finding said in both languages. */
export function presentOutcome(program: Program, outcome: Outcome) {
  return {
    ...outcome,
    findings: outcome.findings.map((finding) => ({
      ...finding,
      reads: explainFinding(program, finding),
    })),
  }
}
