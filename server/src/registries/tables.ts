import type { Generated } from 'kysely'
import type { Day, Json, OfficeId, PartyId, PersonId, ZoneId } from '../kernel/index.ts'
import type { Alterable, Alteration } from './alter-entry.ts'
import type { CreditCode } from './credit-code.ts'
import type { TieKind } from './enter-tie.ts'
import type { FactSource, FactSubject } from './fact.ts'
import type { CarrierId, PartyKind } from './party.ts'
import type { Payment } from './payment.ts'
import type { RecognitionId } from './recognition.ts'

/** The room's tables (0003_registries.sql); no other room names them. */
export type Tables = {
  parties: {
    zone_id: ZoneId
    party_id: PartyId
    kind: PartyKind
    name: string
    name_en: string | null
    credit_code: CreditCode | null
    district: string | null
    office_id: OfficeId | null
    country: string | null
    registration_number: string | null
    registered_on: Day
    written: string
  }
  alterations: {
    zone_id: ZoneId
    alteration_id: Alteration['id']
    party_id: PartyId
    recognition_id: RecognitionId | null
    alters: Alterable
    was: string
    became: string
    altered_on: Day
    cite: string
    reason: string
  }
  party_grams: { zone_id: ZoneId; gram: string; party_id: PartyId }
  carriers: {
    zone_id: ZoneId
    carrier_id: CarrierId
    operator_id: PartyId
    name: string
    name_en: string | null
    kind: string
    place: string
  }
  experts: {
    zone_id: ZoneId
    person_id: PersonId
    name: string
    title_zh: string
    title_en: string
    employer_id: PartyId | null
    fields: readonly string[]
    most_open: number | null
    retired_on: Day | null
  }
  expert_ties: {
    zone_id: ZoneId
    person_id: PersonId
    party_id: PartyId
    kind: TieKind
    entered_on: Day
    ended_on: Day | null
  }
  tenancies: {
    zone_id: ZoneId
    carrier_id: CarrierId
    party_id: PartyId
    entered_on: Day
    ended_on: Day | null
  }
  expert_conflicts: {
    zone_id: ZoneId
    person_id: PersonId
    party_id: PartyId
    reason: string
    declared_on: Day
  }
  facts: {
    zone_id: ZoneId
    fact_id: string
    ord: Generated<bigint>
    party_id: PartyId
    subject: FactSubject
    name: string
    value: Json
    source_kind: FactSource['kind']
    source_zh: string
    source_en: string
    period_from: Day | null
    period_until: Day | null
    recorded_on: Day
    recorded_at: string
    recorded_by: PersonId | null
    recorded_by_name: string
    verified_on: Day | null
    verified_by: string | null
  }
  recognitions: {
    zone_id: ZoneId
    recognition_id: RecognitionId
    party_id: PartyId
    pack: string
    service: string
    title_zh: string
    title_en: string
    number: string
    cite: string
    granted_on: Day
    valid_until: Day | null
    again_from: Day | null
    revoked_on: Day | null
    revoked_cite: string | null
    revoked_reason: string | null
  }
  bars: {
    zone_id: ZoneId
    bar_id: string
    party_id: PartyId
    pack: string
    measure_zh: string
    measure_en: string
    bar_from: Day
    bar_until: Day
    services: readonly string[] | null
    cite: string
    reason: string
    lifted_on: Day | null
    lifted_cite: string | null
    lifted_reason: string | null
  }
  payments: {
    zone_id: ZoneId
    payment_id: Payment['id']
    party_id: PartyId
    pack: string
    service: string
    fen: bigint
    paid_on: Day
    corrects: Payment['id'] | null
    reason: string
    entered_on: Day
    entered_by: string
  }
  ledgers: { zone_id: ZoneId; reason: string; said_on: Day; said_by: string }
  repayments: {
    zone_id: ZoneId
    repayment_id: string
    party_id: PartyId
    pack: string
    measure_zh: string
    measure_en: string
    /** Yuan, `1200.00`. */
    amount: string
    demanded_on: Day
    cite: string
    reason: string
    lifted_on: Day | null
    lifted_cite: string | null
    lifted_reason: string | null
  }
}
