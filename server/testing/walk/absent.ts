import type { routes } from '../../src/http/index.ts'
import { ABOUT_NO_EXPERT } from './organisation-samples.ts'

type RouteName = keyof typeof routes

/** Whoever may ask is told that what the sample names is not there: what each names is said beside it. */
export const OF_NOBODY: readonly RouteName[] = [
  // A passkey of one's own: nobody's device answers in a test.
  'removePasskey',
  // The token is in a letter and nowhere else.
  'confirmEmail',
  // No measure here ranks a field.
  'exportRanking',
  'replayRanking',
  // Whoever takes one uses it up, in a transaction of the machine's own.
  'takeInvitation',
  // One version alone is installed: nothing was migrated.
  'undoMigration',
  // No payment was entered.
  'enterPayment',
  'correctPayment',
  ...ABOUT_NO_EXPERT,
]
