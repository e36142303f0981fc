import type { Answer, Facts, PaidSum } from '@banfa/policy/run'
import type { Day, Instant, PartyId } from '../kernel/index.ts'

/** What a party is entitled to under one service in force, as answered ahead. */
export type Entitlement = {
  readonly party: PartyId
  readonly district: string | null
  readonly pack: string
  readonly service: string
  readonly version: string
  readonly digest: string
  /** The day the question was asked for. */
  readonly on: Day
  readonly answer: Answer
  /** A letter for each condition in printed order: m, n, u, x, or a full stop where not settled. */
  readonly codes: string
  /** In yuan, to ten places; null while there is none. */
  readonly amount: string | null
  readonly payable: string | null
  readonly answeredAt: Instant
}

/** A party with its supplied facts by name, as the registries know them. */
export type PartyFacts = {
  readonly party: PartyId
  readonly kind: string
  /** The code of its district; null outside the city. */
  readonly district?: string | null
  readonly facts: Facts
  /** What the ledger says was paid to it; null (or left out) where none is kept. */
  readonly paid?: readonly PaidSum[] | null
}

/** Parties in the order of their ids: those after the one up to the other, both where they are given. */
export type Among = { readonly after: PartyId | null; readonly last: PartyId | null }

/** How many answers were written. */
export type Matched = { readonly parties: number; readonly answers: number }
