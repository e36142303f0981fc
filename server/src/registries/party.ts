import type { Day, Id, OfficeId, PartyId } from '../kernel/index.ts'
import type { CreditCode } from './credit-code.ts'

/** 企业 enterprise, 事业单位 institution, 服务机构 agency, 境外合作单位 foreign. */
export const PARTY_KINDS = ['enterprise', 'institution', 'agency', 'foreign'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** Who applies, operates, partners or prepares files. */
export type Party = {
  readonly id: PartyId
  readonly kind: PartyKind
  readonly name: string
  readonly nameEn: string | null
  /** 统一社会信用代码; null for a foreign partner only. */
  readonly creditCode: CreditCode | null
  /** GB/T 2260 code of the district, `650104`; null outside the city. */
  readonly district: string | null
  /** The office in charge of the party's district: its officers see the party's facts. */
  readonly office: OfficeId | null
  /** ISO 3166 alpha-2 or a country's name; of a foreign partner. */
  readonly country: string | null
  readonly registrationNumber: string | null
  readonly registeredOn: Day
}

export type NewParty = {
  readonly kind: PartyKind
  readonly name: string
  readonly nameEn?: string | null
  /** As typed; both check digits are verified (GB 32100, GB 11714). */
  readonly creditCode?: string | null
  readonly district?: string | null
  readonly office?: OfficeId | null
  readonly country?: string | null
  readonly registrationNumber?: string | null
}

export type CarrierId = Id<'CarrierId'>

/** 孵化载体: a place of incubation operated by a party. */
export type Carrier = {
  readonly id: CarrierId
  readonly operator: PartyId
  readonly name: string
  readonly nameEn: string | null
  readonly kind: string
  /** `abroad` for an offshore incubator, else the district's code. */
  readonly place: string
}
