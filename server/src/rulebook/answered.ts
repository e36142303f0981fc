import type { Outcome, Program } from '@banfa/policy/run'
import { codesOf } from '@banfa/policy/sql'
import type { ReadTx } from '../kernel/index.ts'
import type { Entitlement, PartyFacts } from './entitlement.ts'

export type Answered = { readonly program: Program; readonly outcome: Outcome }

/** An outcome as it is kept. */
export function entitlementOf(
  tx: ReadTx,
  { party, district = null }: Pick<PartyFacts, 'party' | 'district'>,
  { program, outcome }: Answered,
): Entitlement {
  return {
    party,
    district,
    pack: outcome.pack,
    service: outcome.service,
    version: outcome.version,
    digest: outcome.digest,
    on: tx.today,
    answer: outcome.answer,
    codes: codesOf(program, outcome),
    amount: toTenPlaces(outcome.pays?.amount),
    payable: toTenPlaces(outcome.pays?.payable),
    answeredAt: tx.now,
  }
}

/** The interpreter prints ten places and marks what it cut. */
export function toTenPlaces(text: string | null | undefined): string | null {
  return text?.replace('…', '') ?? null
}
