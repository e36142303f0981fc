/** The door of identity: offices, people, posts, sessions and who may do what. */
export { codeAt } from './factors/code-generator.ts'

import {
  addOffice,
  areasAround,
  changeOffice,
  drawArea,
  listAreas,
  viewOffices,
  writeArea,
} from './administration/office-desk.ts'
import {
  addPerson,
  closePerson,
  listPeople,
  resetPerson,
  resetSignIn,
} from './administration/people-desk.ts'
import { endMandate, endPost, giveMandate, grantPost } from './administration/rights-desk.ts'
import { inviteOwner } from './joining/invite-owner.ts'
import { takeInvitation, viewInvitation } from './joining/join.ts'
import { changeMember, inviteMember, listMembers, withdrawInvitation } from './joining/members.ts'
import { admitExpert } from './joining/panel.ts'
import { beginSignOn, endSignOn, signOff, unbindProvider } from './joining/provider.ts'
import { listMandates } from './offices/mandate-store.ts'
import { mandatedBy } from './offices/mandated.ts'
import { endPower, enterPower, listPowers, writePower } from './offices/powers.ts'
import {
  arrangeSubstitute,
  endSubstitution,
  listSubstituteChoices,
  listSubstitutions,
} from './offices/substitutes.ts'
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
export type { TwoStepsFor } from './factors/two-steps.ts'
export { TWO_STEPS_FOR } from './factors/two-steps.ts'
export { identityRefusals } from './identity-refusals.ts'
export type { Provider, ProviderSettings } from './joining/provider.ts'
export { openProvider } from './joining/provider.ts'
export { listOfficePeople } from './offices/office-people.ts'
export type { Office } from './offices/office-store.ts'
export { findOffice, listOffices, openOffice } from './offices/office-store.ts'
export type { Power } from './offices/powers.ts'
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
export { listOfficersOf, listPartiesActedFor, listPeopleOfParty } from './recipients.ts'
export type { PostRule, Right, Rule } from './rights.ts'
export { MATRIX, RIGHTS } from './rights.ts'
export type { SecretBox } from './secret-box.ts'
export { secretBox } from './secret-box.ts'
export type { Entered, Session } from './session.ts'
export {
  actorOfSession,
  DOORKEEPER,
  enter,
  enterUntil,
  openSession,
  readEntered,
  signOut,
  sweepSessions,
} from './session.ts'
export type { SignIn } from './sign-in.ts'
export { signIn } from './sign-in.ts'
export type {
  InvitationId,
  MandateId,
  PasskeyId,
  PowerId,
  SessionId,
  SubstitutionId,
} from './tables.ts'
export { POWER_KINDS } from './tables.ts'

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

/** 系统管理: people and offices, without any right. */
export const administration = {
  listPeople,
  addPerson,
  resetPerson,
  resetSignIn,
  closePerson,
  viewOffices,
  addOffice,
  changeOffice,
  drawArea,
}

/** 安全管理: posts, written delegations. */
export const rightsDesk = { grantPost, endPost, giveMandate, endMandate, listMandates, mandatedBy }

/** 代行. */
export const substitutes = {
  arrange: arrangeSubstitute,
  end: endSubstitution,
  list: listSubstitutions,
  choices: listSubstituteChoices,
}

/** 权责清单; `write` and `writeArea` are for seeds. */
export const powers = { list: listPowers, enter: enterPower, end: endPower, write: writePower }
export const areas = { list: listAreas, around: areasAround, write: writeArea }

/** How people come in: by invitation, by a provider of OpenID Connect. */
export const joining = {
  view: viewInvitation,
  take: takeInvitation,
  beginSignOn,
  endSignOn,
  signOff,
  unbind: unbindProvider,
}
export const members = {
  list: listMembers,
  inviteOwner,
  invite: inviteMember,
  withdraw: withdrawInvitation,
  change: changeMember,
}

/** 专家组: who sits on it. */
export const panel = { admit: admitExpert }
