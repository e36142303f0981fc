import { toDataURL } from 'qrcode'
import {
  joining,
  ownSignIn,
  type PasskeyId,
  type PasswordRules,
  type Provider,
  permit,
  type SecretBox,
  type SessionId,
  type TwoStepsFor,
} from '../../identity/index.ts'
import { type Actor, type Json, type Kernel, parseId, refusal } from '../../kernel/index.ts'
import type { SessionCookie, Some } from '../call.ts'
import type { ownSignInRoutes } from '../contract/sign-in-routes.ts'

/** What signing in is told from outside. */
export type SignInParts = {
  readonly secrets: SecretBox
  readonly rules: PasswordRules
  readonly provider: Provider | null
  readonly twoSteps: TwoStepsFor
}

export function ownSignInHandlers({
  secrets,
  rules,
}: SignInParts): Some<keyof typeof ownSignInRoutes> {
  const view = async (kernel: Kernel, self: Self) => ({
    ...(await ownSignIn.view(kernel, self)),
    rules,
  })
  return {
    viewOwnSignIn: {
      direct: (kernel, actor, { session }) => view(kernel, selfOf(actor, session)),
    },
    changePassword: {
      direct: async (kernel, actor, { session, body }) => {
        const self = selfOf(actor, session)
        await ownSignIn.changePassword(kernel, self, { ...body, rules })
        return view(kernel, self)
      },
    },
    setUpGenerator: {
      direct: async (kernel, actor, { session }) => {
        const made = await ownSignIn.setUpGenerator(kernel, selfOf(actor, session), secrets)
        return { ...made, picture: await toDataURL(made.uri, { margin: 1, width: 220 }) }
      },
    },
    takeGenerator: {
      direct: async (kernel, actor, { session, body }) => ({
        codes: await ownSignIn.takeGenerator(kernel, selfOf(actor, session), { ...body, secrets }),
      }),
    },
    removeGenerator: {
      direct: async (kernel, actor, { session }) => {
        const self = selfOf(actor, session)
        await ownSignIn.removeGenerator(kernel, self)
        return view(kernel, self)
      },
    },
    renewRecoveryCodes: {
      direct: async (kernel, actor, { session }) => ({
        codes: await ownSignIn.renewRecoveryCodes(kernel, selfOf(actor, session)),
      }),
    },
    setUpPasskey: {
      direct: async (kernel, actor, { session, origin }) =>
        plain(await ownSignIn.setUpPasskey(kernel, selfOf(actor, session), origin)),
    },
    takePasskey: {
      direct: async (kernel, actor, { session, body, origin }) => {
        const self = selfOf(actor, session)
        const made = { name: body.name, response: body.answer as never }
        await ownSignIn.takePasskey(kernel, self, { made, origin })
        return view(kernel, self)
      },
    },
    removePasskey: {
      direct: async (kernel, actor, { session, params }) => {
        const self = selfOf(actor, session)
        await ownSignIn.removePasskey(kernel, self, parseId<PasskeyId>(params.id))
        return view(kernel, self)
      },
    },
    unbindProvider: {
      direct: async (kernel, actor, { session, body }) => {
        const self = selfOf(actor, session)
        await joining.unbind(kernel, { person: self.actor.person, issuer: body.issuer })
        return view(kernel, self)
      },
    },
    endOwnSession: {
      direct: async (kernel, actor, { session, params }) => {
        const self = selfOf(actor, session)
        await ownSignIn.endSession(kernel, self, parseId<SessionId>(params.id))
        return view(kernel, self)
      },
    },
  }
}

/** Whoever is signed in; refuses `identity.signed-out` for everybody else. */
export function selfOf(actor: Actor, { token }: Pick<SessionCookie, 'token'>) {
  permit(actor, 'self.sign-in')
  return actor.kind === 'person' ? { actor, token } : refusal('identity.signed-out')
}
type Self = ReturnType<typeof selfOf>

/** The library's options as the JSON they are. */
export function plain(options: object): { readonly [name: string]: Json } {
  return JSON.parse(JSON.stringify(options))
}
