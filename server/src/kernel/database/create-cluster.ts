import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { refusal } from '../refusals.ts'
import type { DataFolder } from './data-folder.ts'
import type { Owner } from './owner.ts'

const run = promisify(execFile)

/** macOS has no C.UTF-8 among its own locales. */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8'] as const

export type Cluster = {
  readonly folder: DataFolder
  readonly binaries: string
  readonly owner: Owner | null
  readonly isDurable: boolean
}

/** Makes the cluster unless there is one. It appears whole or not at all: made aside, then renamed. */
export async function createCluster(cluster: Cluster): Promise<void> {
  const { folder, owner } = cluster
  if (existsSync(join(folder.cluster, 'PG_VERSION'))) return
  const aside = `${folder.cluster}.new`
  const passwordFile = join(folder.home, 'password.new')
  try {
    await writeFile(passwordFile, folder.keys.admin, { mode: 0o600 })
    if (owner) await chown(passwordFile, owner.uid, owner.gid)
    await initialise(cluster, aside, passwordFile)
    await rename(aside, folder.cluster)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function initialise(cluster: Cluster, aside: string, passwordFile: string): Promise<void> {
  let reason = ''
  for (const ctype of CTYPES) {
    try {
      await freshFolder(aside, cluster.owner)
      await initdb(cluster, argumentsFor(aside, passwordFile, ctype))
      return
    } catch (error) {
      reason = (error as { stderr?: string }).stderr?.trim() || String(error)
    }
  }
  refusal('database.not-created', { reason })
}

async function freshFolder(aside: string, owner: Owner | null): Promise<void> {
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  if (owner) await chown(aside, owner.uid, owner.gid)
}

/**
 * The builtin provider orders text alike on every machine; LC_CTYPE must know UTF-8, since with C
 * the trigrams of Chinese names come out empty.
 */
function argumentsFor(aside: string, passwordFile: string, ctype: string): string[] {
  return [
    ...['-D', aside, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--locale=C', '--lc-collate=C', `--lc-ctype=${ctype}`, '--no-instructions'],
  ]
}

async function initdb(cluster: Cluster, given: readonly string[]): Promise<void> {
  const all = cluster.isDurable ? given : [...given, '--no-sync']
  await run(join(cluster.binaries, 'bin', 'initdb'), all, {
    // Not the caller's folder: the server's user may not be let into it.
    cwd: cluster.binaries,
    timeout: 120_000,
    ...(cluster.owner ?? {}),
  })
}
