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
  type TwoStepsFor,
} from '../../identity/index.ts'
import { type Actor, type Kernel, type PersonActor, VISITOR } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import type { SessionCookie, Some } from '../call.ts'
import { plain, type SignInParts } from './sign-in.ts'

export function sessionHandlers({
  secrets,
  provider,
  twoSteps,
}: SignInParts): Some<'viewSession' | 'signIn' | 'signOut' | 'askForPasskey' | 'signInByPasskey'> {
  return {
    viewSession: {
      direct: async (kernel, actor, { session: { left, needsTwoSteps } }) => ({
        ...(await presentActor(kernel, actor)),
        left,
        needsTwoSteps,
      }),
    },
    signIn: {
      direct: async (kernel, _actor, { body, session, device }) => {
        const given = { ...body, previousToken: session.token, device }
        return welcome({ kernel, twoSteps }, session, await signIn(kernel, given, secrets))
      },
    },
    askForPasskey: {
      direct: async (kernel, _actor, { origin }) => plain(await askForPasskey(kernel, origin)),
    },
    signInByPasskey: {
      direct: async (kernel, _actor, { body, session, device, origin }) => {
        const response = body.answer as never
        const given = { response, device, previousToken: session.token }
        return welcome({ kernel, twoSteps }, session, await signInByPasskey(kernel, given, origin))
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

type Door = { readonly kernel: Kernel; readonly twoSteps: TwoStepsFor }

/** The cookie of a session just opened, and who it stands for. */
export async function welcome(door: Door, cookie: SessionCookie, opened: Session) {
  cookie.set(opened.token, COOKIE_SECONDS)
  return { ...(await presentSession(door, opened.token)), expiresAt: opened.expiresAt }
}

/** Who a token stands for, with what is left of the session. */
export async function presentSession({ kernel, twoSteps }: Door, token: string) {
  const { actor, left, needsTwoSteps } = await enterUntil(kernel, token, twoSteps)
  return { ...(await presentActor(kernel, actor)), left, needsTwoSteps }
}

/** The browser forgets what the server has long forgotten: sessions live twelve hours at most. */
const COOKIE_SECONDS = 12 * 60 * 60

const NOBODY = { person: null, expiresAt: null, left: null, needsTwoSteps: false }

async function presentActor(kernel: Kernel, actor: Actor) {
  if (actor.kind !== 'person') return NOBODY
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
    needsTwoSteps: false,
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
