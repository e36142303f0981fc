import { type Act, type Limit, type Service, type Step, stepFor } from '@banfa/policy/run'
import type { Suspension } from '../clocks/index.ts'
import type { Day, Words } from '../kernel/index.ts'
import type { CaseState } from './case.ts'

/** A stretch left out that follows from the case's own steps and that nobody has to enter. */
export type LeftOut = Suspension & { readonly step: NonNullable<Limit['notCounted']>[number] }

/**
 * The step whose limit runs while a case waits for an act: its own, or a later one's that began
 * earlier and runs over the steps between (自受理之日起20个工作日内决定).
 */
export function timedStep(state: CaseState, service: Service, act: Act): Step | null {
  const own = stepFor(service, act)
  if (own?.within) return own
  return service.route.find((step) => runsAlready(state, step)) ?? null
}

function runsAlready(state: CaseState, { act, within }: Step): boolean {
  return within?.since !== undefined && !state.done[act] && state.done[within.since] !== undefined
}

/**
 * The stretches a limit leaves out (行政许可法 第45条: 专家评审所需时间不计入): a review from the day
 * its first experts were assigned, a public notice from its first day to its last, and those of
 * rounds before.
 */
export function leftOutOf(state: CaseState, limit: Limit, service: Service): readonly LeftOut[] {
  const all = [...(state.leftOut ?? []), ...stretchesOf(state, service)]
  return all.filter(({ step }) => limit.notCounted?.includes(step))
}

/** What of the round that runs a limit may leave out. */
export function stretchesOf(state: CaseState, service: Service): readonly LeftOut[] {
  const { notice, done } = state
  const told = notice && done.publicise ? [{ from: done.publicise, to: notice.until }] : []
  return [
    ...reviewOf(state, service).map((one) => ({ ...one, step: 'conclude-review' as const })),
    ...told.map((one) => ({ ...one, step: 'publicise' as const })),
  ]
}

/** The day the first experts of the round were assigned; later ones do not begin it anew. */
export function reviewBegan({ reviewFrom, done }: CaseState): Day | undefined {
  return reviewFrom ?? done.assign
}

function reviewOf(state: CaseState, service: Service): Suspension[] {
  const hasExperts = (stepFor(service, 'conclude-review')?.experts ?? 0) > 0
  const { done, reopenedOn, stage } = state
  const from = hasExperts ? reviewBegan(state) : (reopenedOn ?? done.recommend)
  const to = done['conclude-review'] ?? null
  if (!from || (to === null && stage !== 'recommended')) return []
  return [{ from, to: to !== null && to >= from ? to : null }]
}

const NAMES = {
  'conclude-review': { zh: '专家评审', en: 'the review' },
  publicise: { zh: '公示', en: 'the public notice' },
} as const

/** Says what is left out; null where nothing is, so that the days can be counted along. */
export function leftOutWords(clock: {
  readonly from: Day
  readonly leftOut: readonly LeftOut[]
}): Words | null {
  const steps = [...new Set(clock.leftOut.map(({ step }) => NAMES[step]))]
  if (steps.length === 0) return null
  return {
    zh: `自${clock.from}的次日起算，${steps.map(({ zh }) => zh).join('、')}所需时间不计入`,
    en: `Counted from the day after ${clock.from}; the time of ${steps.map(({ en }) => en).join(' and ')} does not count`,
  }
}
