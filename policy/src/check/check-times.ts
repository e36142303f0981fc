import type { Words } from '../program/words.ts'
import type { ServiceText, StepLimitText } from '../syntax/pack-shapes.ts'
import type { Known } from './known.ts'

type Step = ServiceText['route'][number]

/** Where silence may count for something, and by which field of the step. */
const SILENCE = {
  accepted: { act: 'accept', field: 'within' },
  waived: { act: 'return', field: 'window' },
} as const

/** What the times of a route say of silence, of the act they run from and of what they leave out. */
export function checkTimes(known: Known, service: ServiceText): void {
  for (const step of service.route) {
    for (const field of ['within', 'window'] as const) {
      const limit = step[field]
      if (!limit) continue
      checkSilence(known, { step, field, limit })
      checkSpan(known, { service, step, limit })
    }
  }
}

type Timed = { step: Step; field: 'within' | 'window'; limit: StepLimitText }

function checkSilence(known: Known, { step, field, limit }: Timed): void {
  if (!limit.deemed) return
  const place = SILENCE[limit.deemed]
  if (step.act === place.act && field === place.field) return
  tell(known, step, {
    code: 'silence.elsewhere',
    zh: `deemed: ${limit.deemed} 只能写在 ${place.act} 这一步的 ${place.field} 里`,
    en: `deemed: ${limit.deemed} belongs under ${place.field} of the step ${place.act}`,
  })
}

function checkSpan(
  known: Known,
  { service, step, limit }: { service: ServiceText; step: Step; limit: StepLimitText },
): void {
  const acts = service.route.map(({ act }) => act)
  const own = acts.indexOf(step.act)
  const from = limit.since ? acts.indexOf(limit.since) : -1
  if (limit.since && (from < 0 || from >= own || limit.since === 'file'))
    tell(known, step, {
      code: 'limit.since',
      zh: `期限从 ${limit.since} 起算，而它不是 ${step.act} 之前、受理以后的一步`,
      en: `the time runs from ${limit.since}, which is no step before ${step.act} from acceptance on`,
    })
  for (const left of limit['not-counted'] ?? []) {
    const at = acts.indexOf(left)
    if (limit.since && at > from && at < own) continue
    tell(known, step, {
      code: 'limit.not-counted',
      zh: `${left} 不在这个期限经过的步骤里：先用 since 写明从哪一步起算`,
      en: `${left} is no step this time runs over: say with since from which step it runs`,
    })
  }
}

function tell(known: Known, { at, cite }: Step, said: Words & { readonly code: string }): void {
  known.complaints.add({ at, cite, ...said })
}
