import { z } from 'zod'
import { caseId as meetingId, PDF, type Route } from './route.ts'
import { Day, Id, named, Words } from './terms.ts'

const Vote = z.enum(['for', 'against', 'abstain'])
const Follows = z.enum(['deliberate', 'send-back', 'refuse', 'leave'])
const Member = named('MeetingMember', z.object({ person: Id, name: z.string() }))
const Line = z.string().trim().min(1).max(200)
const Reason = z.string().trim().min(1).max(2000)

const MeetingItem = named(
  'MeetingItem',
  z.object({
    caseId: Id,
    number: z.string().nullable(),
    party: z.string(),
    title: Words,
    /** By person: why. */
    recused: z.record(z.string(), z.string()),
    votes: z.record(z.string(), Vote),
    closed: z
      .object({
        yes: z.number().int(),
        no: z.number().int(),
        abstained: z.number().int(),
        entitled: z.number().int(),
        follows: Follows,
        /** Who was there when it was closed. */
        present: z.array(Id).optional(),
      })
      .nullable(),
  }),
)

const RankingMeant = z.object({ call: Id, ranking: z.string().max(100) })

const MeetingView = named(
  'MeetingView',
  z.object({
    id: Id,
    number: z.string(),
    title: z.string(),
    heldOn: Day,
    at: z.string(),
    place: z.string(),
    chair: Member,
    secretary: Member,
    members: z.array(Member),
    quorum: z.number().int(),
    present: z.array(Id),
    items: z.array(MeetingItem),
    /** Rankings on the agenda, each with the hash of the list as it was last frozen. */
    rankings: z.array(RankingMeant.extend({ number: z.string(), title: Words, hash: z.string() })),
    closed: z.object({ on: Day, minutes: z.string() }).nullable(),
  }),
)

const item = z.object({ id: Id, caseId: Id })

export const meetingRoutes = {
  listMeetings: {
    method: 'GET',
    url: '/api/meetings',
    right: 'meeting.read',
    says: 'Deliberation meetings 审议会, the latest first',
    answer: z.array(
      named(
        'MeetingRow',
        z.object({
          id: Id,
          number: z.string(),
          title: z.string(),
          heldOn: Day,
          closedOn: Day.nullable(),
        }),
      ),
    ),
  },
  listMeetingMembers: {
    method: 'GET',
    personal: true,
    url: '/api/meetings/members',
    right: 'meeting.hold',
    says: 'Who may be a member: people in post in the own office',
    answer: z.array(Member),
  },
  conveneMeeting: {
    method: 'POST',
    url: '/api/meetings',
    right: 'meeting.hold',
    says: 'Convene a meeting over cases that wait for deliberation',
    body: z.object({
      title: Line,
      heldOn: Day,
      at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      place: Line,
      chair: Id,
      members: z.array(Id).min(1).max(50),
      quorum: z.number().int().min(1).max(50),
      cases: z.array(Id).min(1).max(100),
    }),
    answer: MeetingView,
  },
  viewMeeting: {
    method: 'GET',
    personal: true,
    url: '/api/meetings/:id',
    right: 'meeting.read',
    says: 'A meeting as its record says',
    params: meetingId,
    answer: MeetingView,
  },
  noteAttendance: {
    method: 'POST',
    url: '/api/meetings/:id/attendance',
    right: 'meeting.hold',
    says: 'Note who is present 到会',
    params: meetingId,
    body: z.object({ present: z.array(Id).max(50) }),
    answer: MeetingView,
  },
  recuseMember: {
    method: 'POST',
    url: '/api/meetings/:id/items/:caseId/recusals',
    right: 'meeting.hold',
    says: 'A member with a conflict leaves for an item 回避',
    params: item,
    body: z.object({ person: Id.optional(), reason: Reason }),
    answer: MeetingView,
  },
  castVote: {
    method: 'POST',
    url: '/api/meetings/:id/items/:caseId/votes',
    right: 'meeting.hold',
    says: 'Vote on an item 表决',
    params: item,
    body: z.object({ person: Id.optional(), vote: Vote }),
    answer: MeetingView,
  },
  takeUpRanking: {
    method: 'POST',
    url: '/api/meetings/:id/rankings',
    right: 'meeting.hold',
    says: 'Take a ranking onto the agenda; its list is frozen with its hash',
    params: meetingId,
    body: RankingMeant,
    answer: MeetingView,
  },
  settleTie: {
    method: 'POST',
    url: '/api/meetings/:id/rankings/ties',
    right: 'meeting.hold',
    says: 'Who of those with equal points comes in 同分确定, where the measure leaves it to the meeting',
    params: meetingId,
    body: RankingMeant.extend({
      among: z.array(Id).min(2).max(500),
      chosen: z.array(Id).max(500),
      reason: Reason,
    }),
    answer: MeetingView,
  },
  closeMeetingItem: {
    method: 'POST',
    url: '/api/meetings/:id/items/:caseId/close',
    right: 'meeting.hold',
    says: 'Close an item; the act of the case follows from the vote',
    params: item,
    body: z.object({ follows: Follows, reason: Reason, cite: z.string().max(40).optional() }),
    answer: MeetingView,
  },
  closeMeeting: {
    method: 'POST',
    url: '/api/meetings/:id/close',
    right: 'meeting.hold',
    says: 'Close the meeting and print its minutes 会议纪要',
    params: meetingId,
    body: z.object({ settled: Reason }),
    answer: MeetingView,
  },
  openMinutes: {
    method: 'GET',
    personal: true,
    url: '/api/meetings/:id/minutes',
    right: 'meeting.read',
    says: 'The minutes as printed',
    params: meetingId,
    answer: 'file',
    media: PDF,
  },
} as const satisfies Record<string, Route>
