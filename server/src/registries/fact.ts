import type { Day, Id, Json, PartyId, PersonId, Post, Words } from '../kernel/index.ts'

/** Whom the fact is about: the party, its carrier, its foreign partner (as policy's Fact.subject). */
export type FactSubject = 'party' | 'carrier' | 'partner'

export type FactSource = {
  readonly kind: 'applicant' | 'register' | 'office'
  /** 企业自行填报 / 企业登记 / 市科技局 … as a page prints it. */
  readonly title: Words
}

export type Period = { readonly from: Day; readonly until: Day }

/** One value with its lineage, as it was recorded; it never changes afterwards. */
export type FactEntry = {
  readonly id: Id<'FactId'>
  readonly subject: FactSubject
  readonly name: string
  readonly value: Json
  readonly source: FactSource
  /** The time the value is about; null for a standing fact. */
  readonly period: Period | null
  readonly recordedOn: Day
  readonly recordedAt: string
  readonly recordedBy: { readonly id: PersonId | null; readonly name: string }
  /** Both null on a declared value. */
  readonly verifiedOn: Day | null
  readonly verifiedBy: string | null
}

/** The value that counts now, with how many entries stand behind it. */
export type FactRecord = FactEntry & {
  /** Verified values are locked against the applicant. */
  readonly locked: boolean
  readonly entries: number
}

export type NewFact = {
  readonly subject: FactSubject
  readonly name: string
  readonly value: Json
  readonly period?: Period | null
}

export type FactsInput = {
  readonly party: PartyId
  readonly facts: readonly NewFact[]
  readonly source: FactSource
  /** The verifying officer or register as printed, `天山区科技局 古丽`; absent on a declaration. */
  readonly verifiedBy?: string | null
  readonly as?: Post | null
}
