import type { routes } from '../../src/http/index.ts'
import { ABOUT_A_CONSULTATION } from './consultation-samples.ts'
import { ABOUT_NO_OBJECTION } from './objection-samples.ts'
import { ABOUT_NO_EXPERT } from './organisation-samples.ts'

type RouteName = keyof typeof routes

/** Whoever may ask is told that what the sample names is not there. */
export const OF_NOBODY: readonly RouteName[] = [
  'removePasskey',
  'endOwnSession',
  'resetPerson',
  'closePerson',
  'changeOffice',
  'grantPost',
  'endPost',
  'endMandate',
  'arrangeSubstitute',
  'endSubstitution',
  'enterPower',
  'endPower',
  'viewInvitation',
  'takeInvitation',
  'confirmEmail',
  'sendAgain',
  'rotateSecret',
  'testWebhook',
  'resumeWebhook',
  'endWebhook',
  'viewMeeting',
  'noteAttendance',
  'recuseMember',
  'castVote',
  'takeUpRanking',
  'settleTie',
  'exportRanking',
  'replayRanking',
  'closeMeetingItem',
  'closeMeeting',
  'openMinutes',
  'undoMigration',
  'enterPayment',
  'correctPayment',
  ...ABOUT_NO_OBJECTION,
  ...ABOUT_A_CONSULTATION,
  ...ABOUT_NO_EXPERT,
]
