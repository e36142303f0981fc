import {
  type Condition,
  conditionsIn,
  evaluate,
  type Facts,
  type Finding,
  type Grant,
  type Outcome,
  type Program,
  type Service,
} from '@banfa/policy/run'
import { type Day, type Json, refusal } from '../kernel/index.ts'
import type { Verdict } from './case.ts'

/** What the program is asked about: answers, papers handed in, judgements made. */
export type Question = {
  readonly facts: Readonly<Record<string, Json>>
  readonly papers: readonly string[]
  readonly judged: Readonly<Record<string, Verdict>>
  /** 申报日: the day the question is asked for. */
  readonly on: Day
}

export type JudgedCondition = Extract<Condition, { kind: 'judged' }>

export function serviceOf(program: Program, name: string): Service {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  if (!service) return refusal('case.service-not-found', { service: name })
  return service
}

export function answerOf(program: Program, service: Service, question: Question): Outcome {
  const papers = Object.fromEntries(question.papers.map((paper) => [paper, true]))
  const facts = { ...question.facts, ...papers, ...question.judged } as Facts
  return evaluate(program, { service: service.name, facts, on: question.on })
}

/** What a recognition gives; the check refuses a route that certifies and grants nothing. */
export function grantOf(service: Service): Grant {
  if (!service.grants) throw new Error(`${service.name} certifies but grants nothing`)
  return service.grants
}

/** Conditions of a service that an office or the experts answer, in printed order. */
export function judgedConditions(program: Program, service: Service): JudgedCondition[] {
  const root = program.conditions[service.needs]
  return root ? conditionsIn(root).filter((one) => one.kind === 'judged') : []
}

/**
 * The leaves because of which the answer is not met, in printed order: what a refusal letter lists.
 * A branch not taken inside a group that is met (任一) is no ground to refuse.
 */
export function failures(outcome: Outcome): Finding[] {
  const unmet = outcome.findings.filter((one) => one.answer === 'not-met')
  const inAGroup = new Set(outcome.findings.flatMap((one) => one.of))
  const grounds = new Set<string>()
  const waiting = unmet.filter((one) => !inAGroup.has(one.condition))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (grounds.has(next.condition)) continue
    grounds.add(next.condition)
    const { of } = next
    waiting.push(...unmet.filter((one) => of.includes(one.condition)))
  }
  return unmet.filter((one) => one.of.length === 0 && grounds.has(one.condition))
}
