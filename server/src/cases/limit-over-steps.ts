import { type Act, type Limit, type Service, type Step, stepFor } from '@banfa/policy/run'
import type { Movement } from '../clocks/index.ts'
import type { Day, Words } from '../kernel/index.ts'
import type { CaseState } from './case.ts'

/** A pause that follows from the case's own steps and that nobody has to enter. */
export type Suspension = Extract<Movement, { move: 'suspend' | 'resume' }> & {
  readonly step: NonNullable<Limit['notCounted']>[number]
}

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
 * experts were assigned, a public notice from its first day to its last.
 */
export function suspensionsOf(
  state: CaseState,
  limit: Limit,
  service: Service,
): readonly Suspension[] {
  return (limit.notCounted ?? []).flatMap((step): Suspension[] => {
    const [from, to] = step === 'publicise' ? noticeOf(state) : reviewOf(state, service)
    if (!from) return []
    const suspended: Suspension = { move: 'suspend', on: from, step }
    return to && to >= from ? [suspended, { move: 'resume', on: to, step }] : [suspended]
  })
}

type Stretch = readonly [Day | undefined, Day | undefined]

function noticeOf({ done, notice }: CaseState): Stretch {
  return [notice ? done.publicise : undefined, notice?.until]
}

function reviewOf({ stage, done }: CaseState, service: Service): Stretch {
  const hasExperts = (stepFor(service, 'conclude-review')?.experts ?? 0) > 0
  const to = done['conclude-review']
  const from = hasExperts ? done.assign : done.recommend
  return to || stage === 'recommended' ? [from, to] : [undefined, undefined]
}

const NAMES = {
  'conclude-review': { zh: '专家评审', en: 'the review' },
  publicise: { zh: '公示', en: 'the public notice' },
} as const

/** Says what is left out; null where nothing is, so that the days can be counted along. */
export function leftOutWords(clock: {
  readonly from: Day
  readonly suspensions: readonly Suspension[]
}): Words | null {
  const steps = [...new Set(clock.suspensions.map(({ step }) => NAMES[step]))]
  if (steps.length === 0) return null
  return {
    zh: `自${clock.from}的次日起算，${steps.map(({ zh }) => zh).join('、')}所需时间不计入`,
    en: `Counted from the day after ${clock.from}; the time of ${steps.map(({ en }) => en).join(' and ')} does not count`,
  }
}
