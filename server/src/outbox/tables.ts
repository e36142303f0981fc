import type { Generated } from 'kysely'
import type { EventId, Id, Instant, PersonId, ZoneId } from '../kernel/index.ts'

export type MessageId = Id<'MessageId'>
export type WebhookId = Id<'WebhookId'>

/** What came of one attempt; `again`: a person asked for one more. */
export const OUTCOMES = ['delivered', 'delayed', 'refused', 'set-aside', 'kept', 'again'] as const
export type AttemptOutcome = (typeof OUTCOMES)[number]

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The room's tables as their rows are read. */
export type Tables = {
  outgoing_messages: {
    zone_id: ZoneId
    id: MessageId
    /** Event and recipient: the same for what would be the same message. */
    key: string
    channel: string
    kind: string
    person_id: PersonId | null
    webhook_id: WebhookId | null
    /** Null once it was erased. */
    address: string | null
    subject: string
    body: string
    about_kind: string | null
    about_id: string | null
    event_id: EventId | null
    written_at: Instant
  }
  outgoing_attempts: {
    zone_id: ZoneId
    message_id: MessageId
    ordinal: number
    at: Instant
    outcome: AttemptOutcome
    told: string
    next_at: Instant | null
    by_person: PersonId | null
  }
  outgoing_due: { zone_id: ZoneId; message_id: MessageId; due_at: Instant }
  notification_addresses: {
    zone_id: ZoneId
    person_id: PersonId
    channel: string
    address: Generated<string | null>
    pending: Generated<string | null>
    token_hash: Generated<string | null>
    token_until: Generated<Instant | null>
    language: Generated<Language>
    kinds: Generated<string[]>
    agreed_at: Generated<Instant | null>
  }
  webhooks: {
    zone_id: ZoneId
    id: WebhookId
    title: string
    url: string
    kinds: string[]
    secret: string
    former_secret: Generated<string | null>
    former_until: Generated<Instant | null>
    added_by: PersonId
    added_at: Instant
    paused_at: Generated<Instant | null>
    paused_why: Generated<string | null>
    ended_at: Generated<Instant | null>
  }
}
