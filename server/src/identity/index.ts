/** The door of identity: offices, people, posts, sessions and who may do what. */
export { actorOfPerson } from './actor-of-person.ts'
export { identityRefusals } from './identity-refusals.ts'
export type { Office } from './offices.ts'
export { findOffice, listOffices, openOffice } from './offices.ts'
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
export type { Session } from './session.ts'
export {
  actorOfSession,
  DOORKEEPER,
  enter,
  openSession,
  signOut,
  sweepSessions,
} from './session.ts'
export type { SignIn } from './sign-in.ts'
export { signIn } from './sign-in.ts'
