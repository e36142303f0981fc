export {
  ALTERABLE,
  type Alterable,
  type Alteration,
  alterEntry,
  listAlterations,
} from './alter-entry.ts'
export { conflictsOf } from './conflicts-of.ts'
export { type CreditCode, creditCode, isCreditCode } from './credit-code.ts'
export { currentFacts } from './current-facts.ts'
export { declareConflict } from './declare-conflict.ts'
export { demandRepayment, listRepayments } from './demand-repayment.ts'
export { type DistrictOffice, enterParties, previewParties } from './enter-parties.ts'
export { correctPayment, enterPayment, listPayments } from './enter-payment.ts'
export {
  endTenancy,
  endTie,
  enterTenancy,
  enterTie,
  TIE_KINDS,
  type Tie,
  type TieKind,
} from './enter-tie.ts'
export type { Conflict, ConflictQuestion, Expert, NewExpert } from './expert.ts'
export type {
  FactEntry,
  FactRecord,
  FactSource,
  FactSubject,
  FactsInput,
  NewFact,
  Period,
} from './fact.ts'
export { factHistory } from './fact-history.ts'
export { findBar } from './find-bar.ts'
export { findPartyByCode } from './find-party-by-code.ts'
export { getParty } from './get-party.ts'
export { grantRecognition } from './grant-recognition.ts'
export { imposeBar } from './impose-bar.ts'
export { keepLedger, ledgerKept, paidTo } from './keep-ledger.ts'
export { liftBar, liftRepayment, restoreRecognition } from './lift.ts'
export { listBars } from './list-bars.ts'
export { listCarriers, listTenancies } from './list-carriers.ts'
export { listExperts, listPool } from './list-experts.ts'
export { type KnownParty, listKnown, listPartyIds } from './list-known.ts'
export { listParties } from './list-parties.ts'
export { listRecognitions } from './list-recognitions.ts'
export { type KnownTie, listTies } from './list-ties.ts'
export {
  type Carrier,
  type CarrierId,
  type NewParty,
  PARTY_KINDS,
  type Party,
  type PartyKind,
} from './party.ts'
export type { PaidSum } from './payment.ts'
export type {
  Bar,
  Lifted,
  NewBar,
  NewRecognition,
  Recognition,
  RecognitionId,
  Repayment,
} from './recognition.ts'
export { standsOn } from './recognition.ts'
export { recordFact, recordFacts } from './record-facts.ts'
export { refusals } from './refusals.ts'
export { registerCarrier } from './register-carrier.ts'
export { changeExpert, registerExpert, retireExpert } from './register-expert.ts'
export { registerParty } from './register-party.ts'
export { revokeRecognition } from './revoke-recognition.ts'
export { type PartyPage, searchParties } from './search-parties.ts'
