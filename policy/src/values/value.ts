import type { Rational } from './rational.ts'

/** What a measured number is a number of. A quantity compares only with its own dimension. */
export type Dimension = 'money' | 'area' | 'count' | 'share' | 'number'

/**
 * A value of the language. `does-not-apply` is a value (not a missing one); what is missing is
 * never a Value: the evaluator answers unknown and says which fact.
 */
export type Value =
  | {
      readonly kind: 'quantity'
      readonly amount: Rational
      readonly dimension: Dimension
    }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'does-not-apply' }
