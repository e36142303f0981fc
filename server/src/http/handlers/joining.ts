import { type InvitationId, joining, members } from '../../identity/index.ts'
import { type PartyId, type PersonId, parseId, refusal } from '../../kernel/index.ts'
import { listParties } from '../../registries/index.ts'
import type { Some } from '../call.ts'
import type { joiningRoutes } from '../contract/administration-routes.ts'
import { linkOf } from './administration.ts'
import { presentSession, welcome } from './session.ts'
import type { SignInParts } from './sign-in.ts'

const partyOf = (params: { id: string }) => parseId<PartyId>(params.id)

export function joiningHandlers({
  rules,
  twoSteps,
}: SignInParts): Some<keyof typeof joiningRoutes> {
  return {
    viewInvitation: {
      direct: async (kernel, _actor, { params }) => {
        const { party, ...shown } = await joining.view(kernel, params.token)
        const [known] = party
          ? await kernel.reading({ kind: 'system', job: 'invitation' }, (tx) =>
              listParties(tx, [party]),
            )
          : []
        return { ...shown, partyName: known?.name ?? null, rules }
      },
    },
    takeInvitation: {
      direct: async (kernel, actor, { params, body, session, device }) => {
        const given = { ...body, token: params.token, rules, device }
        const opened = await joining.take(kernel, actor, given)
        if (opened) return welcome({ kernel, twoSteps }, session, opened)
        const { token } = session
        return token ? presentSession({ kernel, twoSteps }, token) : refusal('identity.signed-out')
      },
    },
    listMembers: (tx, { params }) => members.list(tx, partyOf(params)),
    inviteMember: async (tx, { params, body }) =>
      linkOf(await members.invite(tx, { ...body, party: partyOf(params) })),
    withdrawInvitation: (tx, { params }) =>
      members.withdraw(tx, {
        party: partyOf(params),
        id: parseId<InvitationId>(params.invitation),
      }),
    changeMember: (tx, { params, body }) =>
      members.change(tx, {
        party: partyOf(params),
        person: parseId<PersonId>(params.person),
        part: body.part,
      }),
  }
}
