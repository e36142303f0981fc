/** The door of the meetings room: 审议会 with agenda, attendance, recusals, votes and minutes. */
import { attend } from './attend.ts'
import { closeItem } from './close-item.ts'
import { closeMeeting } from './close-meeting.ts'
import { convene } from './convene.ts'
import {
  findMeetings,
  listMeetings,
  listMembers,
  openMinutes,
  viewMeeting,
} from './list-meetings.ts'
import { minutesOf } from './minutes-of.ts'
import { recuse } from './recuse.ts'
import { settleMeetingTie, takeUpRanking } from './take-up-ranking.ts'
import { castVote } from './vote.ts'

export type { MeetingId, Vote } from './meeting.ts'
export { refusals } from './refusals.ts'

export const meetings = {
  convene,
  attend,
  recuse,
  vote: castVote,
  rank: takeUpRanking,
  settleTie: settleMeetingTie,
  closeItem,
  close: closeMeeting,
  list: listMeetings,
  find: findMeetings,
  members: listMembers,
  view: viewMeeting,
  minutes: openMinutes,
  minutesOf,
}
