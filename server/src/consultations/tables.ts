import type { Day, OfficeId, PersonId, Words, ZoneId } from '../kernel/index.ts'
import type {
  AnswerId,
  CommentId,
  ConsultationId,
  DraftArticle,
  Outcome,
  Summary,
} from './consultation.ts'

export type Tables = {
  consultations: {
    zone_id: ZoneId
    id: ConsultationId
    number: string
    title_zh: string
    title_en: string
    office_id: OfficeId
    office_zh: string
    office_en: string
    pack: string | null
    version: string | null
    articles: readonly DraftArticle[]
    draft_file: string | null
    note: string
    note_file: string | null
    contact: string
    opens_on: Day
    closes_on: Day
    counted: Words
    shortened: string | null
    published_on: Day | null
    summary: Summary | null
    summary_on: Day | null
    adopted_pack: string | null
    adopted_version: string | null
    revision: number
  }
  consultation_answers: {
    zone_id: ZoneId
    id: AnswerId
    consultation_id: ConsultationId
    gist: string
    outcome: Outcome
    reason: string
    answered_on: Day
    answered_by: string
  }
  consultation_comments: {
    zone_id: ZoneId
    id: CommentId
    consultation_id: ConsultationId
    number: string
    article: string | null
    says: string
    made_on: Day
    key_hash: string
    digest: string
    answer_id: AnswerId | null
  }
  consultation_commenters: {
    zone_id: ZoneId
    comment_id: CommentId
    consultation_id: ConsultationId
    person_id: PersonId | null
    key_hash: string
    name: string
    contact: string
    salt: string
    fingerprint: string
    consented_on: Day
  }
}
