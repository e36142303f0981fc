import type { Act, Limit, Service, Words } from '@banfa/policy/run'

/** A time limit or window that the measure does not print, so that a call may set its own. */
export type OpenLimit = {
  readonly act: Act
  readonly title: Words
  readonly cite: string
  /** As the pack assumes it; where services differ, the longest. */
  readonly limit: Limit
  /** A notice may be lengthened only; everything else may also be shortened. */
  readonly least: number
}

/** The limits a call over these services may set; one that any of them prints is nobody's to set. */
export function openLimits(services: readonly Service[]): readonly OpenLimit[] {
  const steps = services.flatMap(({ route }) => route)
  const acts = [...new Set(steps.map(({ act }) => act))]
  return acts.flatMap((act) => {
    const own = steps.flatMap((step) => {
      const limit = step.within ?? step.window
      return step.act === act && limit ? [{ step, limit }] : []
    })
    const longest = own.reduce<Limit | null>(
      (most, { limit }) => (most && most.length >= limit.length ? most : limit),
      null,
    )
    const first = own[0]?.step
    if (!first || !longest || !own.every(({ limit }) => limit.assumed)) return []
    const least = Math.max(1, ...own.map(({ step }) => step.window?.length ?? 1))
    return [{ act, title: first.title, cite: first.cite, limit: longest, least }]
  })
}
