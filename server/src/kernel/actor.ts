import type { OfficeId, PartyId, PersonId, PostId } from './ids.ts'
import type { Words } from './words.ts'

/** What a post may do: 经办 handle, 签发 decide, 评审 review, 审计 audit, 管理 administer. */
export const DUTIES = ['handle', 'decide', 'review', 'audit', 'administer'] as const
export type Duty = (typeof DUTIES)[number]

/** 市级 city, 区县 district, 受托单位 delegate, 专家组 experts. */
export const OFFICE_LEVELS = ['city', 'district', 'delegate', 'experts'] as const
export type OfficeLevel = (typeof OFFICE_LEVELS)[number]

/** A post a person holds today; posts outside their dates are never part of an actor. */
export type Post = {
  readonly id: PostId
  readonly office: OfficeId
  readonly officeKey: string
  readonly officeName: Words
  readonly level: OfficeLevel
  /** The district's code or name as the office row has it; null at city level. */
  readonly district: string | null
  readonly title: Words
  readonly duties: readonly Duty[]
}

export type PersonActor = {
  readonly kind: 'person'
  readonly person: PersonId
  readonly name: string
  /** The parties this person may act for today. */
  readonly parties: readonly PartyId[]
  readonly posts: readonly Post[]
  readonly isExpert: boolean
}

/** Who acts: nobody known, a person with what they hold today, or the machine by a named job. */
export type Actor =
  | { readonly kind: 'visitor' }
  | PersonActor
  | { readonly kind: 'system'; readonly job: string }

export const VISITOR: Actor = { kind: 'visitor' }

/** How far row-level security lets a transaction see. */
export type Reach = 'public' | 'own' | 'zone'

/**
 * City posts, the city's auditors among them, and jobs see their zone; other people what is their
 * own or their office's, a district's auditor too; visitors what is public.
 */
export function reachOf(actor: Actor): Reach {
  if (actor.kind === 'system') return 'zone'
  if (actor.kind === 'visitor') return 'public'
  return actor.posts.some(seesWholeZone) ? 'zone' : 'own'
}

function seesWholeZone(post: Post): boolean {
  return post.level === 'city'
}
