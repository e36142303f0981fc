import { existsSync } from 'node:fs'
import { peer } from '../policy/testing/dmn/tck/feelin-candidate.ts'
import { profile } from '../policy/testing/dmn/tck/profile.ts'
import { runTck } from '../policy/testing/dmn/tck/run-tck.ts'
import { report } from '../policy/testing/dmn/tck/score.ts'

/**
 * The DMN TCK on our FEEL profile: `DMN_TCK=<clone of dmn-tck/tck> npm run tck [-- --peer] [-- --all]`.
 * --peer scores the independent engine under the same shell instead; --all lists every deviation.
 */
const folder = process.env.DMN_TCK ?? ''
if (!existsSync(folder)) {
  console.log(
    'skipped: set DMN_TCK to a clone of https://github.com/dmn-tck/tck (or to its TestCases folder)',
  )
} else {
  const candidate = process.argv.includes('--peer') ? peer : profile
  const ran = runTck(folder, candidate)
  console.log(`${candidate.name}: ${ran.length} test cases`)
  for (const line of report(ran, { all: process.argv.includes('--all') })) console.log(line)
}
