import type { Generated } from 'kysely'
import type {
  Day,
  Duty,
  Instant,
  OfficeId,
  OfficeLevel,
  PartyId,
  PersonId,
  PostId,
  ZoneId,
} from '../kernel/index.ts'
import type { DemoNote } from './people.ts'

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
    from_day: Day
    until_day: Day | null
  }
  sessions: {
    zone_id: ZoneId
    token_hash: string
    person_id: PersonId
    opened_at: Instant
    seen_at: Instant
  }
  sign_in_attempts: {
    zone_id: ZoneId
    login_hash: string
    attempts: number
    last_at: Instant
    wait_until: Instant
  }
}
