import type { Day, Id, PartyId, Words } from '../kernel/index.ts'

export type RecognitionId = Id<'RecognitionId'>

/** 认定: what a party was recognised as, under which article, and whether it still stands. */
export type Recognition = {
  readonly id: RecognitionId
  readonly party: PartyId
  readonly pack: string
  readonly service: string
  readonly title: Words
  readonly number: string
  readonly cite: string
  readonly grantedOn: Day
  /** The last day it stands, that day included; null where the measure sets no end. */
  readonly validUntil: Day | null
  /** From which day it may be sought anew while it still stands. */
  readonly againFrom: Day | null
  readonly revokedOn: Day | null
  readonly revokedCite: string | null
  readonly revokedReason: string | null
}

export type NewRecognition = Pick<
  Recognition,
  'party' | 'pack' | 'service' | 'title' | 'number' | 'cite'
> &
  Partial<Pick<Recognition, 'validUntil' | 'againFrom'>>

/** 不得再次申报: from and until both inclusive. */
export type Bar = {
  readonly id: Id<'BarId'>
  readonly party: PartyId
  readonly pack: string
  readonly measure: Words
  readonly from: Day
  readonly until: Day
  readonly services: readonly string[] | 'all'
  readonly cite: string
  readonly reason: string
  /** Set when it was lifted; it then keeps nobody from applying. */
  readonly lifted: Lifted | null
}

export type NewBar = Omit<Bar, 'id' | 'lifted'>

/** When, under which article and why something was taken back. */
export type Lifted = { readonly on: Day; readonly cite: string; readonly reason: string }

/** 追回: what a party was told to pay back, in yuan, `1200.00`. */
export type Repayment = {
  readonly id: Id<'RepaymentId'>
  readonly party: PartyId
  readonly pack: string
  readonly measure: Words
  readonly amount: string
  readonly demandedOn: Day
  readonly cite: string
  readonly reason: string
  readonly lifted: Lifted | null
}

export type NewRepayment = Omit<Repayment, 'id' | 'lifted' | 'demandedOn'>

/** Whether a recognition counts on a day: neither taken away nor past its end. */
export function standsOn(
  { revokedOn, validUntil }: Pick<Recognition, 'revokedOn' | 'validUntil'>,
  day: Day,
): boolean {
  return revokedOn === null && (validUntil === null || day <= validUntil)
}
