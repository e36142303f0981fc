import type { Citation } from '../program/citation.ts'
import type { ConditionName } from '../program/condition.ts'
import type { FactName, Supplier } from '../program/fact.ts'
import type { Words } from '../program/words.ts'

/** Nothing but `met` ever counts as met. */
export type Answer = 'met' | 'not-met' | 'unknown' | 'unavailable'

/** A supplied fact: plain JSON as a form or file gives it, or a register that did not answer. */
export type Supplied =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly unavailable: string }
  | { readonly doesNotApply: true }

/** Facts, papers and judgements by name; a name that is absent (or null) is missing. */
export type Facts = { readonly [name: string]: Supplied | null | undefined }

/** What a condition looked at, as printed with its unit: `480 平方米`. */
export type Seen = { readonly fact: FactName; readonly title: Words; readonly value: string }

export type Missing = {
  readonly fact: FactName
  readonly title: Words
  /** Who can supply it: applicant, register, or an office key. */
  readonly from: Supplier
}

/** One condition's result with its reasons; a group lists its members by name in `of`. */
export type Finding = {
  readonly condition: ConditionName
  readonly kind: 'all' | 'any' | 'at-least' | 'computed' | 'evidenced' | 'judged'
  readonly title: Words
  readonly answer: Answer
  readonly cite: Citation
  readonly saw: readonly Seen[]
  readonly missing: readonly Missing[]
  readonly of: readonly ConditionName[]
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
}
