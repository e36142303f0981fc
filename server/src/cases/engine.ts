import {
  asks,
  type Condition,
  evaluate,
  type Facts,
  type Finding,
  type Grant,
  type Outcome,
  type PointsRange,
  type Program,
  pointsRange,
  type Service,
} from '@banfa/policy/run'
import { type Day, type Json, refusal } from '../kernel/index.ts'
import type { Verdict } from './case.ts'

/** What the program is asked about: answers, papers handed in, judgements made. */
export type Question = {
  readonly facts: Readonly<Record<string, Json>>
  readonly papers: readonly string[]
  readonly judged: Readonly<Record<string, Verdict>>
  /** Points that persons gave, by value. */
  readonly scored?: Readonly<Record<string, number>> | undefined
  /** 申报日: the day the question is asked for. */
  readonly on: Day
}

/** What a person answers in a case: whether a condition is met, or how many points to give. */
export type JudgedCondition = Pick<
  Extract<Condition, { kind: 'judged' }>,
  'name' | 'title' | 'cite' | 'question' | 'by' | 'looksAt'
> & {
  readonly kind: 'verdict' | 'score'
  /** Of a score, once the filed facts tell it. */
  readonly range: PointsRange | null
}

export function serviceOf(program: Program, name: string): Service {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  if (!service) return refusal('case.service-not-found', { service: name })
  return service
}

export function answerOf(program: Program, service: Service, question: Question): Outcome {
  const papers = Object.fromEntries(question.papers.map((paper) => [paper, true]))
  const facts = { ...question.facts, ...papers, ...question.judged, ...question.scored } as Facts
  return evaluate(program, { service: service.name, facts, on: question.on })
}

/** What a recognition gives; the check refuses a route that certifies and grants nothing. */
export function grantOf(service: Service): Grant {
  if (!service.grants) throw new Error(`${service.name} certifies but grants nothing`)
  return service.grants
}

/** The facts a range of points rests on: as filed, on the day of filing. */
export type FiledOn = Pick<Question, 'facts' | 'on'>

/**
 * What persons answer for a service, in printed order: judged conditions, then scores. A score whose
 * range leaves one number only is settled by the measure and asked of nobody.
 */
export function judgedConditions(
  program: Program,
  service: Service,
  filed: FiledOn | null = null,
): JudgedCondition[] {
  const all = asks(program, service.name)
  const conditions = all.flatMap((ask): JudgedCondition[] => {
    if (ask.kind !== 'judgement') return []
    const { name, title, cite, question, by, looksAt } = ask.condition
    return [{ name, title, cite, question, by, looksAt, kind: 'verdict', range: null }]
  })
  const scores = all.flatMap((ask): JudgedCondition[] => {
    if (ask.kind !== 'score' || !ask.value.scoredBy) return []
    const { name, title, cite, scoredBy } = ask.value
    const range = filed ? pointsRange(program, asQuestion(filed), name) : null
    if (range && range.from === range.to) return []
    return [{ name, title, cite, ...scoredBy, looksAt: [], kind: 'score', range }]
  })
  return [...conditions, ...scores]
}

const asQuestion = ({ facts, on }: FiledOn) => ({ facts: facts as Facts, on })

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
