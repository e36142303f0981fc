import type { Answer, Outcome } from '../../evaluate/outcome.ts'
import { conditionsIn } from '../../program/conditions-in.ts'
import type { Program } from '../../program/program.ts'

const LETTERS = {
  met: 'm',
  'not-met': 'n',
  unknown: 'u',
  unavailable: 'x',
} as const satisfies Record<Answer, string>

/** An outcome's findings as an emitted query's letters: a full stop for what was not settled. */
export function codesOf(program: Program, { service, findings }: Outcome): string {
  const root = program.conditions[program.services[service]?.needs ?? '']
  if (!root) throw new RangeError(`no such service: ${service}`)
  const letters = new Map(findings.map(({ condition, answer }) => [condition, LETTERS[answer]]))
  return conditionsIn(root)
    .map(({ name }) => letters.get(name) ?? '.')
    .join('')
}
