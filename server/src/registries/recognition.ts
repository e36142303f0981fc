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
  readonly revokedOn: Day | null
  readonly revokedCite: string | null
  readonly revokedReason: string | null
}

export type NewRecognition = Pick<
  Recognition,
  'party' | 'pack' | 'service' | 'title' | 'number' | 'cite'
>

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
}

export type NewBar = Omit<Bar, 'id'>
