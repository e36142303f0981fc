import type { Outcome, Program, Service } from '@banfa/policy/run'
import type { Moved } from '../../clocks/index.ts'
import type { Office } from '../../identity/index.ts'
import type { Day, WorkingCalendar } from '../../kernel/index.ts'
import type { CallRow } from '../call-store.ts'
import { deadlineOf, waitsForAct } from '../deadlines.ts'
import { answerOf, serviceOf } from '../engine.ts'
import { owedBy } from '../missing.ts'
import { doerOf } from '../standing.ts'
import { stepOf } from '../view-route.ts'
import type { MigrationLine, Stop, UnderText } from './migration.ts'
import { type Movable, misfit, serviceGone, stopOf } from './stops.ts'

/** All that the two texts are compared with, besides the case. */
export type Compared = {
  readonly to: Program
  readonly offices: readonly Office[]
  readonly calendar: WorkingCalendar
  readonly today: Day
}

export type MovableOnCall = Movable & {
  readonly call: CallRow
  readonly movements: readonly Moved[]
}

/** What another text would make of a case: its answer, step and due day beside the present ones. */
export function planLine(of: MovableOnCall, compared: Compared): MigrationLine {
  const before = under(of, of, compared)
  const about = {
    caseId: of.board.case_id,
    number: of.board.number,
    party: of.board.party_name,
    service: of.service.title,
    stage: of.state.stage,
    before: before.shown,
  }
  const gone = serviceGone(of, compared.to)
  if (gone) return { ...about, after: null, missing: [], stop: gone }
  const target = { program: compared.to, service: serviceOf(compared.to, of.service.name) }
  const after = triedUnder(of, target, compared)
  if ('says' in after) return { ...about, after: null, missing: [], stop: after }
  const owed = new Set(owedUnder(of, of, before.outcome).map(({ name }) => name))
  const missing = owedUnder(of, target, after.outcome).filter(({ name }) => !owed.has(name))
  const stop = stopOf(of, { ...target, offices: compared.offices }) ?? stepGone(after.shown, of)
  return { ...about, after: after.shown, missing, stop }
}

type Text = { readonly program: Program; readonly service: Service }
type Answered = { readonly shown: UnderText; readonly outcome: Outcome }

function triedUnder(of: MovableOnCall, text: Text, compared: Compared): Answered | Stop {
  try {
    return under(of, text, compared)
  } catch (error) {
    return misfit(error)
  }
}

/** On the sealed facts and the day of filing, with the judgements made so far. */
function under(of: MovableOnCall, text: Text, { calendar, today }: Compared): Answered {
  const { filing, state, call, movements } = of
  const outcome = answerOf(text.program, text.service, {
    facts: filing.facts,
    papers: papersOf(of),
    judged: state.judged,
    scored: state.scored,
    on: filing.filed_on,
  })
  const due = deadlineOf(state, {
    service: text.service,
    limits: call.limits,
    closesOn: call.closes_on,
    calendar,
    today,
    movements,
  })
  const act = waitsForAct(state, text.service)
  const { version } = text.program
  const step = act && stepOf(text, act)
  return { shown: { version, answer: outcome.answer, step, due: due?.on ?? null }, outcome }
}

function owedUnder(of: MovableOnCall, text: Text, outcome: Outcome) {
  return owedBy(text, outcome, papersOf(of))
}

const papersOf = ({ filing }: MovableOnCall) => filing.papers.map((one) => one.paper)

/** The step the case waits for must be on the other route too. */
function stepGone({ step, version }: UnderText, { service }: Movable): Stop | null {
  if (!step || step.act === 'file' || step.isOnRoute) return null
  const { title, cite } = doerOf(service, step.act)
  return {
    says: { zh: `${version}没有“${title.zh}”环节`, en: `${version} has no step “${title.en}”` },
    cite,
  }
}
