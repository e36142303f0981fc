import { type Act, type Limit, type Service, stepFor } from '@banfa/policy/run'
import { type Moved, type Running, runLimit } from '../clocks/index.ts'
import type { Day, Words, WorkingCalendar } from '../kernel/index.ts'
import { daysBetween, Refusal } from '../kernel/index.ts'
import { type CaseState, isWindowOver } from './case.ts'
import {
  type LeftOut,
  leftOutOf,
  leftOutWords,
  reviewBegan,
  timedStep,
} from './limit-over-steps.ts'

/** A day an act is due and how it was counted, for the chip on the page. */
export type Deadline = {
  readonly act: Act
  readonly on: Day
  /** Working days (or days) left after today up to and including `on`; negative when it is past. */
  readonly left: number
  readonly unit: 'working-days' | 'days'
  readonly from: Day
  readonly counted: Words
  readonly basis: Words
  readonly assumed: boolean
}

/** Limits a call sets instead of assumed ones, by act, in the limit's own unit, and why. */
export type SetLimits = Readonly<
  Record<string, { readonly length: number; readonly because: string }>
>

export type Clockwork = {
  readonly service: Service
  readonly limits: SetLimits
  readonly closesOn: Day
  readonly calendar: WorkingCalendar
  readonly today: Day
  /** Pauses and extensions of the case's clocks; none unless told. */
  readonly movements?: readonly Moved[]
}

/** A limit that runs, and the clock its movements belong to. */
export type RunningLimit = {
  readonly key: string
  readonly act: Act
  readonly from: Day
  readonly limit: Limit
  /** Steps whose time the limit leaves out, as far as they have come. */
  readonly leftOut: readonly LeftOut[]
}

/** The limit that counts: the call's number where the measure prints none (assumed), else the pack's. */
export function limitSet(limit: Limit | null, own: SetLimits[string] | undefined): Limit | null {
  if (!limit?.assumed || own === undefined) return limit
  return { ...limit, length: own.length, basis: callSays(own.because) }
}

/** The act a case waits for, or null when it waits for nobody. */
export function waitsForAct(state: CaseState, service: Service): Act | null {
  if (state.stage !== 'recommended') return WAITS[state.stage]
  const needsExperts = (stepFor(service, 'conclude-review')?.experts ?? 0) > 0
  return needsExperts && state.experts === 0 ? 'assign' : 'conclude-review'
}

/** When the case's next act is due; null when no limit runs or the year's calendar is not known yet. */
export function deadlineOf(state: CaseState, clockwork: Clockwork): Deadline | null {
  const act = waitsForAct(state, clockwork.service)
  if (act === null) return null
  if (act === 'file') {
    return state.stage === 'draft' ? untilClosing(clockwork) : untilCorrected(state, clockwork)
  }
  return unlessUnknownYear(() => {
    if (state.notice && !isWindowOver(state, clockwork.today))
      return untilWindowEnds(state, clockwork)
    return untilLimit(state, clockwork)
  })
}

/** The limit of the act the case waits for; null while it waits for the applicant or for a window to end. */
export function runningLimit(
  state: CaseState,
  { service, limits, today }: Pick<Clockwork, 'service' | 'limits' | 'today'>,
): RunningLimit | null {
  const act = waitsForAct(state, service)
  if (act === null || act === 'file') return null
  if (state.stage !== 'objected' && !isWindowOver(state, today)) return null
  const step = timedStep(state, service, act)
  const limit = step && limitSet(step.within, limits[step.act])
  if (!step || !limit) return null
  const from = (limit.since && state.done[limit.since]) ?? startOf(state, act)
  const key = `${step.act}/${from}/${state.filings}`
  return { key, act: step.act, from, limit, leftOut: leftOutOf(state, limit, service) }
}

/** Where that limit stands with all that befell it. */
export function standingOf(clock: RunningLimit, clockwork: Clockwork): Running {
  return runLimit(clockwork.calendar, clock, movedIn(clock, clockwork))
}

/** The same where the year may not have a calendar. */
export function standingUnlessUnknown(clock: RunningLimit, clockwork: Clockwork) {
  try {
    return standingOf(clock, clockwork)
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'calendar.unknown-year') throw error
    return { state: 'unknown-year', due: null, suspendedOn: null } as const
  }
}

function movedIn({ key }: RunningLimit, { movements = [] }: Clockwork): readonly Moved[] {
  return movements.filter((one) => one.clock === key)
}

/** How a stretch was counted, for people who count along: rest days by name. */
export function countedWords(calendar: WorkingCalendar, from: Day, to: Day): Words {
  const { workingDays, restDays } = calendar.explain(from, to)
  const names = [...new Set(restDays.map((rest) => rest.name).filter((name) => name !== null))]
  const named = names.length > 0 ? `，含${names.join('、')}` : ''
  const rest = restDays.length
  return {
    zh: `自${from}的次日起算，至${to}为第${workingDays}个工作日，其间休息日${rest}天${named}`,
    en: `${to} is working day ${workingDays} after ${from} (which does not count); ${rest} days of rest between`,
  }
}

