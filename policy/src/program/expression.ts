import type { Rational } from '../values/rational.ts'
import type { Value } from '../values/value.ts'
import type { FactName } from './fact.ts'
import type { RecordsName } from './records.ts'
import type { ValueName } from './value-definition.ts'

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Arithmetic = '+' | '-' | '*' | '/'
/** How a number is brought to a whole number of steps; halves are named because people dispute them. */
export type Rounding = 'up' | 'down' | 'half-up' | 'half-down' | 'half-even'

/**
 * The closed set of formula nodes. A new one is a compile error in each reader until it is handled;
 * whatever can be said with these is sugar that `compile` rewrites.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Value; readonly printed: string }
  | { readonly kind: 'fact'; readonly name: FactName }
  /** Another value of the program, worked out once however often it is named. */
  | { readonly kind: 'value'; readonly name: ValueName }
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
  | { readonly kind: 'extreme'; readonly is: 'min' | 'max'; readonly of: readonly Expression[] }
  /** To a whole number of `step` (in base units, above 0): `up` away from zero, `down` towards it. */
  | {
      readonly kind: 'round'
      readonly is: Rounding
      readonly of: Expression
      readonly step: Rational
    }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | { readonly kind: 'not'; readonly of: Expression }
  | {
      readonly kind: 'choose'
      readonly when: Expression
      readonly gives: Expression
      readonly otherwise: Expression
    }
  | TableFormula
  | DayFormula
  | RecordsFormula
  | {
      readonly kind: 'text-test'
      readonly is: 'contains' | 'starts-with'
      readonly of: Expression
      readonly text: string
    }
  /**
   * A number that a person gives under `name` within `from` and `to`, both included; no machine fills it.
   * Where the range is a single number that number is the answer; outside the range it is unknown.
   */
  | {
      readonly kind: 'scored'
      readonly name: FactName
      readonly from: Expression
      readonly to: Expression
    }

/**
 * Rows in printed order, read like `choose` after `choose`: an undecided row before the first that
 * holds leaves the whole undecided; no row and no `otherwise` is unknown. `sum` adds what every row
 * gives that holds, 0 for the others, and has no `otherwise`.
 */
export type TableFormula = {
  readonly kind: 'table'
  readonly hit: 'first' | 'sum'
  readonly rows: readonly Row[]
  readonly otherwise: Expression | null
}

export type Row = {
  readonly when: Expression
  /** The row's tests as the pack writes them, for the page. */
  readonly printed: readonly string[]
  readonly gives: Expression
}

/** Nodes about calendar days. The end of a shorter month stands in for a missing day (民法典 202). */
export type DayFormula =
  | {
      readonly kind: 'move-day'
      readonly day: Expression
      readonly by: number
      readonly unit: 'months' | 'days'
    }
  /** Moved by working days of the calendar given with the question; without one, unavailable. */
  | { readonly kind: 'move-working-days'; readonly day: Expression; readonly by: number }
  /** Whole days, months or years (anniversaries) from one day to another; negative when turned round. */
  | {
      readonly kind: 'between'
      readonly unit: 'days' | 'months' | 'years'
      readonly from: Expression
      readonly to: Expression
    }
  /** The year, month or day of the month of a day, as a plain number. */
  | { readonly kind: 'part'; readonly is: 'year' | 'month' | 'day'; readonly of: Expression }
  | { readonly kind: 'start-of'; readonly unit: 'month' | 'year'; readonly of: Expression }

/**
 * Nodes about records. `where` and `of` are worked out once a record, with `field` standing for the
 * record at hand; records that are not known at all make every one of these unknown.
 */
export type RecordsFormula =
  | { readonly kind: 'field'; readonly name: FactName }
  /** Strict: unknown when one `where` or one counted `of` is; nothing to add is 0. */
  | (Of & { readonly kind: 'sum'; readonly of: Expression })
  /** Strict: unknown when one `where` is. */
  | (Of & { readonly kind: 'count' })
  /** Yes once so many surely hold, no once so many cannot be reached, else unknown. */
  | (Of & { readonly kind: 'at-least-records'; readonly count: number })
  /** Strict; unknown when there is no record. */
  | (Of & { readonly kind: 'most'; readonly is: 'min' | 'max'; readonly of: Expression })
  /** `of` in the one record whose key equals `key`; unknown when there is none. */
  | {
      readonly kind: 'pick'
      readonly records: RecordsName
      readonly key: Expression
      readonly of: Expression
    }
  /**
   * The number of keys in a row (each one more than the last) whose records hold: the longest such
   * run, or the one that ends with the greatest key there is. Strict; 0 where nothing holds.
   */
  | (Of & { readonly kind: 'run'; readonly is: 'longest' | 'latest' })

type Of = { readonly records: RecordsName; readonly where: Expression | null }
