/** The door for runners: browser, server, database build. No parser is behind it. */

export { emitModule } from './emit/module.ts'
export { namesBehind } from './evaluate/behind.ts'
export { evaluate, type Question } from './evaluate/evaluate.ts'
export { evaluateAmong, paidAmong } from './evaluate/evaluate-among.ts'
export type { WorkingDays } from './evaluate/frame.ts'
export { type Claim, type GivesWay, givesWay } from './evaluate/give-way.ts'
export { misfitsOf, unknownNames, WrongFacts } from './evaluate/given.ts'
export type {
  Answer,
  Facts,
  Finding,
  Missing,
  Outcome,
  Payable,
  Review,
  Seen,
  Supplied,
  SuppliedRecord,
  Worked,
} from './evaluate/outcome.ts'
export { type PaidSum, paidFacts } from './evaluate/paid-facts.ts'
export { type PointsRange, pointsRange } from './evaluate/points-range.ts'
export { type Ask, asks } from './explain/asks.ts'
export { citationInWords } from './explain/citation-in-words.ts'
export { explain, explainFinding } from './explain/explain.ts'
export { explainPayable, explainReview } from './explain/explain-payable.ts'
export { explainValue } from './explain/explain-value.ts'
export { type Askable, type Asking, nextQuestion } from './explain/next-question.ts'
export { requirement } from './explain/requirement.ts'
export { SIGNS } from './explain/signs.ts'
export { supplierInWords } from './explain/supplier.ts'
export { type ValueInWords, valueInWords } from './explain/value-in-words.ts'
export { ACTS, type Act, NEXT, STAGES, type Stage } from './procedure/acts.ts'
export {
  after,
  allowedActs,
  type Happened,
  isAct,
  type Position,
  positionOf,
  stageOf,
} from './procedure/fold.ts'
export { limitFor, stepFor } from './procedure/route.ts'
export { type StandingUntil, standsUntil } from './procedure/standing.ts'
export { contentOf } from './program/canonical.ts'
export type { Citation } from './program/citation.ts'
export type { Condition, ConditionName, OfficeKey } from './program/condition.ts'
export { conditionNamed, conditionsIn } from './program/conditions-in.ts'
export type {
  ActionItem,
  Quota,
  Ranking,
  Source,
  Target,
  TransitionalRule,
} from './program/declarations.ts'
export type { Expression } from './program/expression.ts'
export type { Fact, FactName, FactType, Option, Paper } from './program/fact.ts'
export type {
  Article,
  Delegation,
  Duty,
  Interpretation,
  Program,
  Sanction,
} from './program/program.ts'
export { fieldsInOrder, type Records } from './program/records.ts'
export { isBefore, rivalsOf } from './program/rivals.ts'
export type { Grant, Lasts, Limit, Pays, Service, ServiceName, Step } from './program/service.ts'
export { upgraded } from './program/upgrade.ts'
export type { ValueDefinition } from './program/value-definition.ts'
export type { Language, Words } from './program/words.ts'
export { addDays, addMonths, type Day, dayOf } from './values/day.ts'
export { printQuantity, printValue } from './values/print.ts'
export { type Misfit, readSupplied } from './values/supplied.ts'
export type { Value } from './values/value.ts'
