import type { Seats } from '../program/declarations.ts'
import { ratio, roundToWhole, times } from '../values/rational.ts'

/** How many places there are for so many who are ranked. */
export function seatsAmong(seats: Seats, ranked: number): number {
  if ('places' in seats) return seats.places
  return Number(roundToWhole(times(seats.share, ratio(BigInt(ranked), 1n)), seats.round))
}
