import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { withClient } from './index.ts'

// Rules of every room's tables, so that the schema shards by zone and denies by default.

async function ask(question: string): Promise<readonly unknown[]> {
  const zone = await openZone()
  const rows = await withClient(zone.adminUrl, (client) => client.query(question))
  return rows.rows
}

const TABLES = `pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
  and c.relname <> 'schema_migrations'`

test('every table has row-level security, forced on its owner too', async () => {
  const open = await ask(
    `select relname from ${TABLES} and not (relrowsecurity and relforcerowsecurity)`,
  )
  expect(open).toEqual([])
})

test('every table has at least one policy, and every policy speaks of the zone', async () => {
  const bare = await ask(
    `select relname from ${TABLES} and not exists (select 1 from pg_policy p where p.polrelid = c.oid)`,
  )
  const zoneless = await ask(
    `select tablename, policyname from pg_policies where schemaname = 'public'
     and coalesce(qual, '') || coalesce(with_check, '') not like '%app.zone%'`,
  )
  expect([bare, zoneless]).toEqual([[], []])
})

test('the zone comes first in every primary key and is part of every unique index', async () => {
  const wrong = await ask(
    `select i.indexrelid::regclass::text as index from pg_index i join pg_class c on c.oid = i.indrelid
     where i.indisunique and c.relnamespace = 'public'::regnamespace
       and c.relname <> 'schema_migrations' and c.relkind in ('r', 'p')
       and (select attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0])
         is distinct from 'zone_id'`,
  )
  const keyless = await ask(
    `select relname from ${TABLES}
     and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
  )
  expect([wrong, keyless]).toEqual([[], []])
})

test('every foreign key carries the zone', async () => {
  const wrong = await ask(
    `select conname from pg_constraint k where contype = 'f' and connamespace = 'public'::regnamespace
     and not exists (select 1 from pg_attribute a
       where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'zone_id')`,
  )
  expect(wrong).toEqual([])
})

test('no table has a trigger of its own', async () => {
  expect(await ask('select tgname from pg_trigger where not tgisinternal')).toEqual([])
})

test("the app's role owns nothing, bypasses nothing and cannot truncate or make anything", async () => {
  const owned = await ask(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'banfa_app'`,
  )
  const [role] = await ask(
    `select rolsuper, rolbypassrls, rolcanlogin, rolcreatedb, rolcreaterole,
       has_schema_privilege('banfa_app', 'public', 'create') as makes
     from pg_roles where rolname = 'banfa_app'`,
  )
  const truncates = await ask(
    `select relname from ${TABLES} and has_table_privilege('banfa_app', c.oid, 'truncate')`,
  )
  expect([owned, truncates]).toEqual([[], []])
  expect(Object.values(role as object)).toEqual(Array(6).fill(false))
})
