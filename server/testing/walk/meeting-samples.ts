import { newId } from '../../src/kernel/index.ts'
import type { WalkedZone } from './zone.ts'

const REASON = '材料真实完整，符合条件。'
const of =
  (path: string, body?: object) =>
  ({ there }: WalkedZone) => ({
    url: `/api/meetings/${there.meeting}${path}`,
    ...(body && { body }),
  })
/** About the one item of its agenda. */
const ofItem = (path: string, body: object) => (zone: WalkedZone) =>
  of(`/items/${zone.cases.find((one) => one.at === 'reviewed')?.id}${path}`, body)(zone)

/** Requests about meetings; those about one ask for that of the walked zone. */
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
  recuseMember: ofItem('/recusals', { reason: REASON }),
  castVote: ofItem('/votes', { vote: 'for' }),
  takeUpRanking: of('/rankings', { call: newId(), ranking: 'best-served' }),
  settleTie: of('/rankings/ties', {
    ...{ call: newId(), ranking: 'best-served', reason: REASON },
    ...{ among: [newId(), newId()], chosen: [] },
  }),
  viewRankings: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings` }),
  exportRanking: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings/none/list.csv` }),
  replayRanking: ({ call }: WalkedZone) => ({ url: `/api/calls/${call}/rankings/none/replay` }),
  closeMeetingItem: ofItem('/close', { follows: 'leave', reason: REASON }),
  closeMeeting: of('/close', { settled: REASON }),
  openMinutes: of('/minutes'),
}
