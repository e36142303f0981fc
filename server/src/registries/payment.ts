import type { Day, Id, PartyId } from '../kernel/index.ts'

/** One entry of the ledger 奖补台账; it never changes, a wrong one is struck by a counter-entry. */
export type Payment = {
  readonly id: Id<'PaymentId'>
  readonly party: PartyId
  readonly pack: string
  readonly service: string
  /** Below 0 in a counter-entry. */
  readonly fen: number
  readonly paidOn: Day
  /** The entry that this one strikes. */
  readonly corrects: Payment['id'] | null
  readonly reason: string
  readonly enteredOn: Day
  readonly enteredBy: string
}

export type NewPayment = Pick<Payment, 'party' | 'pack' | 'service' | 'fen' | 'paidOn' | 'reason'>

/** What a zone says of its ledger: that every payment is in it. */
export type LedgerKept = {
  readonly reason: string
  readonly saidOn: Day
  readonly saidBy: string
}

/** What was paid to one party under a service until today, in yuan as decimal text. */
export type PaidSum = {
  readonly pack: string
  readonly service: string
  readonly thisYear: string
  readonly soFar: string
}
