import { existsSync } from 'node:fs'
import { chown, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.ts'

const BIN = '/usr/lib/postgresql/15/bin'
const isRoot = process.getuid?.() === 0
const unprivileged = 65_534

/** A PostgreSQL 15 of Debian's, on loopback, in a folder that goes with it. */
export type DebianPostgres = {
  /** As superuser, of the database `postgres`. */
  readonly url: string
  /** Ends every process of it at once and starts it again: what a power cut leaves, it mends. */
  crash(): Promise<void>
  close(): Promise<void>
}

/** Whether it is there already. */
export const hasDebianPostgres = (): boolean => existsSync(join(BIN, 'initdb'))

/** Installs it where that may be done: as root, on a machine with apt. No cluster of Debian's own is made. */
export async function installDebianPostgres(): Promise<boolean> {
  if (hasDebianPostgres()) return true
  if (!isRoot || !(await readdir('/etc/apt').catch(() => null))) return false
  const quietly = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run(['apt-get', 'update', '-qq'], quietly)
  const kept = ['--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold']
  await run(['apt-get', 'install', '-y', '-qq', ...kept, 'postgresql-15'], quietly)
  return hasDebianPostgres()
}

type Options = {
  /** False where no power cut is played: without fsync it is faster. */
  readonly isDurable: boolean
}

/** Makes and starts a cluster. @throws Error with what PostgreSQL said */
export async function startDebianPostgres({ isDurable }: Options): Promise<DebianPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'banfa-15-'))
  const password = crypto.randomUUID()
  await make(folder, password)
  const port = await freePort()
  const start = () => started(folder, { port, isDurable })
  await start()
  const stop = () => asServer([join(BIN, 'pg_ctl'), 'stop', '-D', folder, '-m', 'immediate'])
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async crash() {
      await stop()
      await start()
    },
    async close() {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function make(folder: string, password: string): Promise<void> {
  const words = join(folder, '..', `${crypto.randomUUID()}.pw`)
  await writeFile(words, password, { mode: 0o600 })
  if (isRoot)
    await Promise.all([folder, words].map((path) => chown(path, unprivileged, unprivileged)))
  const options = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${words}`]
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8']
  const made = await asServer([join(BIN, 'initdb'), '-D', folder, ...options, ...locale])
  await rm(words)
  if (made.code !== 0) throw new Error(`PostgreSQL 15: ${made.output}`)
}

async function started(folder: string, of: Options & { port: number }): Promise<void> {
  const fsync = of.isDurable ? '' : ' -c fsync=off'
  const listen = `-p ${of.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''${fsync}`
  const how = ['-w', '-t', '60', '-l', join(folder, 'log'), '-o', listen]
  const { code, output } = await asServer([join(BIN, 'pg_ctl'), 'start', '-D', folder, ...how])
  if (code !== 0) throw new Error(`PostgreSQL 15: ${output}`)
}

/** postgres refuses root, so root's commands for it go to an account that owns nothing else. */
function asServer(command: readonly string[]) {
  const as = ['setpriv', `--reuid=${unprivileged}`, `--regid=${unprivileged}`, '--clear-groups']
  return run(isRoot ? [...as, ...command] : command, { quiet: true, cwd: tmpdir() })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
