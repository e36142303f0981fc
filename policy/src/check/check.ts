import type { PackSource } from '../syntax/read-pack.ts'
import { type Complaint, Complaints } from '../text/complaint.ts'
import { checkConditions } from './check-conditions.ts'
import { checkExamples } from './check-examples.ts'
import { checkMeaning } from './check-meaning.ts'
import { checkPack } from './check-pack.ts'
import { checkServices } from './check-services.ts'
import { knownOf } from './known.ts'

/**
 * Every complaint about a pack at once, in the order a reader meets them: those of its shapes and
 * those of its meaning. An empty list means that it compiles.
 */
export function check(source: PackSource): readonly Complaint[] {
  const complaints = new Complaints()
  const known = knownOf(source, complaints)
  checkPack(known)
  const tests = checkConditions(known)
  checkMeaning(known, tests)
  checkServices(known, tests)
  checkExamples(known)
  complaints.list.push(...source.complaints)
  return complaints.sorted()
}
