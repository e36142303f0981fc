import type { Condition } from '../program/condition.ts'
import type { Fact, Paper } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import { type Day, dayOf } from '../values/day.ts'
import { printValue } from '../values/print.ts'
import { allOf, anyOf, atLeast, type Truth } from '../values/truth.ts'
import { answerOf } from './answer-of.ts'
import { factsOf } from './facts-of.ts'
import { truthOf, unreachable } from './formula.ts'
import { type Given, readGiven } from './given.ts'
import type { Facts, Finding, Missing, Outcome, Seen } from './outcome.ts'

export type Question = {
  readonly service: string
  readonly facts: Facts
  /** The day the question is asked for, yyyy-mm-dd. */
  readonly on: string
}

/**
 * Answers one service of a program for one set of facts on one day, with a finding for each
 * condition in the order the articles print.
 * @throws WrongFacts when a supplied value does not fit its fact
 * @throws RangeError when the program has no such service, or `on` is no day
 */
export function evaluate(program: Program, question: Question): Outcome {
  const on = dayOf(question.on)
  if (!on) throw new RangeError(`not a day: ${question.on}`)
  const service = Object.hasOwn(program.services, question.service)
    ? program.services[question.service]
    : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${question.service}`)
  const given = readGiven(program, question.facts)
  const findings: Finding[] = []
  const truth = settle(root, { program, service, given, on, findings })
  return {
    service: service.name,
    pack: program.pack,
    version: program.version,
    digest: program.digest,
    on,
    answer: answerOf(truth),
    findings,
  }
}

type Settling = {
  readonly program: Program
  readonly service: Service
  readonly given: Given
  readonly on: Day
  readonly findings: Finding[]
}

/** Groups come before their members, so a place is kept before the members are settled. */
function settle(condition: Condition, settling: Settling): Truth {
  const at = settling.findings.length
  const members = 'of' in condition ? condition.of : []
  const placeholder = finding(condition, 'unknown', members)
  settling.findings.push(placeholder)
  const truth = truthOfCondition(condition, settling)
  settling.findings[at] = {
    ...finding(condition, truth, members),
    ...(condition.kind === 'computed' && seenIn(condition, truth, settling)),
    ...(condition.kind === 'evidenced' && paperMissing(condition, truth, settling.service)),
    ...(condition.kind === 'judged' && judgementMissing(condition, truth)),
  }
  return truth
}

function truthOfCondition(condition: Condition, settling: Settling): Truth {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of.map((member) => settle(member, settling)))
    case 'any':
      return anyOf(condition.of.map((member) => settle(member, settling)))
    case 'at-least':
      return atLeast(
        condition.count,
        condition.of.map((member) => settle(member, settling)),
      )
    case 'computed':
      return truthOf(condition.test, settling)
    case 'evidenced':
      return settling.given.truths.get(condition.paper) ?? 'unknown'
    case 'judged':
      return settling.given.truths.get(condition.name) ?? 'unknown'
    default:
      return unreachable(condition)
  }
}

function finding(condition: Condition, truth: Truth, members: readonly Condition[]): Finding {
  return {
    condition: condition.name,
    kind: condition.kind,
    title: condition.title,
    answer: answerOf(truth),
    cite: condition.cite,
    saw: [],
    missing: [],
    of: members.map(({ name }) => name),
  }
}

/** A decided condition waits for nothing, whatever its formula mentions besides. */
function seenIn(
  condition: Extract<Condition, { kind: 'computed' }>,
  truth: Truth,
  settling: Settling,
) {
  const decided = truth === 'yes' || truth === 'no'
  const saw: Seen[] = []
  const missing: Missing[] = []
  for (const name of factsOf(condition.test)) {
    const fact = settling.program.facts[name]
    if (!fact) continue
    const known = settling.given.facts.get(name)
    if (known?.state === 'known') {
      saw.push({ fact: name, title: fact.title, value: printValue(fact, known.value) })
    } else if (!decided) missing.push(missingFact(fact, known?.state === 'unavailable'))
  }
  return { saw, missing }
}

function missingFact(fact: Fact, unavailable: boolean): Missing {
  return { fact: fact.name, title: fact.title, from: unavailable ? 'register' : fact.from }
}

function paperMissing(
  condition: Extract<Condition, { kind: 'evidenced' }>,
  truth: Truth,
  service: Service,
) {
  const paper: Paper | undefined = service.papers.find(({ name }) => name === condition.paper)
  const title = paper?.title ?? condition.title
  if (truth === 'yes') {
    return { saw: [{ fact: condition.paper, title, value: '已提交' }] }
  }
  if (truth === 'no') return {}
  return { missing: [{ fact: condition.paper, title, from: 'applicant' }] }
}

function judgementMissing(condition: Extract<Condition, { kind: 'judged' }>, truth: Truth) {
  if (truth === 'yes' || truth === 'no') return {}
  return { missing: [{ fact: condition.name, title: condition.title, from: condition.by }] }
}
