import type { Rational } from '../values/rational.ts'
import type { Citation } from './citation.ts'
import type { ConditionName, OfficeKey } from './condition.ts'
import type { FactName } from './fact.ts'
import type { ServiceName } from './service.ts'
import type { ValueName } from './value-definition.ts'
import type { Words } from './words.ts'

/** Where a pack's numbers come from; unverified until an officer has confirmed them. */
export type Source = {
  readonly title: Words
  /** The document's number (国科发火〔2016〕32号); null where it bears none. */
  readonly number: string | null
  readonly readOn: string | null
  readonly trust: 'unverified' | 'confirmed'
  readonly confirmedBy: string | null
  readonly note: Words
}

/**
 * The seam between versions, or after the end: which text governs what was filed, happened or was
 * granted while this one was in force, and until which day it may still be asked for.
 */
export type TransitionalRule = {
  readonly name: string
  readonly title: Words
  readonly cite: Citation
  readonly upon: 'filed' | 'event' | 'granted'
  readonly governs: 'this' | 'former'
  readonly until: string | null
}

/** Grades by score, by place in the field, or by both; from the best to the worst. */
export type Ranking = {
  readonly name: string
  readonly title: Words
  readonly cite: Citation
  readonly by: ValueName
  /** Settle ties by these in turn, before `ties` does. */
  readonly thenBy: readonly ValueName[]
  /** Equals at the edge of a grade that is limited: all of them come in, or none. */
  readonly ties: 'let-in' | 'leave-out'
  readonly grades: readonly RankedGrade[]
  /** No better than this grade where the condition is met (an accident, a breach). */
  readonly ceilings: readonly { readonly when: ConditionName; readonly grade: string }[]
  /** Whose applications are ranked together; absent: every service's. */
  readonly services?: readonly ServiceName[]
  /** Who is inside; absent where the measure limits nobody. */
  readonly quotas?: Quotas
}

export type RankedGrade = {
  readonly grade: string
  readonly title: Words
  /** The score needed; null where none is. */
  readonly atLeast: Rational | null
  /** At most so many of the field, better grades included; null where anybody may have it. */
  readonly top: Seats | null
}

/** So many places, or a share of those ranked and how its number is made whole. */
export type Seats =
  | { readonly places: number }
  | { readonly share: Rational; readonly round: 'up' | 'down' | 'half-up' }

/** Who is inside 入围: the best first, while every quota that counts them has a place left. */
export type Quotas = {
  /** The grade one must reach; null: a score is enough. */
  readonly least: string | null
  /** Equals at the edge of a quota: all come in, none does, or a meeting chooses among them. */
  readonly ties: Ranking['ties'] | 'meeting'
  readonly of: readonly Quota[]
}

/** One quota 名额: of the whole field, of each district or option, or of one option alone. */
export type Quota = {
  readonly quota: string
  readonly title: Words
  readonly cite: Citation
  readonly seats: Seats
  /** Counted apart for each option of this fact, or each district of filing; null: the whole field. */
  readonly within: FactName | 'district' | null
  /** This one of them alone; null: each of them. */
  readonly only: string | null
}

/** A figure the measure sets itself to reach by the end of a year. */
export type Target = {
  readonly name: string
  readonly title: Words
  readonly cite: Citation
  readonly year: number
  readonly is: 'level' | 'growth' | 'added'
  readonly atLeast: Rational
  readonly unit: string
}

/** Work the measure gives to offices (责任单位). */
export type ActionItem = {
  readonly name: string
  readonly title: Words
  readonly cite: Citation
  readonly offices: readonly OfficeKey[]
}
