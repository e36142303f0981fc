import {
  type Ask,
  type Asking,
  asks,
  nextQuestion,
  type Outcome,
  type Program,
} from '@banfa/policy/run'
import type { FindingSeen } from '../../../parts/finding.ts'
import { leavesInTheWay } from '../../../parts/finding.ts'
import { type Given, isGiven } from '../../../parts/form/answer.ts'
import { askName } from '../../../parts/program/reading.ts'

/** What has been answered so far, by fact or paper; what was skipped stays unknown and is not asked again. */
export type Told = {
  readonly answers: Readonly<Record<string, Given>>
  readonly skipped: readonly string[]
}

export const NOTHING_TOLD: Told = { answers: {}, skipped: [] }

/** The questions a person can answer here: facts, records and papers, not judgements and scores. */
export function questionsOf(program: Program, service: string): readonly Ask[] {
  return asks(program, service).filter((ask) => ask.kind !== 'judgement' && ask.kind !== 'score')
}

/** The question worth asking next among those not skipped; null when nothing is left to ask. */
export function nextOf(asking: Asking, told: Told): string | null {
  return nextQuestion([asking], { without: told.skipped })
}

export const answered = (told: Told, name: string): boolean => isGiven(told.answers[name])

export function tell(told: Told, name: string, given: Given): Told {
  return {
    answers: { ...told.answers, [name]: given },
    skipped: told.skipped.filter((one) => one !== name),
  }
}

export function skip(told: Told, name: string): Told {
  const { [name]: _, ...answers } = told.answers
  return { answers, skipped: [...told.skipped.filter((one) => one !== name), name] }
}

/** Where it stands: which sentence says it, and the number in it. */
export type Standing = {
  readonly says: 'met' | 'not-met' | 'open' | 'people' | 'skipped'
  readonly count: number
}

/** The result in a sentence. Only what stands in the way of the whole is counted. */
export function standing(outcome: Outcome, told: Told): Standing {
  if (outcome.answer === 'met') return { says: 'met', count: 0 }
  const whole = outcome.findings[0]
  const leaves = whole ? leavesInTheWay(whole, outcome.findings) : []
  if (outcome.answer === 'not-met') {
    return { says: 'not-met', count: unmetIn(outcome.findings).length }
  }
  const wanted = new Set(leaves.flatMap(namesAsked))
  const open = [...wanted].filter((name) => !told.skipped.includes(name))
  if (open.length > 0) return { says: 'open', count: open.length }
  if (wanted.size > 0) return { says: 'skipped', count: wanted.size }
  return { says: 'people', count: leaves.length }
}

/** What the applicant or a register can supply; judgements and points come from people. */
const namesAsked = (leaf: FindingSeen) =>
  leaf.missing
    .filter(({ from }) => from === 'applicant' || from === 'register')
    .map(({ fact }) => fact)

/** Unmet leaves that make the whole unmet; a failed branch of an "either or" that was met elsewhere is not one. */
function unmetIn(findings: readonly FindingSeen[]): readonly FindingSeen[] {
  const byName = new Map(findings.map((finding) => [finding.condition, finding]))
  const walk = (finding: FindingSeen | undefined): readonly FindingSeen[] => {
    if (finding?.answer !== 'not-met') return []
    return finding.of.length === 0
      ? [finding]
      : finding.of.flatMap((name) => walk(byName.get(name)))
  }
  return walk(findings[0])
}

/** Answers as the emitted module takes them: what is not known is left out. */
export function factsOf(told: Told): Readonly<Record<string, NonNullable<Given>>> {
  const known = Object.entries(told.answers).filter(
    (entry): entry is [string, NonNullable<Given>] => isGiven(entry[1]),
  )
  return Object.fromEntries(known)
}

export { askName }
