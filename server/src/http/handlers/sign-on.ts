import { joining } from '../../identity/index.ts'
import { refusal } from '../../kernel/index.ts'
import type { Some } from '../call.ts'
import { presentSession, welcome } from './session.ts'
import type { SignInParts } from './sign-in.ts'

/** Signing on at a provider: the page there sends the browser back to the page /sign-on here. */
export function signOnHandlers({
  provider,
  twoSteps,
}: SignInParts): Some<'beginSignOn' | 'endSignOn'> {
  return {
    beginSignOn: {
      direct: async (kernel, actor, { body, session, origin }) => {
        if (!provider) return refusal('identity.provider-unreached')
        const asked = { actor, callback: `${origin}/sign-on`, back: body.back }
        const { url, state } = await joining.beginSignOn(kernel, provider, asked)
        session.keepState(state)
        return { url }
      },
    },
    endSignOn: {
      direct: async (kernel, _actor, { body, session, origin, device }) => {
        if (!provider) return refusal('identity.provider-unreached')
        const signedOn = await joining.endSignOn(kernel, provider, {
          url: `${origin}/sign-on?${body.query.replace(/^\?/, '')}`,
          state: session.state,
          device,
          previousToken: session.token,
        })
        session.keepState(null)
        const { back } = signedOn
        const door = { kernel, twoSteps }
        if (signedOn.session) {
          return { session: await welcome(door, session, signedOn.session), back }
        }
        return { session: await presentSession(door, session.token ?? ''), back }
      },
    },
  }
}
