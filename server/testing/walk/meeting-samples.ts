import { newId } from '../../src/kernel/index.ts'
import type { WalkedZone } from './zone.ts'

const REASON = '材料真实完整，符合条件。'
const of = (path: string, body?: object) => () => ({
  url: `/api/meetings/${newId()}${path}`,
  ...(body && { body }),
})

/** Requests about meetings; those about one ask for a meeting that is not there. */
export const meetingSamples = {
  listMeetings: () => ({ url: '/api/meetings' }),
  listMeetingMembers: () => ({ url: '/api/meetings/members' }),
  conveneMeeting: ({ cases, city, signer }: WalkedZone) => ({
    url: '/api/meetings',
    body: {
      ...{ title: '第一次审议会', heldOn: '2026-03-10', at: '10:00', place: '三楼会议室' },
      ...{ chair: city.person, members: [city.person, signer.person], quorum: 2 },
      cases: cases.filter((one) => one.at === 'reviewed').map((one) => one.id),
    },
  }),
  viewMeeting: of(''),
  noteAttendance: of('/attendance', { present: [] }),
  recuseMember: of(`/items/${newId()}/recusals`, { reason: REASON }),
  castVote: of(`/items/${newId()}/votes`, { vote: 'for' }),
  takeUpRanking: of('/rankings', { call: newId(), ranking: 'best-served' }),
  settleTie: of('/rankings/ties', {
    ...{ call: newId(), ranking: 'best-served', reason: REASON },
    ...{ among: [newId(), newId()], chosen: [] },
  }),
  viewRankings: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings` }),
  exportRanking: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings/none/list.csv` }),
  replayRanking: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings/none/replay` }),
  closeMeetingItem: of(`/items/${newId()}/close`, { follows: 'leave', reason: REASON }),
  closeMeeting: of('/close', { settled: REASON }),
  openMinutes: of('/minutes'),
}
