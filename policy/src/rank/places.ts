import { compareRationals, type Rational } from '../values/rational.ts'

/** What settles who is better: a score, then what breaks ties, in turn. */
export type Measured = {
  readonly id: string
  readonly score: Rational
  /** Higher is better; null, because it is not known, is below every number. */
  readonly thenBy: readonly (Rational | null)[]
}

/** Those who share a place: 1 is the best, and the next place counts them all. */
export type Equals<T> = { readonly place: number; readonly all: readonly T[] }

/** Everybody by place, the best first; the order of the list settles nothing. */
export function inPlaces<T extends Measured>(all: readonly T[]): readonly Equals<T>[] {
  const sorted = [...all].sort((a, b) => better(b, a))
  const groups: { place: number; all: T[] }[] = []
  for (const [at, one] of sorted.entries()) {
    const last = groups.at(-1)
    const [equal] = last?.all ?? []
    if (last && equal && better(one, equal) === 0) last.all.push(one)
    else groups.push({ place: at + 1, all: [one] })
  }
  return groups
}

/** Above 0 when the first is better. */
function better(a: Measured, b: Measured): number {
  const score = compareRationals(a.score, b.score)
  if (score !== 0) return score
  for (const [at, mine] of a.thenBy.entries()) {
    const order = known(mine, b.thenBy[at] ?? null)
    if (order !== 0) return order
  }
  return 0
}

function known(a: Rational | null, b: Rational | null): number {
  if (a && b) return compareRationals(a, b)
  return Number(a !== null) - Number(b !== null)
}
