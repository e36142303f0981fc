import { type PartyId, type PersonId, record, type WriteTx } from '../kernel/index.ts'
import type { CarrierId } from './party.ts'
import { insertTenancy, insertTie } from './tie-store.ts'

export type TieKind = 'shareholder' | 'mentor' | 'relative'

/** Enters what ties an expert to a party: holds shares, mentors it, is related. It stays. */
export async function enterTie(
  tx: WriteTx,
  tie: { readonly expert: PersonId; readonly party: PartyId; readonly kind: TieKind },
): Promise<void> {
  if (!(await insertTie(tx, tie))) return
  await record(tx, {
    act: 'expert.tie',
    subject: { kind: 'expert', id: tie.expert },
    detail: { party: tie.party, kind: tie.kind },
  })
}

/** Enters a party as a tenant of a carrier 入驻. */
export async function enterTenancy(
  tx: WriteTx,
  tenancy: { readonly carrier: CarrierId; readonly party: PartyId },
): Promise<void> {
  if (!(await insertTenancy(tx, tenancy))) return
  await record(tx, {
    act: 'carrier.tenant',
    subject: { kind: 'party', id: tenancy.party },
    detail: { carrier: tenancy.carrier },
  })
}
