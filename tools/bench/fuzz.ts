import { fuzzOnce, nothingFuzzed } from '../../policy/testing/fuzz/fuzz.ts'
import { seedsOf } from '../../policy/testing/fuzz/seeds.ts'
import { fuzzDocument, noneFuzzed } from '../../server/testing/fuzz-documents.ts'

/**
 * `npm run bench:fuzz [-- minutes] [-- seed]`: changes packs, facts files, decision tables
 * and documents at random, for an hour unless told otherwise. Anything but an answer, a complaint or a refusal is a
 * fault; so is a seed that takes longer than ten seconds.
 */
const [minutes = 60, first = 100_000] = process.argv.slice(2).map(Number)
const SLOW = 10_000

const seeds = seedsOf()
const so = nothingFuzzed()
const documents = noneFuzzed()
const until = performance.now() + minutes * 60_000
let slowest = 0
for (
  let seed = first;
  performance.now() < until && so.faults.length + documents.faults.length < 20;
  seed += 1
) {
  const began = performance.now()
  fuzzOnce(seeds, seed, so)
  await fuzzDocument(seed, documents)
  const took = performance.now() - began
  slowest = Math.max(slowest, took)
  if (took > SLOW) so.faults.push(`seed ${seed} took ${Math.round(took)} ms`)
}
const faults = [...so.faults, ...documents.faults]
for (const fault of faults) console.log(fault)
console.log(
  `${so.runs} seeds from ${first}: ${so.compiled} packs still compiled, ${so.refused} refused, ` +
    `${documents.read} documents read, ${documents.refused} refused, ${faults.length} faults; the slowest took ${Math.round(slowest)} ms`,
)
process.exit(faults.length === 0 ? 0 : 1)
