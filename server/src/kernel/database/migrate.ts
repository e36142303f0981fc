import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { millisecondsNow } from '../clock.ts'
import { refusal } from '../refusals.ts'
import { type Migration, readMigrations } from './migration-files.ts'
import { withClient } from './pool.ts'
import { ensureAppRole } from './roles.ts'

// Any constant does, as long as nobody else in the database uses it: "banfa" in ASCII.
const LOCK = 0x62_61_6e_66_61
const LOCK_PATIENCE = 60_000

/**
 * Brings a database up to the newest migration and returns the names of those it applied. Forward
 * only; one start at a time; each statement its own call; each migration all or nothing. Needs the
 * database's owner with CREATEROLE, or a superuser. Refuses `database.migration-edited` when an
 * applied file has changed and `database.migration-late` when a number lies before an applied one.
 */
export function migrate(
  adminUrl: string,
  folder: string,
  { upTo = Number.POSITIVE_INFINITY }: { readonly upTo?: number } = {},
): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const migrations = (await readMigrations(folder)).filter((one) => one.number <= upTo)
    await takeLock(client)
    await ensureAppRole(client)
    await client.query('grant usage on schema public to banfa_app')
    await ensureLedger(client)
    return applyNew(client, migrations)
  })
}

async function applyNew(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await appliedChecksums(client)
  refuseEdited(migrations, applied)
  const newest = Math.max(0, ...applied.keys())
  const fresh = migrations.filter((one) => !applied.has(one.number))
  const late = fresh.find((one) => one.number < newest)
  if (late) refusal('database.migration-late', { name: late.name, newest })
  for (const migration of fresh) await apply(client, migration)
  return fresh.map((one) => one.name)
}

/** The lock belongs to the connection, so it ends with it, however the process ends. */
async function takeLock(client: pg.Client): Promise<void> {
  const deadline = millisecondsNow() + LOCK_PATIENCE
  while (millisecondsNow() < deadline) {
    const { rows } = await client.query<{ taken: boolean }>(
      `select pg_try_advisory_lock(${LOCK}) as taken`,
    )
    if (rows[0]?.taken) return
    await sleep(100)
  }
  refusal('database.migration.conflict', { seconds: LOCK_PATIENCE / 1000 })
}

async function ensureLedger(client: pg.Client): Promise<void> {
  await client.query(`create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`)
}

async function appliedChecksums(client: pg.Client): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; checksum: string }>(
    'select number, checksum from schema_migrations',
  )
  return new Map(rows.map((row) => [row.number, row.checksum]))
}

function refuseEdited(migrations: readonly Migration[], applied: ReadonlyMap<number, string>) {
  for (const { number, name, checksum } of migrations) {
    const before = applied.get(number)
    if (before !== undefined && before !== checksum) refusal('database.migration-edited', { name })
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { number, name, checksum, statements } = migration
  await client.query('begin')
  try {
    for (const statement of statements) await client.query(statement)
    await client.query(
      'insert into schema_migrations (number, name, checksum) values ($1, $2, $3)',
      [number, name, checksum],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${String(error)}`, { cause: error })
  }
}
