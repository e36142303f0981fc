import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openZone, type Zone } from '../../testing/index.ts'
import { withClient } from '../kernel/database/index.ts'
import {
  type Actor,
  announce,
  day,
  nextNumber,
  type ReadTx,
  reader,
  record,
  setToday,
  VISITOR,
} from '../kernel/index.ts'
import { signIn } from './index.ts'

// What is published is seen by everybody of the zone: these four and no other table of the two rooms.
const PUBLISHED = ['calendar_years', 'offices', 'zone_days', 'zones']

/** The tables of kernel and identity, read from their migrations so that none can be forgotten. */
async function tables(): Promise<string[]> {
  const files = await Promise.all(
    ['0001_kernel.sql', '0002_identity.sql'].map((name) =>
      readFile(new URL(`../../migrations/${name}`, import.meta.url), 'utf8'),
    ),
  )
  return [...files.join('\n').matchAll(/create table (\w+)/g)].map((match) => match[1] ?? '').sort()
}

async function aFullZone(): Promise<Zone> {
  const zone = await openZone({ today: '2026-03-02', isDemo: true })
  const officer = await zone.anOfficer({ login: 'wang', password: 'x' })
  const applicant = await zone.anApplicant()
  await zone.asSystem((tx) => setToday(tx, day('2026-03-03')))
  await zone.writing(officer, async (tx) => {
    await nextNumber(tx, '受理')
    await announce(tx, { type: 'x', payload: {} })
    const readers = applicant.parties
    await record(tx, { act: 'x', subject: { kind: 'case', id: '1' }, readers })
  })
  await signIn(zone.kernel, { login: 'wang', password: 'x' })
  await signIn(zone.kernel, { login: 'nobody', password: 'x' }).catch(() => null)
  return zone
}

async function seenThrough(zone: Zone, actor: Actor): Promise<string[]> {
  const seen = await zone.reading(actor, async (tx) => {
    const counts: [string, bigint][] = []
    for (const table of await tables()) counts.push([table, await countOf(tx, table)])
    return counts
  })
  return seen.filter(([, rows]) => rows > 0n).map(([table]) => table)
}

async function countOf(tx: ReadTx, table: string): Promise<bigint> {
  const { rows } = await sql<{
    rows: bigint
  }>`select count(*) as rows from ${sql.table(table)}`.execute(reader(tx))
  return rows[0]?.rows ?? 0n
}

test('the machine sees a row in every table, so that the tests below prove something', async () => {
  const zone = await aFullZone()
  expect(await seenThrough(zone, { kind: 'system', job: 'test' })).toEqual(await tables())
})

test('a visitor sees through each table only what is published', async () => {
  expect(await seenThrough(await aFullZone(), VISITOR)).toEqual(PUBLISHED)
})

test('an applicant sees what is published and the own person and memberships', async () => {
  const zone = await aFullZone()
  const applicant = await zone.anApplicant()
  expect(await seenThrough(zone, applicant)).toEqual([
    'calendar_years',
    'memberships',
    'offices',
    'people',
    'zone_days',
    'zones',
  ])
  const people = await zone.reading(applicant, (tx) => countOf(tx, 'people'))
  expect(people).toBe(1n)
})

test('a city officer sees the zone, but no password, session, attempt or event', async () => {
  const zone = await aFullZone()
  const hidden = ['credentials', 'events', 'sessions', 'sign_in_attempts']
  const all = await tables()
  expect(await seenThrough(zone, await zone.anOfficer())).toEqual(
    all.filter((table) => !hidden.includes(table)),
  )
})

test('another zone of the same database sees nothing of this one through any table', async () => {
  const zone = await aFullZone()
  const other = await openZone()
  const foreign = await other.reading({ kind: 'system', job: 'test' }, async (tx) => {
    const found: string[] = []
    for (const table of await tables()) {
      const { rows } =
        await sql`select from ${sql.table(table)} where zone_id = ${zone.id}`.execute(reader(tx))
      if (rows.length > 0) found.push(table)
    }
    return found
  })
  expect(foreign).toEqual([])
})

test("the app's role sees nothing at all where no transaction said who acts", async () => {
  const zone = await aFullZone()
  await withClient(zone.adminUrl, async (client) => {
    await client.query('set role banfa_app')
    for (const table of await tables()) {
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0)
    }
  })
})

test('an officer cannot give a password, open an office elsewhere or make people in another zone', async () => {
  const zone = await aFullZone()
  const other = await openZone()
  const applicant = await zone.anApplicant()
  const district = await zone.anOfficer({ district: '天山区' })
  const attempts: [Actor, string][] = [
    [await zone.anOfficer(), `update credentials set password_hash = 'x'`],
    [applicant, `update people set is_expert = true`],
    [district, `update posts set duties = array['decide']`],
    [applicant, `update memberships set until_day = null`],
  ]
  for (const [actor, statement] of attempts) {
    const changed = await zone.writing(actor, (tx) => sql.raw(statement).execute(reader(tx)))
    expect(changed.numAffectedRows).toBe(0n)
  }
  const elsewhere = zone.asSystem((tx) =>
    sql`insert into offices values (${other.id}, ${other.id}, 'x', 'city', null, 'x', 'x', null)`.execute(
      reader(tx),
    ),
  )
  await expect(elsewhere).rejects.toMatchObject({ code: '42501' })
})

test('a visitor who objects may append to the record without being able to read it', async () => {
  const zone = await aFullZone()
  const subject = { kind: 'case', id: '1' }
  const entry = await zone.writing(VISITOR, (tx) => record(tx, { act: 'object', subject }))
  expect(entry.actor).toEqual({ kind: 'visitor', id: null, name: 'visitor' })
  expect(await zone.writing(VISITOR, (tx) => countOf(tx, 'record_entries'))).toBe(0n)
})
