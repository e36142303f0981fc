/**
 * The door of the cases room: 通知、申报、受理、初审、评审、审议、公示、异议、决定、发证、处理措施.
 * Use cases are grouped: `calls.open(tx, …)`, `drafts.save(tx, …)`, `acts.accept(tx, …)`,
 * `objections.lodge(tx, …)`, `views.case(tx, …)`. Each is one function with its own docstring.
 */
export type { BulkAct, BulkInput, BulkLine } from './bulk.ts'
export type { ChangeId } from './changes/change.ts'
export { changes } from './changes/door.ts'
export { acts, bulk, calls, clocks, delegations, drafts, filters, notices, views } from './doors.ts'
export { experts } from './experts/door.ts'
export type { CallId, CaseId, DrawId, FilterId, NoticeId, ObjectionId } from './ids.ts'
export type * from './inputs.ts'
export { type DrawnLot, isSameLot } from './lot.ts'
export { objections } from './objections/door.ts'
export { caseHandlers } from './on-party-altered.ts'
export { rankings } from './ranking/door.ts'
export { refusals } from './refusals.ts'
export { sanctions } from './sanctions/door.ts'
export type { SanctionId } from './sanctions/proceeding.ts'
export { STAGE_WORDS } from './stage-words.ts'
export type { CaseEvent } from './tell.ts'
export { type BoardVerdict, verifyBoard } from './verify-board.ts'
export { migrations } from './versions/door.ts'
export type { MigrationId } from './versions/migration.ts'
export type * from './views.ts'
export type { WhomToTell } from './whom-to-tell.ts'
