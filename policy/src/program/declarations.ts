import type { Rational } from '../values/rational.ts'
import type { Citation } from './citation.ts'
import type { ConditionName, OfficeKey } from './condition.ts'
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
}

export type RankedGrade = {
  readonly grade: string
  readonly title: Words
  /** The score needed; null where none is. */
  readonly atLeast: Rational | null
  /** At most this share of the field (better grades included), and how its number is made whole. */
  readonly top: { readonly share: Rational; readonly round: 'up' | 'down' | 'half-up' } | null
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
