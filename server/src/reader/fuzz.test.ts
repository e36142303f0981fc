import { expect, test } from 'vitest'
import { fuzzDocument, noneFuzzed } from '../../testing/fuzz-documents.ts'

/** `npm run bench:fuzz` goes on for as long as it is told. */
test('documents changed anywhere, in their text or in their bytes, are read or refused', async () => {
  const so = noneFuzzed()
  const first = Number(process.env.BANFA_SEED ?? 1)
  for (let seed = first; seed < first + 300; seed += 1) await fuzzDocument(seed, so)
  expect(so.faults).toEqual([])
  expect(so.read).toBeGreaterThan(0)
  expect(so.refused).toBeGreaterThan(0)
}, 60_000)
