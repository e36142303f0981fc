import { knownOf } from '../check/known.ts'
import { type OfficialText, printedNumbers } from '../check/printed-numbers.ts'
import { placesIn } from '../examples/boundaries-untried.ts'
import type { PackSource } from '../syntax/read-pack.ts'
import { type Complaint, Complaints } from '../text/complaint.ts'
import { soundPart } from './sound-part.ts'

/** `printedNumbers` of whatever is sound in a pack, each at its condition or value. */
export function soundNumbers(source: PackSource, official: OfficialText): readonly Complaint[] {
  const known = knownOf(source, new Complaints())
  return printedNumbers(soundPart(known), official, placesIn(source))
}
