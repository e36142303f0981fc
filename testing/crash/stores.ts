import { join } from 'node:path'
import { attachEmbedded, withClient } from '../../server/src/kernel/database/index.ts'
import {
  type DebianPostgres,
  hasDebianPostgres,
  startDebianPostgres,
} from '../../tools/debian-postgres.ts'

/** Where the product keeps what it is told, and how that is looked into from behind. */
export type Store = {
  /** Settings of the product. */
  readonly env: Readonly<Record<string, string>>
  /** Asks as superuser, while the product runs. */
  ask<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Dies with the product: the embedded one by itself, a server of our own when told. */
  crash(): Promise<void>
  close(): Promise<void>
}

/** The one that comes with the product, in its home folder; it is killed with the product. */
export function embeddedStore(home: string): Store {
  const url = async () => {
    const database = await attachEmbedded(join(home, 'database'))
    if (!database) throw new Error('the product does not run')
    return database.adminUrl
  }
  return { env: {}, ask: asking(url), crash: nothing, close: nothing }
}

/**
 * A database of its own on the server of DATABASE_URL, else on a PostgreSQL 15 of Debian's, which
 * is ended hard as well; null where neither is to be had.
 */
export async function serverStore(): Promise<Store | null> {
  const given = process.env.DATABASE_URL
  const own = !given && hasDebianPostgres() ? await startDebianPostgres({ isDurable: true }) : null
  const admin = given ?? own?.url
  if (!admin) return null
  const name = `banfa_crash_${process.pid}`
  await withClient(admin, (client) => client.query(`create database ${name}`))
  const url = new URL(admin)
  url.pathname = `/${name}`
  return {
    env: { DATABASE_URL: url.href },
    ask: asking(async () => url.href),
    crash: () => own?.crash() ?? nothing(),
    close: () => closed(own, admin, name),
  }
}

async function closed(own: DebianPostgres | null, admin: string, name: string): Promise<void> {
  if (own) return own.close()
  await withClient(admin, (client) => client.query(`drop database ${name} with (force)`))
}

const nothing = async () => {}

function asking(url: () => Promise<string>): Store['ask'] {
  return async (sql, values = []) =>
    withClient(await url(), async (client) => (await client.query(sql, [...values])).rows)
}
