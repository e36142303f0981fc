import {
  type Actor,
  type OfficeId,
  type PartyId,
  type PersonActor,
  type Post,
  refusal,
} from '../kernel/index.ts'
import { MATRIX, type PostRule, type Right, type Rule } from './rights.ts'

/** How the thing the right is asked for lies to the actor. What is left out counts as not given. */
export type Relation = {
  /** The party the case or the facts belong to. */
  readonly party?: PartyId
  /** The district of the case; a district's or delegate's post needs its own. */
  readonly district?: string
  /** The office that the step of the program names. */
  readonly officeKey?: string
  /** The office whose matter it is. */
  readonly holder?: OfficeId
  /** Whether the person acting is assigned to the case. */
  readonly assigned?: boolean
}

type Ground = { readonly by: Post | null }

/**
 * The post that gives the actor the right; null when it rests on no post (visitors, parties).
 * Refuses `identity.signed-out` for a visitor and `identity.forbidden` for anybody else.
 */
export function permit(actor: Actor, right: Right, relation: Relation = {}): Post | null {
  const ground = findGround(actor, right, relation)
  if (ground) return ground.by
  return refusal(actor.kind === 'visitor' ? 'identity.signed-out' : 'identity.forbidden', { right })
}

export function mayAct(actor: Actor, right: Right, relation: Relation = {}): boolean {
  return findGround(actor, right, relation) !== null
}

function findGround(actor: Actor, right: Right, relation: Relation): Ground | null {
  // A name that came from outside the type is denied like any unknown right.
  const rule: Rule | undefined = Object.hasOwn(MATRIX, right) ? MATRIX[right] : undefined
  if (!rule) return null
  if (rule.anybody) return { by: null }
  if (actor.kind !== 'person') return null
  if (rule.signedIn) return { by: null }
  return partyGround(actor, rule, relation) ?? postGround(actor, rule, relation)
}

function partyGround(actor: PersonActor, rule: Rule, { party }: Relation): Ground | null {
  if (!rule.party || party === undefined || !actor.parties.includes(party)) return null
  return rule.party.includes(actor.parts?.[party] ?? 'owner') ? { by: null } : null
}

function postGround(actor: PersonActor, rule: Rule, relation: Relation): Ground | null {
  for (const way of rule.posts ?? []) {
    const post = actor.posts.find((one) => gives(one, way, relation))
    if (post) return { by: post }
  }
  return null
}

function gives(post: Post, way: PostRule, relation: Relation): boolean {
  return (
    way.levels.includes(post.level) &&
    way.duties.some((duty) => post.duties.includes(duty)) &&
    (!way.named || post.officeKey === relation.officeKey) &&
    (!way.holder || post.office === relation.holder) &&
    (!way.assigned || relation.assigned === true) &&
    (way.anyPlace === true || reachesDistrict(post, relation))
  )
}

/**
 * City offices and experts reach every district. A district's or delegate's post reaches its own
 * district, a functional zone's those it lies in; a delegate without one reaches only what names its office.
 */
function reachesDistrict(post: Post, { district, officeKey }: Relation): boolean {
  if (post.level === 'city' || post.level === 'experts') return true
  if (post.district !== null) {
    return (
      post.district === district ||
      (district !== undefined && post.alsoIn?.includes(district) === true)
    )
  }
  return post.level === 'delegate' && post.officeKey === officeKey
}
