import type { Act } from '../procedure/acts.ts'
import type { Rational } from '../values/rational.ts'
import type { Citation } from './citation.ts'
import type { ConditionName, OfficeKey } from './condition.ts'
import type { FactName, Paper } from './fact.ts'
import type { ValueName } from './value-definition.ts'
import type { Words } from './words.ts'

export type ServiceName = string

/** A stretch of time as the pack writes it. Months end as 民法典 202 says; days may be moved by rest days. */
export type Limit = {
  readonly length: number
  readonly unit: 'working-days' | 'days' | 'months' | 'years'
  /** Where the number comes from: the article, or another rule when the measure is silent. */
  readonly basis: Words
  /** True when the measure itself does not print the number: a call may set another. */
  readonly assumed: boolean
  /** What silence counts as when it ends: accepted 视为受理, or the application waived 视为放弃. */
  readonly deemed?: 'accepted' | 'waived'
  /** The act from whose day it runs, over the steps between; absent: the step before. */
  readonly since?: Act
  /** Steps whose time it leaves out 不计入期限. */
  readonly notCounted?: readonly NotCounted[]
}

export type NotCounted = 'conclude-review' | 'publicise'

/** One step of a route: which act, by which office, within what. Data, chosen from the closed acts. */
export type Step = {
  readonly act: Act
  readonly by: OfficeKey | 'applicant' | 'public'
  readonly cite: Citation
  readonly title: Words
  /** Time the office has for the act once the case can have it. */
  readonly within: Limit | null
  /** Time that must have passed before the next act (the public notice). */
  readonly window: Limit | null
  /** Conditions the office answers in this step; empty elsewhere. */
  readonly judges: readonly ConditionName[]
  /** Experts asked, at least; 0 where the step has none. */
  readonly experts: number
  /** Experts are not told whose case it is 匿名评审; absent: they are. */
  readonly review?: 'blind'
}

export type Service = {
  readonly name: ServiceName
  readonly title: Words
  readonly cite: Citation
  /** A recognition gives a title; a reward money; an entry a place in a library or on a rung. */
  readonly kind: 'recognition' | 'reward' | 'entry'
  /** The condition that must be met. */
  readonly needs: ConditionName
  /** Who may apply, as a party kind of the registries. */
  readonly applicants: readonly ('enterprise' | 'institution')[]
  /** A foreign partner applies jointly (联合申报). */
  readonly joint: boolean
  readonly papers: readonly Paper[]
  /** Empty where the measure is only matched and simulated so far. */
  readonly route: readonly Step[]
  readonly grants: Grant | null
  readonly pays: Pays | null
}

/** Money that a service gives: before and after caps, history and rounding, and who bears it. */
export type Pays = {
  readonly cite: Citation
  readonly amount: ValueName
  readonly payable: ValueName
  /** Shares of the levels of government, in printed order; they add up to 1. Empty: one payer. */
  readonly split: readonly { readonly by: OfficeKey; readonly share: Rational }[]
  /** Services of which at most one is paid for one event (no stacking). */
  readonly excludes: readonly ServiceName[]
  /** The fair-competition review of the reward and the day it ends; null when none is recorded. */
  readonly fairReview: {
    readonly by: Words
    readonly on: string | null
    readonly until: string | null
  } | null
}

/** What recognition gives: the title on the certificate and the prefix of its number. */
export type Grant = {
  readonly title: Words
  readonly numberPrefix: string
  readonly cite: Citation
  /** How long it stands; absent where the measure sets no end. */
  readonly lasts?: Lasts
}

/** The end of what is granted, and from when it may be sought anew. */
export type Lasts = {
  readonly cite: Citation
  readonly end:
    | { readonly kind: 'after'; readonly length: number; readonly unit: 'months' | 'years' }
    /** A day of the calendar, so many years after the year of the grant. */
    | { readonly kind: 'on'; readonly month: number; readonly day: number; readonly years: number }
  /** How long before its end one may apply again; null: only once it has ended. */
  readonly again: Limit | null
  /** The day fact under which the register keeps the last day, for the measures that ask for it. */
  readonly fact: FactName | null
}
