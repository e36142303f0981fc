import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readVitest } from './reports.ts'
import { root, run } from './run.ts'
import { judged, nothing, printTally, type Tally } from './tally.ts'

/**
 * The suite of the rooms on a cluster: `BANFA_CLUSTER_URL` names an empty database of a Citus
 * coordinator, as a superuser, with the extension made and the workers added. Tables are distributed
 * by zone; every test founds zones of its own in that one database. Without the variable nothing is
 * run, and it says so.
 */
const url = process.env.BANFA_CLUSTER_URL

const total: Tally = url
  ? await onCluster(url)
  : { ...nothing, skipped: ['rooms on a cluster: BANFA_CLUSTER_URL is not set'] }
printTally(total)
process.exit(total.failed.length === 0 ? 0 : 1)

async function onCluster(address: string): Promise<Tally> {
  const report = join(root, '.banfa/cluster.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const which = process.argv.slice(2)
  const { code } = await run(['vitest', 'run', '--project=server', ...reporters, ...which], {
    env: { DATABASE_URL: address, BANFA_CLUSTER: '1' },
  })
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}')
  return judged('rooms on a cluster', readVitest(JSON.parse(text)), code)
}
