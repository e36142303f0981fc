import type { Actor, Post } from '../actor.ts'
import { canonicalJson, sha256 } from '../canonical.ts'
import type { Day, Instant } from '../day.ts'
import type { PartyId, ZoneId } from '../ids.ts'
import type { Json } from '../words.ts'

/** What an entry is about: `{ kind: 'case', id: … }`. */
export type Subject = { readonly kind: string; readonly id: string }

/** What happened, as a room tells it to the record. */
export type NewEntry = {
  readonly act: string
  readonly subject: Subject
  readonly reason?: string | null
  /** The article the act rests on. */
  readonly cite?: string | null
  /** Plain data of the room; kept and hashed as it is. */
  readonly detail?: Json
  /** The post that acted; the whole post is kept as it was on the day. */
  readonly as?: Post | null
  readonly onBehalfOf?: PartyId | null
  /**
   * Party, office or person ids who may from now on read every entry about this subject, besides
   * the city's officers: a case names its party and district office, then each expert assigned.
   */
  readonly readers?: readonly string[]
  /** The entry names nobody, though the actor is signed in: an objector is the public (公众). */
  readonly isUnnamed?: boolean
}

export type EntryActor = {
  readonly kind: Actor['kind']
  /** The person's id; null for visitors and jobs. */
  readonly id: string | null
  readonly name: string
}

/** An entry as the record keeps it. */
export type Entry = {
  /** 1, 2, 3 … without a gap within the zone. */
  readonly seq: number
  readonly at: Instant
  readonly on: Day
  readonly act: string
  readonly subject: Subject
  readonly actor: EntryActor
  readonly as: Post | null
  readonly onBehalfOf: PartyId | null
  readonly reason: string | null
  readonly cite: string | null
  readonly detail: Json
  /** The hash of the entry before; 64 zeros for the first. */
  readonly prev: string
  /** SHA-256 over everything above and the zone. */
  readonly hash: string
}

export const FIRST_PREV = '0'.repeat(64)

/** The hash an entry must have: SHA-256 of the canonical JSON of all it says and of its zone. */
export function hashOf(zone: ZoneId, entry: Omit<Entry, 'hash'>): string {
  return sha256(
    canonicalJson({
      zone,
      seq: entry.seq,
      at: entry.at,
      on: entry.on,
      act: entry.act,
      subject: entry.subject,
      actor: entry.actor,
      as: entry.as,
      onBehalfOf: entry.onBehalfOf,
      reason: entry.reason,
      cite: entry.cite,
      detail: entry.detail,
      prev: entry.prev,
    }),
  )
}

export function entryActor(actor: Actor): EntryActor {
  if (actor.kind === 'person') return { kind: 'person', id: actor.person, name: actor.name }
  if (actor.kind === 'system') return { kind: 'system', id: null, name: actor.job }
  return { kind: 'visitor', id: null, name: 'visitor' }
}
