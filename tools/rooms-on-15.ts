import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { installDebianPostgres, startDebianPostgres } from './debian-postgres.ts'
import { readVitest } from './reports.ts'
import { root, run } from './run.ts'
import { judged, keepTally, nothing, printTally, type Tally } from './tally.ts'

/** What asks no server, or one of its own, or asks the pages about rights: once is enough. */
const ELSEWHERE = [
  'server/src/reader/**',
  'server/src/cli/document/**',
  'server/src/cli/match*/**',
  'server/src/cli/{match,packs,rank,simulate,interchange}.test.ts',
  'server/src/http/{bad-input,walk}.test.ts',
  'server/src/kernel/database/embedded.test.ts',
]

/**
 * The room tests once more, on Debian's PostgreSQL 15: the oldest server we support refuses what
 * the embedded 18 accepts.
 */
const total = await onDebian()
await keepTally('rooms-on-15', total)
printTally(total)
process.exit(total.failed.length === 0 ? 0 : 1)

async function onDebian(): Promise<Tally> {
  if (!(await installDebianPostgres()))
    return { ...nothing, skipped: ['rooms on PostgreSQL 15: not to be had here'] }
  const server = await startDebianPostgres({ isDurable: false }).catch(String)
  if (typeof server === 'string') return { ...nothing, failed: [server] }
  return tests(server.url).finally(() => server.close())
}

async function tests(address: string): Promise<Tally> {
  const report = join(root, '.banfa/rooms-on-15.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(
    [
      'vitest',
      'run',
      '--project=server',
      ...ELSEWHERE.map((one) => `--exclude=${one}`),
      ...reporters,
    ],
    {
      env: { DATABASE_URL: address },
    },
  )
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}')
  return named(judged('rooms on PostgreSQL 15', readVitest(JSON.parse(text)), code))
}

function named(tally: Tally): Tally {
  return { ...tally, failed: tally.failed.map((name) => `on PostgreSQL 15: ${name}`) }
}
