import { newId, type PartyId, type ReadTx, record, type WriteTx } from '../kernel/index.ts'
import type { NewRepayment, Repayment } from './recognition.ts'
import { insertRepayment, selectRepayments } from './repayment-store.ts'

/** Enters today's demand that a party pays back an amount in yuan; the article is the sanction's. */
export async function demandRepayment(tx: WriteTx, input: NewRepayment): Promise<Repayment> {
  const id = newId<Repayment['id']>()
  const demanded: Repayment = { ...input, id, demandedOn: tx.today, lifted: null }
  await insertRepayment(tx, demanded)
  await record(tx, {
    act: 'repayment.demand',
    subject: { kind: 'party', id: demanded.party },
    cite: demanded.cite,
    reason: demanded.reason,
    detail: { repayment: id, amount: demanded.amount },
  })
  return demanded
}

/** What a party was told to pay back, newest first; lifted demands included. */
export function listRepayments(tx: ReadTx, party: PartyId): Promise<Repayment[]> {
  return selectRepayments(tx, party)
}
