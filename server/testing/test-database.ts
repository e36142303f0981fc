import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate, startEmbedded, withClient } from '../src/kernel/database/index.ts'
import { newId } from '../src/kernel/index.ts'
import { distribute } from './distribute.ts'

/** A migrated template in a running server, to be cloned. Plain data: it travels to test processes. */
export type TestDatabase = {
  /** May create and drop databases. */
  readonly adminUrl: string
  /** Every test file works in the template itself: on a cluster databases are not cloned. */
  readonly isShared: boolean
  /** What the product connects with; on the embedded server a login that can only become the app role. */
  readonly appUrl: string
  readonly template: string
}

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/**
 * Starts (or, given a DATABASE_URL, uses) a server and makes the migrated template in it. `stop`
 * drops every database of this run and, if it was started here, the server.
 */
export async function startTestDatabase(
  databaseUrl: string | undefined,
): Promise<{ database: TestDatabase; stop(): Promise<void> }> {
  if (databaseUrl && process.env.BANFA_CLUSTER) return onCluster(databaseUrl)
  const server = databaseUrl ? givenServer(databaseUrl) : await ownServer()
  // Underscores only: the name goes into statements that take no parameters.
  const template = `banfa_test_${newId().replaceAll('-', '').slice(-12)}`
  await withClient(server.adminUrl, async (client) => {
    await client.query(`create database ${template} template template0`)
  })
  await migrate(urlOf(server.adminUrl, template), MIGRATIONS)
  const { adminUrl, appUrl } = server
  return {
    database: { adminUrl, appUrl, template, isShared: false },
    async stop() {
      await dropDatabasesLike(adminUrl, template)
      await server.stop()
    },
  }
}

/** The database as it is given, its tables distributed by zone; nothing of it is dropped. */
async function onCluster(url: string) {
  await migrate(url, MIGRATIONS)
  await distribute(url)
  const template = new URL(url).pathname.slice(1)
  return {
    database: { adminUrl: url, appUrl: url, template, isShared: true },
    stop: async () => {},
  }
}

type Server = { adminUrl: string; appUrl: string; stop(): Promise<void> }

function givenServer(url: string): Server {
  return { adminUrl: url, appUrl: url, stop: async () => {} }
}

async function ownServer(): Promise<Server> {
  const directory = await mkdtemp(join(tmpdir(), 'banfa-test-'))
  const embedded = await startEmbedded({ directory, isDurable: false })
  return {
    adminUrl: embedded.adminUrl,
    appUrl: embedded.appUrl,
    async stop() {
      await embedded.stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** Clones the template under a new name and returns the clone's name; under 300 ms. */
export async function cloneDatabase(of: TestDatabase): Promise<string> {
  const { adminUrl, template } = of
  if (of.isShared) return template
  const name = `${template}_${newId().replaceAll('-', '').slice(-12)}`
  await withClient(adminUrl, async (client) => {
    await client.query(`create database ${name} template ${template}`)
  })
  return name
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
  })
}

async function dropDatabasesLike(adminUrl: string, template: string): Promise<void> {
  const names = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [template],
    )
    return rows.map((row) => row.datname)
  })
  for (const name of names) await dropDatabase(adminUrl, name)
}

/** The same server and user, another database. */
export function urlOf(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
