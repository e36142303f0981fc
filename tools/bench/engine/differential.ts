import { compareMany, type Tally } from '../../../policy/testing/differential.ts'

/** `npm run bench:differential [-- verdicts] [-- seed]`: ten million generated verdicts, or as many as asked. */
const [wanted = 10_000_000, first = 1_000] = process.argv.slice(2).map(Number)
const tally: Tally = { verdicts: 0, odd: 0, rows: 0, differences: [] }
for (let seed = first; tally.verdicts < wanted && tally.differences.length === 0; seed += 1) {
  compareMany(tally, { programs: 60, rows: 120, seed })
}
const { verdicts, rows, odd, differences } = tally
console.log(`${verdicts} verdicts of ${rows} rows (${odd} odd ones): ${differences.length} differ`)
const [different] = differences
if (different) console.log(JSON.stringify(different, null, 2))
process.exit(differences.length === 0 ? 0 : 1)
