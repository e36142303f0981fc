import {
  type PartyId,
  type PersonId,
  type Post,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import type { CarrierId } from './party.ts'
import { endTenancyRow, endTieRow, hasCarrier, insertTenancy, insertTie } from './tie-store.ts'

/** 持股、创业导师、亲属、任职（含兼职）、顾问. */
export const TIE_KINDS = ['shareholder', 'mentor', 'relative', 'employee', 'adviser'] as const
export type TieKind = (typeof TIE_KINDS)[number]

export type Tie = { readonly expert: PersonId; readonly party: PartyId; readonly kind: TieKind }
export type Tenancy = { readonly carrier: CarrierId; readonly party: PartyId }

/** By which post, where a person enters it, and why it ended. */
type Entered = { readonly as?: Post | null }
type Ended = Entered & { readonly reason: string }

/** Enters what ties an expert to a party: until it is ended, the expert does not judge the party. */
export async function enterTie(tx: WriteTx, { as = null, ...tie }: Tie & Entered): Promise<void> {
  if (!(await insertTie(tx, tie))) return
  await record(tx, {
    act: 'expert.tie',
    subject: { kind: 'expert', id: tie.expert },
    as,
    detail: { party: tie.party, kind: tie.kind },
  })
}

/** The tie is over from today. Refuses `registries.tie-not-found`. */
export async function endTie(tx: WriteTx, { as = null, reason, ...tie }: Tie & Ended) {
  if (!(await endTieRow(tx, tie))) refusal('registries.tie-not-found')
  await record(tx, {
    act: 'expert.end-tie',
    subject: { kind: 'expert', id: tie.expert },
    as,
    reason,
    detail: { party: tie.party, kind: tie.kind },
  })
}

/** Enters a party as a tenant of a carrier 入驻. Refuses `registries.carrier-not-found`. */
export async function enterTenancy(
  tx: WriteTx,
  { as = null, carrier, party }: Tenancy & Entered,
): Promise<void> {
  if (!(await hasCarrier(tx, carrier))) refusal('registries.carrier-not-found')
  if (!(await insertTenancy(tx, { carrier, party }))) return
  await record(tx, {
    act: 'carrier.tenant',
    subject: { kind: 'party', id: party },
    as,
    detail: { carrier },
  })
}

/** The party has left the carrier 退出. Refuses `registries.tenancy-not-found`. */
export async function endTenancy(
  tx: WriteTx,
  { as = null, reason, carrier, party }: Tenancy & Ended,
): Promise<void> {
  if (!(await endTenancyRow(tx, { carrier, party }))) refusal('registries.tenancy-not-found')
  await record(tx, {
    act: 'carrier.end-tenant',
    subject: { kind: 'party', id: party },
    as,
    reason,
    detail: { carrier },
  })
}
