import type { Position } from './block.ts'
import type { Matched } from './crew.ts'
import type { WrongCell } from './firm.ts'

/** How many enterprises had each answer, by service. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** How far a run has come, and what it has counted on the way. */
export type Reached = {
  readonly at: Position
  readonly firms: number
  readonly wrong: number
  /** The first of the values that do not fit. */
  readonly shown: readonly WrongCell[]
  readonly answers: Counts
  /** Refusals that a repair was told for, by service. */
  readonly repaired: Readonly<Record<string, number>>
}

/** Wrong values that are named; the rest is counted. */
export const SHOWN = 20

/** What was reached, and the next block. */
export function further(so: Reached, { block, done }: Matched): Reached {
  return {
    at: block.next,
    firms: so.firms + done.firms,
    wrong: so.wrong + done.wrong,
    shown: [...so.shown, ...done.shown].slice(0, SHOWN),
    answers: added(so.answers, done.answers),
    repaired: sum(so.repaired, done.repaired),
  }
}

function added(a: Counts, b: Counts): Counts {
  const services = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(services.map((one) => [one, sum(a[one] ?? {}, b[one] ?? {})]))
}

function sum(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>) {
  const answers = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return Object.fromEntries(answers.map((one) => [one, (a[one] ?? 0) + (b[one] ?? 0)]))
}

/** How many answers there are in all. */
export const answersIn = ({ answers }: Reached): number =>
  Object.values(answers)
    .flatMap((own) => Object.values(own))
    .reduce((total, count) => total + count, 0)
