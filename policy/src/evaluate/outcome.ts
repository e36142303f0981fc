import type { Citation } from '../program/citation.ts'
import type { ConditionName } from '../program/condition.ts'
import type { FactName, Supplier } from '../program/fact.ts'
import type { ValueName } from '../program/value-definition.ts'
import type { Words } from '../program/words.ts'
import type { GivesWay } from './give-way.ts'

/** Nothing but `met` ever counts as met. */
export type Answer = 'met' | 'not-met' | 'unknown' | 'unavailable'

type Plain =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly unavailable: string }
  | { readonly doesNotApply: true }

/** One record: its fields by name; a field that is absent (or null) is missing. */
export type SuppliedRecord = { readonly [field: string]: Plain | null | undefined }

/**
 * A supplied fact: plain JSON as a form or file gives it, a register that did not answer, or a list
 * of records (an empty list says that there are none).
 */
export type Supplied = Plain | readonly SuppliedRecord[]

/** Facts, records, papers, scores and judgements by name; absent (or null) is missing. */
export type Facts = { readonly [name: string]: Supplied | null | undefined }

/** What a condition looked at, as printed with its unit: `480 平方米`. */
export type Seen = {
  /** A fact, records, or a value of the program. */
  readonly fact: FactName
  readonly title: Words
  readonly value: string
}

export type Missing = {
  readonly fact: FactName
  readonly title: Words
  /** Who can supply it: applicant, register, or an office key. */
  readonly from: Supplier
  /** The register that did not answer, where it said its name. */
  readonly register?: string
}

/** One condition's result with its reasons; a group lists its members by name in `of`. */
export type Finding = {
  readonly condition: ConditionName
  readonly kind:
    | 'all'
    | 'any'
    | 'none'
    | 'at-least'
    | 'variant'
    | 'computed'
    | 'evidenced'
    | 'judged'
  readonly title: Words
  readonly answer: Answer
  readonly cite: Citation
  readonly saw: readonly Seen[]
  readonly missing: readonly Missing[]
  readonly of: readonly ConditionName[]
}

/** One value worked out: what it gave and from what. */
export type Worked = {
  readonly value: ValueName
  readonly title: Words
  readonly cite: Citation
  /** As printed with its unit; null while it is not known. */
  readonly gives: string | null
  /** Why there is none yet. */
  readonly lacks: 'unknown' | 'unavailable' | null
  /** The row of its table that held, as printed; null elsewhere. */
  readonly row: string | null
  readonly saw: readonly Seen[]
  readonly missing: readonly Missing[]
  readonly of: readonly ValueName[]
}

/** Money in yuan, exact, as decimal text; who bears how much of it. */
export type Payable = {
  readonly cite: Citation
  /** Before caps, history and rounding. */
  readonly amount: string | null
  readonly payable: string | null
  readonly split: readonly { readonly by: string; readonly yuan: string }[]
  /** The fair-competition review recorded for the reward; past its last day the money is held. */
  readonly review?: Review
  /** Beside the firm's other services (`evaluateAmong`): what is paid instead, or may be. */
  readonly givesWay?: GivesWay & { readonly byItself: string | null }
}

export type Review = {
  readonly by: Words
  readonly on: string | null
  /** The last day on which the reward may be paid; null where no end is recorded. */
  readonly until: string | null
  /** The day asked is past it: nothing is paid until the reward is reviewed anew. */
  readonly held: boolean
}

export type Outcome = {
  readonly service: string
  readonly pack: string
  readonly version: string
  readonly digest: string
  /** The day the question was asked for, yyyy-mm-dd. */
  readonly on: string
  readonly answer: Answer
  /** In the order the article prints, groups before their members. */
  readonly findings: readonly Finding[]
  /** Every value the answer or the money rests on, what is named before what names it. */
  readonly values: readonly Worked[]
  /** What the service pays when it is met; null where it pays nothing. */
  readonly pays: Payable | null
}
