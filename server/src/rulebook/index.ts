export { drawnProcedure } from './drawn-procedure.ts'
export { emittedModule } from './emitted-module.ts'
export { enact } from './enact.ts'
export type { Among, Entitlement, Matched, PartyFacts } from './entitlement.ts'
export { entitlementsOf } from './entitlements-of.ts'
export { explainEntitlement } from './explain-entitlement.ts'
export { explainedEntitlements } from './explained-entitlements.ts'
export { forgetMatched } from './forget-matched.ts'
export { getMeasure } from './get-measure.ts'
export { getPinnedProgram, getProgram } from './get-program.ts'
export { install } from './install.ts'
export { installSource } from './install-source.ts'
export { installText } from './install-text.ts'
export {
  countEntitlements,
  type EntitlementCount,
  type EntitlementsAsked,
  listEntitlements,
} from './list-entitlements.ts'
export { listMeasures } from './list-measures.ts'
export { type Matching, matchParties } from './match-parties.ts'
export { matchZone, type ZoneMatched } from './match-zone.ts'
export { findPass, type MatchingPass, movePass, passDue } from './matching-pass.ts'
export type {
  ArticleText,
  EnactInput,
  Enactment,
  Installed,
  InstalledText,
  Measure,
  MeasureSummary,
  TextInput,
  Version,
} from './measure.ts'
export { officialText } from './official-text.ts'
export { packSource } from './pack-source.ts'
export { prepareMatching, unprepared } from './prepare-matching.ts'
export { programInForce } from './program-in-force.ts'
export { programsInForce } from './programs-in-force.ts'
export { refusals } from './refusals.ts'
export { type Seam, seamBetween, textForFiling } from './seam.ts'
