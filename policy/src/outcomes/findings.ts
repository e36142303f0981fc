import type { Answer, Finding, Missing } from '../evaluate/outcome.ts'
import type { Plan } from '../lower/lower.ts'
import { type Id, NO, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import type { Condition } from '../program/condition.ts'
import type { Service } from '../program/service.ts'
import { type AtHand, registerIn } from './at-hand.ts'
import { type SightBook, sightsOf } from './sights.ts'

type Registers = Float64Array

/** Where findings come from: truths in registers, names in a book. */
export type Source = {
  readonly plan: Plan
  readonly service: Service
  readonly r: Registers
  readonly book: SightBook
}

export type Tell = (at: AtHand, into: Finding[]) => void

const ANSWERS: Readonly<Record<number, Answer>> = {
  [YES]: 'met',
  [NO]: 'not-met',
  [UNKNOWN]: 'unknown',
  [UNAVAILABLE]: 'unavailable',
}

export const answerIn = (r: Registers, t: Id): Answer => ANSWERS[r[t] ?? 0] ?? 'unknown'
export const isDecided = (answer: Answer): boolean => answer === 'met' || answer === 'not-met'

export function truthOf({ conditions }: Plan, name: string): Id {
  const found = conditions.find((one) => one.name === name)
  if (!found) throw new RangeError(`no such condition: ${name}`)
  return found.t
}

type Reasons = Pick<Finding, 'saw' | 'missing'>
const NONE: Reasons = { saw: [], missing: [] }

/** What is told of one condition and of those below it, groups before their members. */
export function teller(source: Source, condition: Condition): Tell {
  const { name, kind, title, cite } = condition
  const { r, plan } = source
  const t = truthOf(plan, name)
  const of = 'of' in condition ? condition.of.map((one) => one.name) : []
  const reasons = reasonsOf(source, condition)
  const below = belowOf(source, condition)
  return (at, into) => {
    const answer = answerIn(r, t)
    const { saw, missing } = reasons(at, answer)
    into.push({ condition: name, kind, title, answer, cite, saw, missing, of })
    below(at, into)
  }
}

/** All members of a group; of a variant the one that applies. */
function belowOf(source: Source, condition: Condition): Tell {
  if (!('of' in condition)) return () => undefined
  const members = condition.of.map((one) => teller(source, one))
  if (condition.kind !== 'variant') {
    return (at, into) => {
      for (const member of members) member(at, into)
    }
  }
  const questions = source.plan.variants.get(condition.name) ?? []
  return (at, into) => {
    const hit = firstThatHolds(source.r, questions)
    if (hit !== null) members[hit]?.(at, into)
  }
}

/** The first that holds, all before it being no; null where there is none or it is undecided. */
export function firstThatHolds(r: Registers, truths: readonly Id[]): number | null {
  const at = truths.findIndex((t) => r[t] !== NO)
  const t = truths[at]
  return t !== undefined && r[t] === YES ? at : null
}

type ReasonsOf = (at: AtHand, answer: Answer) => Reasons

function reasonsOf({ service, book }: Source, condition: Condition): ReasonsOf {
  switch (condition.kind) {
    case 'computed':
      return formulaReasons(book, condition.test)
    case 'variant':
      return formulaReasons(book, { kind: 'and', of: condition.when })
    case 'evidenced': {
      const { paper } = condition
      const title = service.papers.find(({ name }) => name === paper)?.title ?? condition.title
      const handedIn: Reasons = { saw: [{ fact: paper, title, value: '已提交' }], missing: [] }
      const open = openUntil({ fact: paper, title, from: 'applicant' })
      return (at, answer) => (answer === 'met' ? handedIn : open(at, answer))
    }
    case 'judged':
      return openUntil({ fact: condition.name, title: condition.title, from: condition.by })
    default:
      return () => NONE
  }
}

function formulaReasons(book: SightBook, test: Parameters<typeof sightsOf>[1]): ReasonsOf {
  const { saw, missing } = sightsOf(book, test)
  return (at, answer) => ({ saw: saw(at), missing: isDecided(answer) ? [] : missing(at) })
}

function openUntil(missing: Missing): ReasonsOf {
  return ({ given }, answer) => {
    if (isDecided(answer)) return NONE
    const register = registerIn(given(missing.fact))
    return { saw: [], missing: [{ ...missing, ...(register && { register }) }] }
  }
}
