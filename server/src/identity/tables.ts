import type { Generated } from 'kysely'
import type {
  Day,
  Duty,
  Id,
  Instant,
  Json,
  OfficeId,
  OfficeLevel,
  Part,
  PartyId,
  PersonId,
  PostId,
  ZoneId,
} from '../kernel/index.ts'
import type { DemoNote } from './people.ts'

export type SessionId = Id<'SessionId'>
export type PasskeyId = Id<'PasskeyId'>
export type MandateId = Id<'MandateId'>
export type SubstitutionId = Id<'SubstitutionId'>
export type PowerId = Id<'PowerId'>
export type InvitationId = Id<'InvitationId'>

/** How a session was come by: password, password and code, password and recovery code, passkey, provider. */
export type SignInWay = 'password' | 'code' | 'recovery' | 'passkey' | 'provider'
/** 市 city, 区（县） district, 功能区 functional zone. */
export type AreaKind = 'city' | 'district' | 'functional-zone'

export const POWER_KINDS = [
  'licence',
  'confirmation',
  'payment',
  'inspection',
  'sanction',
  'reward',
  'service',
  'duty',
] as const
/** 许可 确认 给付 检查 处罚（处理） 奖励 公共服务 其他职责. */
export type PowerKind = (typeof POWER_KINDS)[number]

/** The room's tables as their rows are read. */
export type Tables = {
  offices: {
    zone_id: ZoneId
    id: OfficeId
    key: string
    level: OfficeLevel
    district: string | null
    name_zh: string
    name_en: string
    parent_id: OfficeId | null
    closed_on: Generated<Day | null>
  }
  people: {
    zone_id: ZoneId
    id: PersonId
    login: string
    name: string
    is_expert: boolean
    closed_on: Generated<Day | null>
    demo_note: DemoNote | null
  }
  credentials: { zone_id: ZoneId; person_id: PersonId; password_hash: string; changed_at: Instant }
  posts: {
    zone_id: ZoneId
    id: PostId
    person_id: PersonId
    office_id: OfficeId
    title_zh: string
    title_en: string
    duties: Duty[]
    from_day: Day
    until_day: Day | null
  }
  memberships: {
    zone_id: ZoneId
    person_id: PersonId
    party_id: PartyId
    part: Generated<Part>
    from_day: Day
    until_day: Day | null
  }
  sessions: {
    zone_id: ZoneId
    token_hash: string
    person_id: PersonId
    id: Generated<SessionId>
    opened_at: Instant
    seen_at: Instant
    way: Generated<SignInWay>
    device: Generated<string>
    provider_token: Generated<string | null>
  }
  sign_in_attempts: {
    zone_id: ZoneId
    login_hash: string
    attempts: number
    last_at: Instant
    wait_until: Instant
  }
  code_secrets: {
    zone_id: ZoneId
    person_id: PersonId
    sealed: string
    confirmed_at: Instant | null
    last_step: Generated<string>
  }
  recovery_codes: {
    zone_id: ZoneId
    person_id: PersonId
    code_hash: string
    used_at: Generated<Instant | null>
  }
  passkeys: {
    zone_id: ZoneId
    credential: string
    id: PasskeyId
    person_id: PersonId
    public_key: string
    counter: string
    transports: string[]
    name: string
    added_at: Instant
    used_at: Generated<Instant | null>
  }
  awaited: {
    zone_id: ZoneId
    token_hash: string
    what: string
    person_id: PersonId | null
    content: Json
    until: Instant
  }
  areas: {
    zone_id: ZoneId
    code: string
    kind: AreaKind
    name_zh: string
    name_en: string
    districts: string[]
  }
  mandates: {
    zone_id: ZoneId
    id: MandateId
    number: string
    pack: string
    delegation: string
    from_office: OfficeId
    to_office: OfficeId
    acts: string[]
    districts: string[]
    cite: string
    from_day: Day
    until_day: Day
    ended_on: Generated<Day | null>
    ended_why: Generated<string | null>
  }
  substitutions: {
    zone_id: ZoneId
    id: SubstitutionId
    post_id: PostId
    absent_id: PersonId
    substitute_id: PersonId
    from_day: Day
    until_day: Day
    ended_on: Generated<Day | null>
    reason: string
  }
  powers: {
    zone_id: ZoneId
    id: PowerId
    matter_zh: string
    matter_en: string
    kind: PowerKind
    level: AreaKind
    office_id: OfficeId
    share_zh: string
    share_en: string
    law: string
    cite: string
    pack: string | null
    service: string | null
    from_day: Day
    until_day: Day | null
  }
  invitations: {
    zone_id: ZoneId
    id: InvitationId
    token_hash: string
    person_id: PersonId | null
    party_id: PartyId | null
    part: Part | null
    invited: string
    invited_by: PersonId | null
    made_at: Instant
    until: Instant
    used_at: Generated<Instant | null>
    used_by: Generated<PersonId | null>
    withdrawn_at: Generated<Instant | null>
  }
  provider_subjects: {
    zone_id: ZoneId
    issuer: string
    subject: string
    person_id: PersonId
    bound_at: Instant
  }
}
