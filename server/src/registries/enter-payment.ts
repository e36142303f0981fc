import {
  announce,
  newId,
  type PartyId,
  type Post,
  type ReadTx,
  record,
  refusal,
  type WriteTx,
} from '../kernel/index.ts'
import { getParty } from './get-party.ts'
import type { NewPayment, Payment } from './payment.ts'
import { insertPayment, selectPayments } from './payment-store.ts'

type As = { readonly as: Post | null }

/**
 * Enters what was paid to a party under a service. Answers that rest on it are made anew. Refuses
 * `registries.payment-not-paid` for nothing and for a day to come.
 */
export async function enterPayment(tx: WriteTx, input: NewPayment & As): Promise<Payment> {
  const { as, ...paid } = input
  await getParty(tx, paid.party)
  const isMoney = Number.isSafeInteger(paid.fen) && paid.fen > 0
  if (!isMoney || paid.paidOn > tx.today) refusal('registries.payment-not-paid', {})
  return entered(tx, { ...paid, corrects: null }, as)
}

export type Correction = As & {
  readonly party: PartyId
  readonly payment: string
  readonly reason: string
}

/**
 * Strikes a wrong entry by one of the same day and sum turned round; the right one is entered
 * besides. Refuses `registries.payment-not-found`, also for one struck before and a counter-entry.
 */
export async function correctPayment(tx: WriteTx, correction: Correction): Promise<Payment> {
  const { party, payment, reason, as } = correction
  const all = await selectPayments(tx, party)
  const wrong = all.find(({ id }) => id === payment)
  const struck = all.some(({ corrects }) => corrects === payment)
  if (!wrong || struck || wrong.corrects !== null) return refusal('registries.payment-not-found')
  return entered(tx, { ...wrong, fen: -wrong.fen, reason, corrects: wrong.id }, as)
}

/** What was paid to a party, newest first, counter-entries too. */
export function listPayments(tx: ReadTx, party: PartyId): Promise<Payment[]> {
  return selectPayments(tx, party)
}

type Entry = NewPayment & Pick<Payment, 'corrects'>

async function entered(tx: WriteTx, entry: Entry, as: Post | null): Promise<Payment> {
  const enteredBy = tx.actor.kind === 'person' ? tx.actor.name : ''
  const own = { id: newId<Payment['id']>(), enteredOn: tx.today, enteredBy }
  const payment: Payment = { ...entry, ...own }
  await insertPayment(tx, payment)
  const { party, pack, service, fen, paidOn, corrects } = payment
  await record(tx, {
    act: corrects === null ? 'payment.enter' : 'payment.correct',
    subject: { kind: 'party', id: party },
    as,
    reason: payment.reason,
    detail: { payment: payment.id, pack, service, fen, paidOn, corrects },
  })
  const names = [`${service}-paid-this-year`, `${service}-paid-so-far`]
  await announce(tx, { type: 'facts.recorded', payload: { party, names } })
  return payment
}
