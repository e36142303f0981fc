import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { dropDatabase, urlOf } from '../../../testing/index.ts'
import { newId } from '../index.ts'
import { migrate, withClient } from './index.ts'

const { adminUrl } = inject('testDatabase')
let database = ''
let folder = ''
let url = ''

beforeEach(async () => {
  database = `banfa_test_${newId().slice(-12)}`
  url = urlOf(adminUrl, database)
  folder = await mkdtemp(join(tmpdir(), 'banfa-migrations-'))
  await withClient(adminUrl, (client) => client.query(`create database ${database}`))
})

afterEach(async () => {
  await dropDatabase(adminUrl, database)
  await rm(folder, { recursive: true })
})

const write = (name: string, text: string) => writeFile(join(folder, name), text)
const tablesIn = (at: string) =>
  withClient(at, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r'
       and relnamespace = 'public'::regnamespace and relname <> 'schema_migrations' order by 1`,
    )
    return rows.map((row) => row.name)
  })

test('migrations are applied by number, once', async () => {
  await write('0002_second.sql', 'alter table a add y int;')
  await write('0001_first.sql', 'create table a (x int);\ncreate table b (x int);')
  expect(await migrate(url, folder)).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(url, folder)).toEqual([])
  await write('0003_third.sql', 'drop table b;')
  expect(await migrate(url, folder)).toEqual(['0003_third.sql'])
  expect(await tablesIn(url)).toEqual(['a'])
})

test('a migration that fails leaves nothing of itself and names its file', async () => {
  await write('0001_first.sql', 'create table a (x int);')
  await write('0002_second.sql', 'create table b (x int); create table a (x int);')
  await expect(migrate(url, folder)).rejects.toThrow('0002_second.sql')
  expect(await tablesIn(url)).toEqual(['a'])
})

test('a migration that ran may not be edited, except for its line ends', async () => {
  await write('0001_first.sql', 'create table a (\n x int);')
  await migrate(url, folder)
  await write('0001_first.sql', 'create table a (\r\n x int);')
  expect(await migrate(url, folder)).toEqual([])
  await write('0001_first.sql', 'create table a (x bigint);')
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'database.migration-edited' })
})

test('a number below one that ran comes too late', async () => {
  await write('0002_second.sql', 'create table a (x int);')
  await migrate(url, folder)
  await write('0001_first.sql', 'create table b (x int);')
  await expect(migrate(url, folder)).rejects.toMatchObject({ code: 'database.migration-late' })
})

test('starts that migrate at the same time do not collide', async () => {
  await write('0001_first.sql', 'create table a (x int); select pg_sleep(0.2);')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(url, folder)))
  expect(applied.flat()).toEqual(['0001_first.sql'])
})

test("the database's owner with CREATEROLE is enough, and may take on the app's role", async () => {
  // A server of its own is not needed: the role is made anew under a name only this test uses.
  const owner = `banfa_owner_${newId().slice(-12)}`
  const password = newId()
  await withClient(adminUrl, async (client) => {
    await client.query(`create role ${owner} login createrole password '${password}'`)
    await client.query(`alter database ${database} owner to ${owner}`)
    // What a server where nobody made the role yet would give its maker.
    await client.query(`grant banfa_app to ${owner} with admin option`)
  })
  const as = new URL(url)
  as.username = owner
  as.password = password
  await write('0001_first.sql', 'create table a (x int); grant select on a to banfa_app;')
  expect(await migrate(as.href, folder)).toEqual(['0001_first.sql'])
  const me = await withClient(as.href, async (client) => {
    await client.query('begin')
    await client.query('set local role banfa_app')
    const { rows } = await client.query('select current_user as me, (select count(*) from a)')
    return rows
  })
  expect(me).toEqual([{ me: 'banfa_app', count: 0n }])
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database ${database} with (force)`)
    await client.query(`drop role ${owner}`)
  })
})
