import type { Questions } from './questions.ts'
import type { Repairs } from './repairs.ts'

type Line = readonly [what: string, target: string, got: string]

/** The targets of what to ask next and what would change a refusal. */
export function adviceTargets(asked: Questions, repaired: Repairs): readonly Line[] {
  const best = asked['fact in most undecided criteria']
  const of = (name: string) => `${name} ${asked[name]?.questions ?? ''}`
  const share = (repaired.repaired / (repaired.repaired + repaired.missed)) * 100
  return [
    [
      'questions a case, to all 12 decided',
      '≤ 20 of 43',
      `${best?.questions} (${of('order of the form')}, ${of('random')})`,
    ],
    ['choosing the next question, p50 / p99', '≤ 1,000 µs', `${best?.p50} / ${best?.p99} µs`],
    [
      'repairable refusals repaired, all verified',
      '≥ 98 %',
      `${share.toFixed(1)} % of ${repaired.repaired + repaired.missed} (${repaired.refused} refused, ${repaired.changes} changes each)`,
    ],
    [
      'a repair, mean (p50 / p99)',
      '≤ 1 ms',
      `${repaired.mean} (${repaired.p50} / ${repaired.p99}) ms`,
    ],
  ]
}
