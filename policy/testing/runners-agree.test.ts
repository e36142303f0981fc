import { expect, test } from 'vitest'
import { compareMany, noneYet } from './differential.ts'

/** The order of the work: interpreter, closures, row code and columns on the same programs and rows. */
test('closures, row code and columns agree with the interpreter in more than a million verdicts', () => {
  const tally = noneYet()
  for (let seed = 1; tally.verdicts < 1_000_000 && tally.differences.length === 0; seed += 1) {
    compareMany(tally, { programs: 60, rows: 120, seed })
  }
  const { verdicts, rows, odd, differences } = tally
  process.stdout.write(`${verdicts} verdicts of ${rows} rows (${odd} odd ones): `)
  process.stdout.write(`${differences.length} differ\n`)
  expect(differences.slice(0, 1)).toEqual([])
  expect(odd).toBeGreaterThan(0)
}, 300_000)
