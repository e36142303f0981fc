import type { Stage } from '@banfa/policy/run'
import type { ColumnType, Generated } from 'kysely'
import type {
  Day,
  Id,
  Instant,
  Json,
  OfficeId,
  PartyId,
  PersonId,
  Words,
  ZoneId,
} from '../kernel/index.ts'
import type { CaseState } from './case.ts'
import type { CallId, CaseId, DrawId, FilingId, FilterId, NoticeId, ObjectionId } from './ids.ts'
import type { DrawnLot } from './lot.ts'
import type { Mark } from './merge-draft.ts'
import type { FiledFact, SealedPaper } from './sealing.ts'

/** A jsonb column: read as the value, written as its text (pg would make an array of a list). */
type Stored<Value> = ColumnType<Value, string, string>

export const stored = (value: unknown): string => JSON.stringify(value)

/** 境外合作单位 as the applicant names it. */
export type Partner = {
  readonly name: string
  readonly country: string
  readonly registrationNumber: string
}

/** A filter as the page writes it into its address. */
export type FilterWords = Readonly<Record<string, string>>

/** One name on a notice, as it was frozen. */
export type ListedCase = {
  readonly caseId: CaseId
  readonly party: string
  readonly creditCode: string | null
  readonly district: string
  readonly title: Words
}

/** The room's tables as their rows are read. */
export type Tables = {
  calls: {
    zone_id: ZoneId
    id: CallId
    number: string
    title: Stored<Words>
    pack: string
    version: string
    digest: string
    measure: Stored<Words>
    services: Stored<readonly { name: string; title: Words }[]>
    /** Length of the public notice under this call, working days. */
    notice_days: number
    opens_on: Day
    closes_on: Day
    limits: Stored<Readonly<Record<string, number>>>
    limit_reasons: Stored<Readonly<Record<string, string>>>
    issued_by: Stored<Words>
    on_behalf_of: ColumnType<(Words & { readonly mandate?: string }) | null, string | null, never>
    issued_on: Day
  }
  cases: {
    zone_id: ZoneId
    id: CaseId
    call_id: CallId
    service: string
    party_id: PartyId
    office_id: OfficeId
    district: string
    readers: string[]
    answers: Stored<Readonly<Record<string, Json>>>
    partner: ColumnType<Partner | null, string | null, string | null>
    partner_id: PartyId | null
    /** By field: who wrote it last and in which revision. */
    marks: Stored<Readonly<Record<string, Mark>>>
    revision: number
    saved_at: Instant | null
    started_on: Day
  }
  draft_saves: {
    zone_id: ZoneId
    case_id: CaseId
    save_id: string
    rejected: string[]
    saved_on: Day
  }
  draws: { zone_id: ZoneId; id: DrawId; case_id: CaseId; round: number; proof: Stored<DrawnLot> }
  draw_candidates: { zone_id: ZoneId; draw_id: DrawId; code: string; person_id: PersonId }
  saved_filters: {
    zone_id: ZoneId
    id: FilterId
    person_id: PersonId
    name: string
    filter: Stored<FilterWords>
  }
  case_board: {
    zone_id: ZoneId
    case_id: CaseId
    call_id: CallId
    service: string
    service_title: Stored<Words>
    party_id: PartyId
    party_name: string
    office_id: OfficeId
    district: string
    readers: string[]
    pack: string
    number: string | null
    search: string
    stage: Stage
    stage_on: Day
    is_open: boolean
    due_on: Day | null
    sort_day: Day
    waits_for: string[]
    waiting_experts: PersonId[]
    state: Stored<CaseState>
    last_seq: ColumnType<bigint, number, number>
  }
  filings: {
    zone_id: ZoneId
    id: FilingId
    case_id: CaseId
    ordinal: number
    receipt: string
    filed_on: Day
    facts: Stored<Readonly<Record<string, Json>>>
    lineage: Stored<readonly FiledFact[]>
    papers: Stored<readonly SealedPaper[]>
    partner: ColumnType<Partner | null, string | null, never>
    digest: string
    hash: string
  }
  case_experts: {
    zone_id: ZoneId
    case_id: CaseId
    round: number
    person_id: PersonId
    name: string
    employer: string
    assigned_on: Day
    /** 回避: the expert stood aside before answering. */
    recused_on: Generated<Day | null>
    recused_why: Generated<string | null>
  }
  judgements: {
    zone_id: ZoneId
    case_id: CaseId
    round: number
    condition: string
    person_id: PersonId
    by_expert: boolean
    name: string
    /** Null beside points, and the other way round. */
    answer: 'met' | 'not-met' | null
    points: string | null
    reason: string
    answered_on: Day
  }
  opinion_words: {
    zone_id: ZoneId
    id: Id<'OpinionWordsId'>
    case_id: CaseId
    round: number
    condition: string
    person_id: PersonId
    says: string
    said_at: Instant
  }
  notices: {
    zone_id: ZoneId
    id: NoticeId
    number: string
    title: Stored<Words>
    pack: string
    version: string
    measure: Stored<Words>
    cite: string
    from_on: Day
    until_on: Day
    working_days: number
    counted: Stored<Words>
    list: Stored<readonly ListedCase[]>
    hash: string
    contact: Stored<Words>
    closed_announced: boolean
    ending_announced: Generated<boolean>
  }
  notice_cases: { zone_id: ZoneId; notice_id: NoticeId; case_id: CaseId }
  objections: {
    zone_id: ZoneId
    id: ObjectionId
    /** 异〔2026〕1号; null for those made before objections were numbered. */
    number: string | null
    notice_id: NoticeId
    case_id: CaseId
    grounds: string
    digest: string
    made_on: Day
    answered_on: Day | null
    upheld: boolean | null
    answer: string | null
    answered_by: string | null
    /** SHA-256 of the key its maker follows it by; null for those made before there were keys. */
    key_hash: string | null
  }
  objection_words: {
    zone_id: ZoneId
    objection_id: ObjectionId
    ordinal: number
    kind: 'ask' | 'add'
    says: string
    said_on: Day
    until_on: Day | null
    by_zh: string | null
    by_en: string | null
  }
  objectors: {
    zone_id: ZoneId
    objection_id: ObjectionId
    name: string
    contact: string
    salt: string
    fingerprint: string
    contact_hash: string | null
  }
}
