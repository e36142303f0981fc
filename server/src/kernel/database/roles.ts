import type pg from 'pg'
import { APP_ROLE, quoted } from '../settings.ts'

/** SQLSTATE duplicate_object, unique_violation: another start has just made the role. */
const MADE_MEANWHILE = ['42710', '23505']

/**
 * Makes the role all transactions run as (no login, owns nothing, bypasses nothing) and lets the
 * connecting user take it on. A superuser may anyway; from PostgreSQL 16 on a user with CREATEROLE
 * administers the roles it made but must grant itself the right to take them on.
 */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  await ensureRole(client, APP_ROLE, 'nologin')
  if (await mayTakeOn(client)) return
  await client.query(`grant ${APP_ROLE} to current_user`)
}

/** Makes a login that can do nothing but take on the app role, or gives it its new password. */
export async function ensureAppLogin(
  client: pg.Client,
  login: string,
  password: string,
): Promise<void> {
  await ensureRole(client, login, 'login noinherit')
  await client.query(`alter role ${login} password ${quoted(password)}`)
  await client.query(`grant ${APP_ROLE} to ${login}`)
}

async function ensureRole(client: pg.Client, name: string, attributes: string): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  if (rows.length > 0) return
  try {
    await client.query(`create role ${name} ${attributes}`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === undefined || !MADE_MEANWHILE.includes(code)) throw error
  }
}

/** Tried, because from 16 on membership alone does not say it (SET FALSE). */
async function mayTakeOn(client: pg.Client): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query(`set local role ${APP_ROLE}`)
    return true
  } catch {
    return false
  } finally {
    await client.query('rollback')
  }
}
