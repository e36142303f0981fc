import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'
import { readPlaywright, readVitest } from './reports.ts'
import { root, run } from './run.ts'
import { failure, judged, keepTally, printTally, sum, type Tally } from './tally.ts'

/** Every test of the product, ended by one line: `npm test`. */
type Runner = {
  readonly name: string
  readonly command: readonly string[]
  readonly read: (report: never) => Tally
}

const reportOf = (name: string) => join(root, `.banfa/${name}.json`)

const vitest: Runner = {
  name: 'vitest',
  command: [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf('vitest')}`,
  ],
  read: readVitest,
}
const journeys: Runner = { name: 'journeys', command: ['playwright', 'test'], read: readPlaywright }

async function ran({ name, command, read }: Runner): Promise<Tally> {
  const report = reportOf(name)
  await rm(report, { force: true })
  const { code } = await run(command, { env: { BANFA_REPORT: report } })
  const text = await readFile(report, 'utf8').catch(() => null)
  if (text === null) return failure(`${name}: left no report (code ${code})`)
  return judged(name, read(JSON.parse(text) as never), code)
}

const built = await buildWeb()
const total = sum([
  built ? { passed: 0, failed: [], skipped: [] } : failure('the pages could not be built'),
  await ran(vitest),
  await ran(journeys),
])
await keepTally('tests', total)
printTally(total)
process.exit(total.failed.length === 0 ? 0 : 1)
