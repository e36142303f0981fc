import { type OfficesByRight, views } from '../../cases/index.ts'
import {
  actorOfSession,
  DOORKEEPER,
  MATRIX,
  mayAct,
  RIGHTS,
  type Right,
  type Rule,
  signIn,
  signOut,
} from '../../identity/index.ts'
import { type Actor, type Kernel, type PersonActor, VISITOR } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import type { Some } from '../call.ts'

export const sessionHandlers: Some<'viewSession' | 'signIn' | 'signOut'> = {
  viewSession: { direct: (kernel, actor) => presentSession(kernel, actor) },
  signIn: {
    direct: async (kernel, _actor, { body, session }) => {
      const opened = await signIn(kernel, { ...body, previousToken: session.token })
      session.set(opened.token, COOKIE_SECONDS)
      const actor = await kernel.reading(DOORKEEPER, (tx) => actorOfSession(tx, opened.token))
      return { ...(await presentSession(kernel, actor)), expiresAt: opened.expiresAt }
    },
  },
  signOut: {
    direct: async (kernel, _actor, { session }) => {
      if (session.token) await signOut(kernel, session.token)
      session.clear()
      return presentSession(kernel, VISITOR)
    },
  },
}

/** The browser forgets what the server has long forgotten: sessions live twelve hours at most. */
const COOKIE_SECONDS = 12 * 60 * 60

async function presentSession(kernel: Kernel, actor: Actor) {
  if (actor.kind !== 'person') return { person: null, expiresAt: null }
  const [parties, offices] = await kernel.reading(actor, async (tx) => [
    await listParties(tx, actor.parties),
    actor.posts.length > 0 ? await views.officesByRight(tx) : new Map(),
  ])
  return {
    person: {
      id: actor.person,
      name: actor.name,
      parties,
      posts: actor.posts.map((post) => ({ ...post, office: post.officeKey })),
      isExpert: actor.isExpert,
      rights: RIGHTS.filter((right) => mayEver(actor, right, offices)),
    },
    expiresAt: null,
  }
}

/** Whether some case could give the right: the page shows or hides a whole room by it. */
function mayEver(actor: PersonActor, right: Right, offices: OfficesByRight): boolean {
  if (mayAct(actor, right)) return true
  const rule: Rule = MATRIX[right]
  if (rule.party && actor.parties.length > 0) return true
  return (rule.posts ?? []).some((way) =>
    actor.posts.some(
      (post) =>
        way.levels.includes(post.level) &&
        post.duties.some((duty) => way.duties.includes(duty)) &&
        (!way.named || offices.get(right)?.has(post.officeKey) === true),
    ),
  )
}
