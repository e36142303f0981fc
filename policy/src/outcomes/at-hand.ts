import type { Frame, Result } from '../evaluate/frame.ts'
import type { Facts, Seen, Supplied } from '../evaluate/outcome.ts'

/** One set of facts while its services are answered. */
export type AtHand = {
  readonly facts: Facts
  /** What is supplied under a name of the facts; null where nothing is. */
  readonly given: (name: string) => Supplied | null
  /** What was seen of each name once it is printed, by its place; null where nothing is known. */
  readonly seen: (Seen | null | undefined)[]
  /** What values gave, by their place. */
  readonly worked: (Result | undefined)[]
  /** The interpreter's own frame, made when it is asked for. */
  readonly frame: () => Frame
}

export const isMissing = (supplied: Supplied | null): supplied is null =>
  supplied === null || supplied === ''

/** The register that did not answer; null where one did, or none was asked. */
export function registerIn(supplied: Supplied | null): string | null {
  if (typeof supplied !== 'object' || supplied === null || !('unavailable' in supplied)) return null
  return typeof supplied.unavailable === 'string' ? supplied.unavailable : null
}