const CALL_SAYS: Words = { zh: '申报通知另行规定', en: 'Set by the call' }

function callSays(because: string): Words {
  if (because === '') return CALL_SAYS
  return { zh: `${CALL_SAYS.zh}：${because}`, en: `${CALL_SAYS.en}: ${because}` }
}

const WAITS: Readonly<Record<CaseState['stage'], Act | null>> = {
  draft: 'file',
  filed: 'accept',
  returned: 'file',
  accepted: 'recommend',
  recommended: 'conclude-review',
  reviewed: 'deliberate',
  deliberated: 'publicise',
  publicised: 'propose',
  objected: 'answer-objection',
  proposed: 'decide',
  decided: 'certify',
  certified: null,
  refused: null,
  withdrawn: null,
  revoked: null,
}

function untilLimit(state: CaseState, clockwork: Clockwork): Deadline | null {
  const clock = runningLimit(state, clockwork)
  const on = clock && standingOf(clock, clockwork).due
  if (!clock || on === null) return null
  const { act, from, limit } = clock
  const isWorking = limit.unit === 'working-days'
  return {
    act,
    on,
    left: (isWorking ? workingDaysLeft(clockwork, on) : null) ?? daysBetween(clockwork.today, on),
    unit: isWorking ? 'working-days' : 'days',
    from,
    counted: movedWords(clock, clockwork) ?? countedWords(clockwork.calendar, from, on),
    basis: limit.basis,
    assumed: limit.assumed,
  }
}

/** A limit that was moved says so instead of counting days that did not count. */
function movedWords(clock: RunningLimit, clockwork: Clockwork): Words | null {
  const moved = movedIn(clock, clockwork)
  if (moved.length === 0) return leftOutWords(clock)
  const pauses = moved.filter((one) => one.move === 'suspend').length
  const extended = moved.reduce((sum, one) => sum + (one.move === 'extend' ? one.length : 0), 0)
  return {
    zh: `自${clock.from}的次日起算，中止${pauses}次，延长${extended}日，中止期间不计入`,
    en: `Counted from the day after ${clock.from}; suspended ${pauses} times, extended by ${extended} days; time suspended does not count`,
  }
}

/** The day the clock of an act starts from; it does not count itself (民法典 第201条). */
function startOf(state: CaseState, act: Act): Day {
  if (act === 'conclude-review') return reviewBegan(state) ?? state.since
  if (act === 'answer-objection') return state.openObjections[0]?.on ?? state.since
  // After an answered objection the stage is publicised again, but the office could act since the later day.
  if (act === 'propose' && state.notice) return later(state.notice.until, state.since)
  return state.since
}

function untilWindowEnds(state: CaseState, clockwork: Clockwork): Deadline | null {
  if (state.stage === 'objected') return untilLimit(state, clockwork)
  const step = stepFor(clockwork.service, 'publicise')
  const from = state.done.publicise
  const until = state.notice?.until
  const window = limitSet(step?.window ?? null, clockwork.limits.publicise)
  if (!from || !until || !window) return null
  return {
    act: 'propose',
    on: until,
    left: workingDaysLeft(clockwork, until) ?? daysBetween(clockwork.today, until),
    unit: 'working-days',
    from,
    counted: countedWords(clockwork.calendar, from, until),
    basis: window.basis,
    assumed: window.assumed,
  }
}

/** The day the office set when it returned the case; none when it set none (ADR 0069). */
function untilCorrected(state: CaseState, clockwork: Clockwork): Deadline | null {
  const until = state.correction?.until
  if (!until) return null
  return {
    act: 'file',
    on: until,
    left: workingDaysLeft(clockwork, until) ?? daysBetween(clockwork.today, until),
    unit: 'working-days',
    from: state.since,
    counted: countedWords(clockwork.calendar, state.since, until),
    basis: { zh: '补正材料告知书确定的期限', en: 'Set by the notice to complete the application' },
    assumed: false,
  }
}

function untilClosing({ closesOn, today }: Clockwork): Deadline {
  return {
    act: 'file',
    on: closesOn,
    left: daysBetween(today, closesOn),
    unit: 'days',
    from: today,
    counted: {
      zh: `申报通知规定的截止日，含当天`,
      en: 'The closing day of the call, that day included',
    },
    basis: CALL_SAYS,
    assumed: false,
  }
}

/** Working days after today up to and including a day; negative when it is past, null when not known. */
export function workingDaysLeft(
  { calendar, today }: Pick<Clockwork, 'calendar' | 'today'>,
  on: Day,
): number | null {
  return unlessUnknownYear(() =>
    on >= today ? calendar.workingDaysBetween(today, on) : -calendar.workingDaysBetween(on, today),
  )
}

export function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** A year without a published calendar has no due day; it is shown as not known, never guessed. */
export function unlessUnknownYear<Answer>(work: () => Answer): Answer | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'calendar.unknown-year') return null
    throw error
  }
}
