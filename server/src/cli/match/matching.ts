import type { Answer } from '@banfa/policy/run'
import type { Firm, WrongCell } from './firm.ts'

/** One service answered for one enterprise. */
export type Match = {
  readonly pack: string
  readonly service: string
  readonly answer: Answer
  /** In yuan; null where the service pays nothing, refuses, or the amount is not known. */
  readonly amount: string | null
  readonly payable: string | null
  /** What the undecided conditions wait for, as people call it. */
  readonly missing: readonly string[]
  /** The fewest changes that would take the refusal away, run again to be sure. */
  readonly repair: string | null
}

/** An enterprise with its answers, or the values for which it has none. */
export type Answered = {
  readonly firm: Firm
  readonly matches: readonly Match[]
  readonly wrong: readonly WrongCell[]
}
