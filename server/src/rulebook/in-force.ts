import { addDays, type Day } from '../kernel/index.ts'
import type { Enactment } from './measure.ts'
import type { Made } from './rulebook-store.ts'

/**
 * The acts of one pack with the days on which each was in force: an act ends on its own last day,
 * or on the day before the next one takes effect. Takes and answers them by first day.
 */
export function history(acts: readonly Made[]): Enactment[] {
  return acts.map(({ person: _, ...made }, at) => {
    const next = acts[at + 1]
    return { ...made, until: earlier(made.until, next ? addDays(next.from, -1) : null) }
  })
}

/** The act under which a version is in force on a day, or null. */
export function inForceOn(acts: readonly Made[], on: Day): Enactment | null {
  const found = history(acts).findLast((one) => one.from <= on)
  if (!found || (found.until !== null && found.until < on)) return null
  return found
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
