import {
  announce,
  type PartyId,
  type Post,
  type ReadTx,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import type { LedgerKept, PaidSum } from './payment.ts'
import { findLedger, insertLedger, selectPaidSums } from './payment-store.ts'

/**
 * The zone says that its ledger is whole: what was paid before is entered as far as a cap counts it,
 * and every payment from now on will be. From then no payment means nought; until then what was paid
 * is unknown. Said once; refuses `registries.ledger-kept`.
 */
export async function keepLedger(
  tx: WriteTx,
  input: { readonly reason: string; readonly as: Post | null },
): Promise<LedgerKept> {
  const saidBy = tx.actor.kind === 'person' ? tx.actor.name : ''
  const { reason, as } = input
  const kept: LedgerKept = { reason, saidOn: tx.today, saidBy }
  if (!(await insertLedger(tx, kept))) refusal('registries.ledger-kept')
  await record(tx, {
    act: 'ledger.keep',
    subject: { kind: 'zone', id: tx.zone },
    as,
    reason,
  })
  await announce(tx, { type: 'ledger.kept', payload: {} })
  return kept
}

/** Null while the zone has not said that its ledger is whole. */
export function ledgerKept(tx: ReadTx): Promise<LedgerKept | null> {
  return findLedger(tx)
}

/** What was paid to each of the parties until today; null where no ledger is kept yet. */
export async function paidTo(
  tx: ReadTx,
  ids: readonly PartyId[],
): Promise<(party: PartyId) => readonly PaidSum[] | null> {
  if (!(await findLedger(tx))) return () => null
  const sums = await selectPaidSums(tx, ids)
  return (party) => sums.get(party) ?? []
}
