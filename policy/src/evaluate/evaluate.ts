import type { Condition } from '../program/condition.ts'
import type { Paper } from '../program/fact.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import { type Day, dayOf } from '../values/day.ts'
import type { Truth } from '../values/truth.ts'
import { answerOf } from './answer-of.ts'
import { conditionTruth } from './condition-truth.ts'
import type { Frame, WorkingDays } from './frame.ts'
import { readGiven } from './given.ts'
import type { Facts, Finding, Outcome } from './outcome.ts'
import { payableOf } from './payable.ts'
import { nothingSeen, reasonsFor, type SeenNames } from './reasons.ts'
import { workedValues } from './worked-values.ts'

export type Question = {
  readonly service: string
  readonly facts: Facts
  /** The day the question is asked for, yyyy-mm-dd. */
  readonly on: string
  /** The calendar, for formulas that count working days; without it those are unavailable. */
  readonly workingDays?: WorkingDays
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
  const settling = settlingOf(program, service, { ...question, on })
  const truth = settle(root, settling)
  return {
    service: service.name,
    pack: program.pack,
    version: program.version,
    digest: program.digest,
    on,
    answer: answerOf(truth),
    findings: settling.findings,
    values: workedValues(root, settling),
    pays: service.pays ? payableOf(service.pays, settling.frame) : null,
  }
}

/** What settling the conditions of one service works with and adds to. */
export type Settling = {
  readonly program: Program
  readonly service: Service
  readonly frame: Frame
  readonly findings: Finding[]
  readonly seen: SeenNames
}

function settlingOf(
  program: Program,
  service: Service,
  question: Question & { readonly on: Day },
): Settling {
  const frame: Frame = {
    program,
    given: readGiven(program, question.facts),
    on: question.on,
    workingDays: question.workingDays ?? null,
    record: null,
    worked: new Map(),
  }
  return { program, service, frame, findings: [], seen: nothingSeen() }
}

/** Groups come before their members, so a place is kept before the members are settled. */
function settle(condition: Condition, settling: Settling): Truth {
  const at = settling.findings.length
  settling.findings.push(finding(condition, 'unknown'))
  const truth = conditionTruth(condition, settling.frame, (member) => settle(member, settling))
  const decided = truth === 'yes' || truth === 'no'
  settling.findings[at] = {
    ...finding(condition, truth),
    ...(condition.kind === 'computed' && reasonsFor(condition.test, settling, decided)),
    ...(condition.kind === 'variant' &&
      reasonsFor({ kind: 'and', of: condition.when }, settling, decided)),
    ...(condition.kind === 'evidenced' && paperMissing(condition, truth, settling)),
    ...(condition.kind === 'judged' && judgementMissing(condition, truth, settling)),
  }
  return truth
}

function finding(condition: Condition, truth: Truth): Finding {
  return {
    condition: condition.name,
    kind: condition.kind,
    title: condition.title,
    answer: answerOf(truth),
    cite: condition.cite,
    saw: [],
    missing: [],
    of: 'of' in condition ? condition.of.map(({ name }) => name) : [],
  }
}

type Evidenced = Extract<Condition, { kind: 'evidenced' }>

function paperMissing(condition: Evidenced, truth: Truth, { service, frame }: Settling) {
  const paper: Paper | undefined = service.papers.find(({ name }) => name === condition.paper)
  const title = paper?.title ?? condition.title
  if (truth === 'yes') {
    return { saw: [{ fact: condition.paper, title, value: '已提交' }] }
  }
  if (truth === 'no') return {}
  const register = frame.given.registers.get(condition.paper)
  return {
    missing: [{ fact: condition.paper, title, from: 'applicant', ...(register && { register }) }],
  }
}

type Judged = Extract<Condition, { kind: 'judged' }>

function judgementMissing(condition: Judged, truth: Truth, { frame }: Settling) {
  if (truth === 'yes' || truth === 'no') return {}
  const { name, title, by } = condition
  const register = frame.given.registers.get(name)
  return { missing: [{ fact: name, title, from: by, ...(register && { register }) }] }
}
