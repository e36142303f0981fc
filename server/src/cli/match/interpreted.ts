import { smallestRepair } from '@banfa/policy/repair'
import {
  evaluate,
  evaluateAmong,
  type Facts,
  type Outcome,
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
  /** The smallest repair there is, a row at a time; else the one that thresholds alone give. */
  readonly smallest?: boolean | undefined
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
    repair: refused ? repairIn(asked, facts, outcome) : null,
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

function repairIn(asked: Interpreting, facts: Facts, { findings }: Outcome): string | null {
  return asked.smallest ? smallestIn(asked, facts) : repairOf(asked, facts, standsIn(findings))
}

/** What the party itself can change: facts, figures of its latest year, a later day (ratios, scores). */
export function smallestIn(asked: Interpreting, facts: Facts): string | null {
  const { program, service, on, workingDays } = asked
  const question = { service, facts, on, workingDays }
  const repair = smallestRepair(program, question, evaluate(program, question))
  return repair?.changes.map(({ says }) => says.zh).join('；') ?? null
}
