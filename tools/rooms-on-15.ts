import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readVitest } from './reports.ts'
import { root, run } from './run.ts'
import { judged, keepTally, nothing, printTally, type Tally } from './tally.ts'

/**
 * The room tests once more, on Debian's PostgreSQL 15: the oldest server we support refuses what
 * the embedded 18 accepts. Its own cluster, on loopback, in a folder that goes afterwards.
 */
const debian = '/usr/lib/postgresql'
const isRoot = process.getuid?.() === 0
const unprivileged = 65_534

const total = await onDebian()
await keepTally('rooms-on-15', total)
printTally(total)
process.exit(total.failed.length === 0 ? 0 : 1)

async function onDebian(): Promise<Tally> {
  const bin = (await binaries()) ?? (await installed())
  if (bin === null) return { ...nothing, skipped: ['rooms on PostgreSQL 15: not to be had here'] }
  const folder = await mkdtemp(join(tmpdir(), 'banfa-15-'))
  try {
    return await withCluster(bin, folder)
  } finally {
    await asServer([join(bin, 'pg_ctl'), 'stop', '-D', folder, '-m', 'immediate'])
    await rm(folder, { recursive: true, force: true })
  }
}

async function withCluster(bin: string, folder: string): Promise<Tally> {
  const port = await freePort()
  const password = crypto.randomUUID()
  const words = join(folder, '..', `${crypto.randomUUID()}.pw`)
  await writeFile(words, password, { mode: 0o600 })
  if (isRoot)
    await Promise.all([folder, words].map((path) => chown(path, unprivileged, unprivileged)))
  const options = [
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${words}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  const made = await asServer([join(bin, 'initdb'), '-D', folder, ...options])
  await rm(words)
  const listen = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`
  const started = await asServer([
    join(bin, 'pg_ctl'),
    'start',
    '-w',
    '-t',
    '60',
    '-D',
    folder,
    '-l',
    join(folder, 'log'),
    '-o',
    listen,
  ])
  if (started.code !== 0)
    return { ...nothing, failed: [`PostgreSQL 15: ${made.output}${started.output}`] }
  return tests(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`)
}

async function tests(address: string): Promise<Tally> {
  const report = join(root, '.banfa/rooms-on-15.json')
  await rm(report, { force: true })
  const { code } = await run(
    [
      'vitest',
      'run',
      '--project=server',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { env: { DATABASE_URL: address } },
  )
  const text = await readFile(report, 'utf8').catch(() => '{"testResults":[]}')
  return named(judged('rooms on PostgreSQL 15', readVitest(JSON.parse(text)), code))
}

function named(tally: Tally): Tally {
  return { ...tally, failed: tally.failed.map((name) => `on PostgreSQL 15: ${name}`) }
}

/** postgres refuses root, so root's commands for it go to an account that owns nothing else. */
function asServer(command: readonly string[]) {
  const as = ['setpriv', `--reuid=${unprivileged}`, `--regid=${unprivileged}`, '--clear-groups']
  return run(isRoot ? [...as, ...command] : command, { quiet: true, cwd: tmpdir() })
}

async function binaries(): Promise<string | null> {
  const bin = join(debian, '15/bin')
  return existsSync(join(bin, 'initdb')) ? bin : null
}

/** Only where it may: as root, on a machine with apt. No cluster of Debian's own is made. */
async function installed(): Promise<string | null> {
  if (!isRoot || !(await readdir('/etc/apt').catch(() => null))) return null
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run(['apt-get', 'update', '-qq'], { quiet: true, env })
  const kept = ['-o', 'Dpkg::Options::=--force-confold']
  await run(
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...kept, 'postgresql-15'],
    { quiet: true, env },
  )
  return binaries()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
