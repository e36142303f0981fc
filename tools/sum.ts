import { keptTally, printTally, sum } from './tally.ts'

/** `node tools/sum.ts tests walls`: adds what commands left; one that left nothing has failed. */
const total = sum(await Promise.all(process.argv.slice(2).map(keptTally)))
printTally(total)
process.exit(total.failed.length === 0 && total.passed > 0 ? 0 : 1)
