import { expect, test } from 'vitest'
import { fuzzOnce, nothingFuzzed } from './fuzz.ts'
import { seedsOf } from './seeds.ts'

/** `npm run bench:fuzz` goes on for an hour, or as long as it is told. */
test('packs, facts and decision tables changed anywhere are answered, complained of or refused', () => {
  const seeds = seedsOf()
  const so = nothingFuzzed()
  const first = Number(process.env.BANFA_SEED ?? 1)
  for (let seed = first; seed < first + 100; seed += 1) fuzzOnce(seeds, seed, so)
  expect(so.faults).toEqual([])
  expect(so.compiled).toBeGreaterThan(0)
  expect(so.refused).toBeGreaterThan(0)
}, 115_000)
