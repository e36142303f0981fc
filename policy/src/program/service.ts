import type { Act } from '../procedure/acts.ts'
import type { Citation } from './citation.ts'
import type { ConditionName, OfficeKey } from './condition.ts'
import type { Paper } from './fact.ts'
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
}

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
}

export type Service = {
  readonly name: ServiceName
  readonly title: Words
  readonly cite: Citation
  readonly kind: 'recognition'
  /** The condition that must be met. */
  readonly needs: ConditionName
  /** Who may apply, as a party kind of the registries. */
  readonly applicants: readonly ('enterprise' | 'institution')[]
  /** A foreign partner applies jointly (联合申报). */
  readonly joint: boolean
  readonly papers: readonly Paper[]
  readonly route: readonly Step[]
  readonly grants: Grant
}

/** What recognition gives: the title on the certificate and the prefix of its number. */
export type Grant = {
  readonly title: Words
  readonly numberPrefix: string
  readonly cite: Citation
}
