import type { Citation } from './citation.ts'
import type { Expression } from './expression.ts'
import type { FactName } from './fact.ts'
import type { Words } from './words.ts'

export type ConditionName = string
/** The key of an office of the pack: city-bureau, district-bureau, expert-panel. */
export type OfficeKey = string

type Cited = {
  readonly name: ConditionName
  readonly cite: Citation
  readonly title: Words
}

/**
 * A condition is computed from facts, evidenced by a paper, or judged by a named office; or it is
 * made of conditions. Every node has a name and a citation of its own.
 */
export type Condition =
  | (Cited & { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] })
  /** A list of vetoes (一票否决): met when every member is not met. */
  | (Cited & { readonly kind: 'none'; readonly of: readonly Condition[] })
  /**
   * Variants by class, place, age or industry: the first whose `when` holds is the one that counts;
   * undecided while an earlier `when` is. `when` of the last may be `true`. None holds: not met.
   */
  | (Cited & {
      readonly kind: 'variant'
      readonly of: readonly Condition[]
      readonly when: readonly Expression[]
      readonly printed: readonly string[]
    })
  | (Cited & {
      readonly kind: 'at-least'
      readonly count: number
      readonly of: readonly Condition[]
    })
  /** `printed` is the formula as the pack writes it, for the page and the margin. */
  | (Cited & { readonly kind: 'computed'; readonly test: Expression; readonly printed: string })
  /** Met when the paper is there and nobody refused it; unknown while it is missing. */
  | (Cited & { readonly kind: 'evidenced'; readonly paper: FactName })
  /** Met or not met only by the answer of the office; its answer is supplied under `name`. */
  | (Cited & {
      readonly kind: 'judged'
      readonly question: Words
      readonly by: OfficeKey
      readonly looksAt: readonly FactName[]
    })
