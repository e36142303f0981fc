import { type OfficesByRight, views } from '../../cases/index.ts'
import {
  askForPasskey,
  enterUntil,
  joining,
  MATRIX,
  mayAct,
  RIGHTS,
  type Right,
  type Rule,
  type Session,
  signIn,
  signInByPasskey,
  signOut,
} from '../../identity/index.ts'
import { type Actor, type Kernel, type PersonActor, VISITOR } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import type { SessionCookie, Some } from '../call.ts'
import { plain, type SignInParts } from './sign-in.ts'

export function sessionHandlers({
  secrets,
  provider,
}: SignInParts): Some<'viewSession' | 'signIn' | 'signOut' | 'askForPasskey' | 'signInByPasskey'> {
  return {
    viewSession: {
      direct: async (kernel, actor, { session: { left } }) => ({
        ...(await presentActor(kernel, actor)),
        left,
      }),
    },
    signIn: {
      direct: async (kernel, _actor, { body, session, device }) => {
        const given = { ...body, previousToken: session.token, device }
        return welcome(kernel, session, await signIn(kernel, given, secrets))
      },
    },
    askForPasskey: {
      direct: async (kernel, _actor, { origin }) => plain(await askForPasskey(kernel, origin)),
    },
    signInByPasskey: {
      direct: async (kernel, _actor, { body, session, device, origin }) => {
        const response = body.answer as never
        const given = { response, device, previousToken: session.token }
        return welcome(kernel, session, await signInByPasskey(kernel, given, origin))
      },
    },
    signOut: {
      direct: async (kernel, _actor, { session, origin }) => {
        const { token } = session
        const going = { token: token ?? '', back: `${origin}/` }
        const signOff = provider && token ? await joining.signOff(kernel, provider, going) : null
        if (token) await signOut(kernel, token)
        session.clear()
        return { ...(await presentActor(kernel, VISITOR)), ...(signOff ? { signOff } : {}) }
      },
    },
  }
}

/** The cookie of a session just opened, and who it stands for. */
export async function welcome(kernel: Kernel, cookie: SessionCookie, opened: Session) {
  cookie.set(opened.token, COOKIE_SECONDS)
  return { ...(await presentSession(kernel, opened.token)), expiresAt: opened.expiresAt }
}

/** Who a token stands for, with what is left of the session. */
export async function presentSession(kernel: Kernel, token: string) {
  const { actor, left } = await enterUntil(kernel, token)
  return { ...(await presentActor(kernel, actor)), left }
}

/** The browser forgets what the server has long forgotten: sessions live twelve hours at most. */
const COOKIE_SECONDS = 12 * 60 * 60

async function presentActor(kernel: Kernel, actor: Actor) {
  if (actor.kind !== 'person') return { person: null, expiresAt: null, left: null }
  const [parties, offices] = await kernel.reading(actor, async (tx) => [
    await listParties(tx, actor.parties),
    actor.posts.length > 0 ? await views.officesByRight(tx) : new Map(),
  ])
  return {
    person: {
      id: actor.person,
      name: actor.name,
      parties,
      parts: actor.parts ?? {},
      posts: actor.posts.map((post) => ({ ...post, office: post.officeKey })),
      isExpert: actor.isExpert,
      rights: RIGHTS.filter((right) => mayEver(actor, right, offices)),
    },
    expiresAt: null,
    left: null,
  }
}

/** Whether some case could give the right: the page shows or hides a whole room by it. */
function mayEver(actor: PersonActor, right: Right, offices: OfficesByRight): boolean {
  if (mayAct(actor, right)) return true
  const rule: Rule = MATRIX[right]
  if (actor.parties.some((party) => mayAct(actor, right, { party }))) return true
  return (rule.posts ?? []).some((way) =>
    actor.posts.some(
      (post) =>
        way.levels.includes(post.level) &&
        post.duties.some((duty) => way.duties.includes(duty)) &&
        (!way.named || offices.get(right)?.has(post.officeKey) === true),
    ),
  )
}
