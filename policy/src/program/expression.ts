import type { Value } from '../values/value.ts'
import type { FactName } from './fact.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'

/**
 * The closed set of formula nodes. A new one is a compile error in each reader until it is handled;
 * whatever can be said with these is sugar that `compile` rewrites.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value; readonly printed: string }
  | { readonly kind: 'fact'; readonly name: FactName }
  /** The day the question is asked for; never the machine's clock. */
  | { readonly kind: 'day-asked' }
  | {
      readonly kind: 'compare'
      readonly is: Comparison
      readonly left: Expression
      readonly right: Expression
    }
  | { readonly kind: 'within'; readonly of: Expression; readonly among: readonly Value[] }
  | { readonly kind: 'holds'; readonly of: Expression; readonly option: string }
  | {
      readonly kind: 'arithmetic'
      readonly is: Arithmetic
      readonly left: Expression
      readonly right: Expression
    }
  /** A day moved by whole months or days; the end of a shorter month stands in for a missing day. */
  | {
      readonly kind: 'move-day'
      readonly day: Expression
      readonly by: number
      readonly unit: 'months' | 'days'
    }
  | { readonly kind: 'extreme'; readonly is: 'min' | 'max'; readonly of: readonly Expression[] }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'choose'
      readonly when: Expression
      readonly gives: Expression
      readonly otherwise: Expression
    }
  /** Rows in printed order; `from`/`below` null where the band is open; a gap answers unknown. */
  | { readonly kind: 'bands'; readonly of: Expression; readonly rows: readonly Band[] }

export type Band = {
  readonly from: Value | null
  readonly fromIsIn: boolean
  readonly to: Value | null
  readonly toIsIn: boolean
  readonly gives: Value
}
