/** The door of identity: offices, people, posts, sessions and who may do what. */
import {
  changePassword,
  endOwnSession,
  removeGenerator,
  removePasskey,
  renewRecoveryCodes,
  setUpGenerator,
  setUpPasskey,
  takeGenerator,
  takePasskey,
  viewOwnSignIn,
} from './own-sign-in.ts'

export { actorOfPerson } from './actor-of-person.ts'
export { askForPasskey, signInByPasskey } from './factors/passkeys.ts'
export { identityRefusals } from './identity-refusals.ts'
export type { Office } from './offices.ts'
export { findOffice, listOffices, openOffice } from './offices.ts'
export type { PasswordRules } from './password-rules.ts'
export { NIST_RULES } from './password-rules.ts'
export type {
  DemoNote,
  DemoPerson,
  NewMembership,
  NewPerson,
  NewPost,
} from './people.ts'
export { addMembership, appoint, listDemoPeople, registerPerson, setPassword } from './people.ts'
export type { Relation } from './permit.ts'
export { mayAct, permit } from './permit.ts'
export type { PostRule, Right, Rule } from './rights.ts'
export { MATRIX, RIGHTS } from './rights.ts'
export type { SecretBox } from './secret-box.ts'
export { secretBox } from './secret-box.ts'
export type { Session } from './session.ts'
export {
  actorOfSession,
  DOORKEEPER,
  enter,
  enterUntil,
  openSession,
  signOut,
  sweepSessions,
} from './session.ts'
export type { SignIn } from './sign-in.ts'
export { signIn } from './sign-in.ts'
export type { PasskeyId, SessionId } from './tables.ts'

/** One's own ways of signing in and sessions. */
export const ownSignIn = {
  view: viewOwnSignIn,
  changePassword,
  setUpGenerator,
  takeGenerator,
  removeGenerator,
  renewRecoveryCodes,
  setUpPasskey,
  takePasskey,
  removePasskey,
  endSession: endOwnSession,
}
