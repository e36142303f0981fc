import type { Day } from './day.ts'
import type { OfficeId, PartyId, PersonId, PostId } from './ids.ts'
import type { Words } from './words.ts'

/**
 * What a post may do: 经办 handle, 签发 decide, 评审 review, and the three administrators' 审计 audit,
 * 系统管理 administer, 安全管理 grant.
 */
export const DUTIES = ['handle', 'decide', 'review', 'audit', 'administer', 'grant'] as const
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
  /** 代行: the holder is away and this person acts in the post until that day. */
  readonly inPlaceOf?: { readonly person: PersonId; readonly name: string; readonly until: Day }
  /** The districts a functional zone's office reaches besides its own. */
  readonly alsoIn?: readonly string[]
}

/** A written delegation to an office of the actor, as it stands today. */
export type Mandate = {
  readonly number: string
  readonly pack: string
  readonly delegation: string
  readonly toOffice: OfficeId
  /** Within its dates and not ended. */
  readonly isLive: boolean
  /** Empty: every act, every district the measure lets it delegate. */
  readonly acts: readonly string[]
  readonly districts: readonly string[]
}

/** What somebody may do for a party: 负责人 owner, 经办人 editor, 查看人 viewer. */
export const PARTS = ['owner', 'editor', 'viewer'] as const
export type Part = (typeof PARTS)[number]

export type PersonActor = {
  readonly kind: 'person'
  readonly person: PersonId
  readonly name: string
  /** The parties this person may act for today. */
  readonly parties: readonly PartyId[]
  /** The part in each party; who is not named here is an owner. */
  readonly parts?: Readonly<Record<PartyId, Part>>
  readonly posts: readonly Post[]
  readonly isExpert: boolean
  readonly mandates?: readonly Mandate[]
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
 * own or their office's, a district's auditor too; visitors what is public. Administrators of
 * people and of rights see no cases: their tasks name what they need (ADR 0061).
 */
export function reachOf(actor: Actor): Reach {
  if (actor.kind === 'system') return 'zone'
  if (actor.kind === 'visitor') return 'public'
  return actor.posts.some(seesWholeZone) ? 'zone' : 'own'
}

const SEES_NO_CASES: readonly Duty[] = ['administer', 'grant']

/** @internal whether a post lets its holder see what its office sees. */
export function seesCases(post: Post): boolean {
  return post.duties.some((duty) => !SEES_NO_CASES.includes(duty))
}

function seesWholeZone(post: Post): boolean {
  return post.level === 'city' && seesCases(post)
}
