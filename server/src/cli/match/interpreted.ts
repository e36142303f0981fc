import {
  evaluate,
  evaluateAmong,
  type Facts,
  type Program,
  type WorkingDays,
} from '@banfa/policy/run'
import type { Match } from './matching.ts'
import { missingIn, rootOf } from './missing.ts'
import { changesFor, repairInWords, type Stands } from './repair.ts'

export type Interpreting = {
  readonly program: Program
  readonly service: string
  readonly on: string
  readonly workingDays: WorkingDays
}

/**
 * One service for one enterprise by the reference interpreter: what the columns are compared with,
 * and what answers the rows that no column holds.
 */
export function interpreted(asked: Interpreting, facts: Facts): Match {
  const { program, service, on, workingDays } = asked
  const outcome = evaluateAmong(program, { service, facts, on, workingDays })
  const { answer, findings, pays } = outcome
  const refused = answer === 'not-met'
  return {
    pack: program.pack,
    service,
    answer,
    amount: refused ? null : (pays?.amount ?? null),
    payable: refused ? null : (pays?.payable ?? null),
    missing: answer === 'unknown' || answer === 'unavailable' ? missingIn(findings) : [],
    repair: refused ? repairOf(asked, facts, standsIn(findings)) : null,
  }
}

function standsIn(findings: ReturnType<typeof evaluate>['findings']): Stands {
  const byName = new Map(findings.map((one) => [one.condition, one.answer]))
  return (name) => {
    const answer = byName.get(name)
    return answer === 'met' || answer === 'not-met' ? answer : 'open'
  }
}

function repairOf(asked: Interpreting, facts: Facts, stands: Stands): string | null {
  const { program, service, on, workingDays } = asked
  const root = rootOf(program, service)
  const changes = root && changesFor(program, root, stands)
  if (!changes || changes.length === 0) return null
  const changed = Object.fromEntries(changes.map(({ fact, to }) => [fact, to]))
  const again = evaluate(program, { service, facts: { ...facts, ...changed }, on, workingDays })
  return again.answer === 'not-met' ? null : repairInWords(changes)
}
