import type { Citation } from './citation.ts'
import type { Condition, ConditionName, OfficeKey } from './condition.ts'
import type { ActionItem, Ranking, Source, Target, TransitionalRule } from './declarations.ts'
import type { Fact, FactName } from './fact.ts'
import type { Records, RecordsName } from './records.ts'
import type { Limit, Service, ServiceName } from './service.ts'
import type { ValueDefinition, ValueName } from './value-definition.ts'
import type { Words } from './words.ts'

/**
 * The waist: what `compile` makes of a pack and all that evaluate, explain, emit and the office see.
 * Frozen plain data, JSON in and out without loss, named by the digest of its content.
 */
export type Program = {
  readonly format: 1
  readonly pack: string
  /** The pack's own version, e.g. `2024-draft.1`. */
  readonly version: string
  /** sha-256 of the canonical JSON of everything below, hexadecimal. */
  readonly digest: string
  readonly title: Words
  readonly issuer: OfficeKey
  readonly state: 'consultation-draft' | 'published'
  /** Printed period of validity; null where the text has none. */
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly offices: Readonly<Record<OfficeKey, Office>>
  readonly articles: readonly Article[]
  readonly facts: Readonly<Record<FactName, Fact>>
  readonly records: Readonly<Record<RecordsName, Records>>
  /** Each after the values it names. */
  readonly values: Readonly<Record<ValueName, ValueDefinition>>
  readonly conditions: Readonly<Record<ConditionName, Condition>>
  readonly services: Readonly<Record<ServiceName, Service>>
  readonly delegations: readonly Delegation[]
  readonly duties: readonly Duty[]
  readonly sanctions: readonly Sanction[]
  readonly interpretations: readonly Interpretation[]
  readonly source: Source | null
  readonly transitional: readonly TransitionalRule[]
  readonly rankings: readonly Ranking[]
  readonly targets: readonly Target[]
  readonly actions: readonly ActionItem[]
}

export type Office = {
  readonly title: Words
  readonly level: 'national' | 'provincial' | 'city' | 'district' | 'delegate' | 'experts'
}

/** One article: our own gist of it, and how far the pack carries it out. */
export type Article = {
  readonly article: Citation
  readonly chapter: Words
  readonly gist: Words
  readonly mark: 'executable' | 'manual' | 'out-of-scope'
  readonly reason: Words
  /** Names of conditions, services, delegations, duties, sanctions that carry it out. */
  readonly carriedBy: readonly string[]
}

export type Delegation = {
  readonly name: string
  readonly from: OfficeKey
  readonly to: OfficeKey
  /** Acts of a route, or words of the pack for what no route has yet. */
  readonly may: readonly string[]
  readonly title: Words
  readonly cite: Citation
}

export type Duty = {
  readonly name: string
  readonly of: 'recognised' | OfficeKey
  readonly title: Words
  readonly cite: Citation
  readonly clock: (Limit & { readonly before: boolean; readonly event: Words }) | null
  /** Which changes are to be reported, and the duties by which they are verified and filed. */
  readonly change?: {
    readonly kinds: readonly { readonly name: string; readonly title: Words }[]
    readonly verified: string
    readonly filed: string
  }
  /** A later issue carries it out; the declaration is already shown. */
  readonly carriedOut: boolean
}

/** What follows on what: revocation, and a bar on applying with a length and a scope. */
export type Sanction = {
  readonly name: string
  readonly title: Words
  readonly cite: Citation
  readonly upon: Words
  readonly revokes: boolean
  readonly bar: {
    readonly length: Limit
    /** From which day the bar runs; the reading is an interpretation where the text is silent. */
    readonly from: 'revocation' | 'finding'
    readonly services: readonly ServiceName[] | 'all'
  } | null
  /** What was granted is to be paid back; absent where the article does not say so. */
  readonly repays?: true
  /** How long the party has to answer once told; absent where the article prints nothing. */
  readonly answer?: Limit
  readonly carriedOut: boolean
}

/** A place where the text reads two ways: the question, the reading taken, who answers for it. */
export type Interpretation = {
  readonly name: string
  readonly cite: Citation
  readonly question: Words
  readonly taken: Words
  readonly because: Words
  readonly owner: OfficeKey
  /** Names of what rests on it. */
  readonly touches: readonly string[]
}
