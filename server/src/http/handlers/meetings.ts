import type { CallId, CaseId } from '../../cases/index.ts'
import { type Day, type PersonId, parseId } from '../../kernel/index.ts'
import { type MeetingId, meetings } from '../../meetings/index.ts'
import type { Some } from '../call.ts'
import type { meetingRoutes } from '../contract/meeting-routes.ts'

const idOf = (params: { id: string }) => parseId<MeetingId>(params.id)
const itemOf = (params: { id: string; caseId: string }) => ({
  id: idOf(params),
  caseId: parseId<CaseId>(params.caseId),
})
const personOf = (body: { person?: string | undefined }) => body.person as PersonId | undefined

const rankingIn = ({ call, ranking }: { call: string; ranking: string }) => ({
  call: parseId<CallId>(call),
  ranking,
})

type State = Awaited<ReturnType<typeof meetings.view>>
const present = (id: MeetingId, { closed, ...state }: State) => ({
  ...state,
  id,
  closed: closed && { on: closed.on, minutes: closed.minutes },
})

export const meetingHandlers: Some<keyof typeof meetingRoutes> = {
  listMeetings: async (tx) =>
    (await meetings.list(tx)).map(({ held_on: heldOn, closed_on: closedOn, ...row }) => ({
      ...row,
      heldOn,
      closedOn,
    })),
  listMeetingMembers: (tx) => meetings.members(tx),
  conveneMeeting: async (tx, { body }) => {
    const id = await meetings.convene(tx, {
      ...body,
      heldOn: body.heldOn as Day,
      chair: body.chair as PersonId,
      members: body.members as PersonId[],
      cases: body.cases as CaseId[],
    })
    return present(id, await meetings.view(tx, id))
  },
  viewMeeting: async (tx, { params }) =>
    present(idOf(params), await meetings.view(tx, idOf(params))),
  noteAttendance: async (tx, { params, body }) => {
    const id = idOf(params)
    return present(id, await meetings.attend(tx, { id, present: body.present as PersonId[] }))
  },
  recuseMember: async (tx, { params, body }) => {
    const item = itemOf(params)
    const recusal = { ...item, person: personOf(body), reason: body.reason }
    return present(item.id, await meetings.recuse(tx, recusal))
  },
  castVote: async (tx, { params, body }) => {
    const item = itemOf(params)
    const vote = { ...item, person: personOf(body), vote: body.vote }
    return present(item.id, await meetings.vote(tx, vote))
  },
  takeUpRanking: async (tx, { params, body }) => {
    const id = idOf(params)
    return present(id, await meetings.rank(tx, { id, ...rankingIn(body) }))
  },
  settleTie: async (tx, { params, body }) => {
    const id = idOf(params)
    const { reason } = body
    const among = body.among.map((one) => parseId<CaseId>(one))
    const chosen = body.chosen.map((one) => parseId<CaseId>(one))
    const tie = { id, ...rankingIn(body), among, chosen, reason }
    return present(id, await meetings.settleTie(tx, tie))
  },
  closeMeetingItem: async (tx, { params, body }) => {
    const item = itemOf(params)
    return present(item.id, await meetings.closeItem(tx, { ...item, ...body }))
  },
  closeMeeting: async (tx, { params, body }) => {
    const id = idOf(params)
    return present(id, await meetings.close(tx, { id, settled: body.settled }))
  },
  openMinutes: async (tx, { params }) => ({
    ...(await meetings.minutes(tx, idOf(params))),
    inline: true,
  }),
}
