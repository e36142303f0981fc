import { once } from 'node:events'
import { findBinaries } from './binaries.ts'
import { type Cluster, createCluster } from './create-cluster.ts'
import { openDataFolder } from './data-folder.ts'
import { type Launched, launch } from './launch.ts'
import { serverOwner } from './owner.ts'
import { withClient } from './pool.ts'
import { ensureAppLogin, ensureAppRole } from './roles.ts'
import { adminUrlAt, forgetRunning, noteRunning, refuseIfRunning } from './running.ts'
import { startAlone } from './start-lock.ts'

export const DATABASE = 'banfa'
export const APP_LOGIN = 'banfa_server'
const STOP_PATIENCE = 20_000

export type EmbeddedOptions = {
  /** Where cluster, log and keys live; made when missing. */
  readonly directory: string
  /** False only for tests: without fsync a power cut may lose what was answered for. */
  readonly isDurable?: boolean
}

export type Embedded = {
  /** The superuser: for migrations, and for nothing else. */
  readonly adminUrl: string
  /** A login that can only take on the app's role: for the kernel. */
  readonly appUrl: string
  readonly port: number
  /** The supervisor's process id. */
  readonly supervisor: number
  /** Tells the next start in this directory where the product answers. */
  announceAddress(address: string): Promise<void>
  /** Resolves when the server is down and the directory free. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that npm brought, on 127.0.0.1 and a free port, in a directory of its own.
 * It stops with this process, however that ends. Refuses `database.running.conflict` when the
 * directory is in use, naming the address.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const owner = serverOwner()
  const folder = await openDataFolder(options.directory, owner)
  return startAlone(folder.directory, async () => {
    await refuseIfRunning(folder)
    const binaries = await findBinaries(owner)
    const cluster = { folder, binaries, owner, isDurable: options.isDurable ?? true }
    await createCluster(cluster)
    const launched = await launch(cluster)
    await prepare(cluster, launched.port)
    return running(cluster, launched)
  })
}

async function prepare({ folder }: Cluster, port: number): Promise<void> {
  await withClient(adminUrlAt(folder, port, 'postgres'), async (client) => {
    await ensureAppRole(client)
    await ensureAppLogin(client, APP_LOGIN, folder.keys.app)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      DATABASE,
    ])
    if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  })
}

async function running({ folder }: Cluster, { supervisor, port }: Launched): Promise<Embedded> {
  const who = { pid: process.pid, supervisor: supervisor.pid ?? 0 }
  const announceAddress = (address: string) => noteRunning(folder, { ...who, address })
  await announceAddress(`postgres://127.0.0.1:${port}`)
  return {
    adminUrl: adminUrlAt(folder, port, DATABASE),
    appUrl: `postgres://${APP_LOGIN}:${folder.keys.app}@127.0.0.1:${port}/${DATABASE}`,
    port,
    supervisor: who.supervisor,
    announceAddress,
    async stop() {
      if (supervisor.exitCode === null && supervisor.signalCode === null) {
        supervisor.ref()
        const gone = once(supervisor, 'exit', { signal: AbortSignal.timeout(STOP_PATIENCE) })
        supervisor.stdin?.end()
        await gone
      }
      await forgetRunning(folder)
    },
  }
}
