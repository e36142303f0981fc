/** Seconds before each further attempt; the schedule that Standard Webhooks recommends. */
const WAITS = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/**
 * Seconds to wait after the given number of attempts in a row; null when a person must look. Up to a
 * fifth is added by chance, so that what failed together does not come back together.
 * @param chance from 0 to 1
 */
export function waitAfter(attempts: number, chance: number): number | null {
  const wait = WAITS[attempts - 1]
  return wait === undefined ? null : wait + Math.floor((wait * chance) / 5)
}
