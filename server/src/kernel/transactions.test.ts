import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { type ReadTx, reader, record, VISITOR, type WriteTx, writer } from './index.ts'

type Zones = { zones: { zone_id: string; name_zh: string } }

const setting = (tx: ReadTx, name: string) =>
  sql<{ value: string | null }>`select current_setting(${name}, true) as value`
    .execute(reader<Zones>(tx))
    .then(({ rows }) => rows[0]?.value ?? null)

test('every transaction runs as a role that owns nothing and bypasses nothing', async () => {
  const zone = await openZone()
  const { rows } = await zone.asSystem((tx) =>
    sql<{ me: string; rolsuper: boolean; rolbypassrls: boolean; owned: bigint }>`
      select current_user as me, rolsuper, rolbypassrls,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(reader<Zones>(tx)),
  )
  expect(rows).toEqual([{ me: 'banfa_app', rolsuper: false, rolbypassrls: false, owned: 0n }])
})

test('a reading transaction cannot write, whatever it is made to say', async () => {
  const zone = await openZone()
  const attempt = zone.reading(VISITOR, (tx) =>
    record(tx as WriteTx, { act: 'x', subject: { kind: 'x', id: 'x' } }),
  )
  await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/25006|42501/) })
})

test('a reading transaction shows one moment, also when somebody writes meanwhile', async () => {
  const zone = await openZone()
  const subject = { kind: 'case', id: '1' }
  const officer = await zone.anOfficer()
  const count = (tx: ReadTx) =>
    reader<{ record_entries: { zone_id: string } }>(tx)
      .selectFrom('record_entries')
      .select((row) => row.fn.countAll<bigint>().as('entries'))
      .executeTakeFirstOrThrow()
  const [before, after] = await zone.reading(officer, async (tx) => {
    const first = await count(tx)
    await zone.asSystem((other) => record(other, { act: 'file', subject }))
    return [first, await count(tx)]
  })
  expect(after).toEqual(before)
})

test('an actor is known to the database by quoted literals and leaves nothing behind', async () => {
  const zone = await openZone()
  const officer = await zone.anOfficer({ district: '天山区' })
  const seen = await zone.reading(officer, async (tx) => [
    await setting(tx, 'app.person'),
    await setting(tx, 'app.reach'),
    await setting(tx, 'app.offices'),
  ])
  expect(seen).toEqual([officer.person, 'own', officer.posts[0]?.office])
  const manyVisitors = Array.from({ length: 10 }, () =>
    zone.reading(VISITOR, async (tx) => [
      (await setting(tx, 'app.person')) || null,
      await setting(tx, 'app.reach'),
    ]),
  )
  expect(await Promise.all(manyVisitors)).toEqual(Array(10).fill([null, 'public']))
})

test('an actor whose identifiers try to break out of their quotes is a fault', async () => {
  const zone = await openZone()
  const actor = { ...(await zone.anApplicant()), parties: ["x'; reset role; --\\" as never] }
  await expect(zone.reading(actor, async () => 1)).rejects.toThrow('identifiers only')
})

test('what a failed transaction wrote is gone', async () => {
  const zone = await openZone()
  const attempt = zone.asSystem(async (tx) => {
    await record(tx, { act: 'x', subject: { kind: 'x', id: '1' } })
    throw new Error('no')
  })
  await expect(attempt).rejects.toThrow('no')
  const left = await zone.asSystem((tx) =>
    writer<{ record_entries: { act: string } }>(tx)
      .selectFrom('record_entries')
      .select('act')
      .execute(),
  )
  expect(left).toEqual([])
})

test('a failed statement whose error is swallowed fails the transaction all the same', async () => {
  const zone = await openZone()
  const attempt = zone.asSystem(async (tx) => {
    await sql`select 1/0`.execute(reader<Zones>(tx)).catch(() => null)
    return 'all is well'
  })
  await expect(attempt).rejects.toThrow('swallowed')
})

test('a transaction that is over answers nobody', async () => {
  const zone = await openZone()
  const kept = await zone.reading(VISITOR, async (tx) => tx)
  expect(() => reader(kept)).toThrow('is over')
})

test('another zone of the same database is out of sight and out of reach', async () => {
  const [here, there] = await Promise.all([openZone(), openZone()])
  const seen = await here.asSystem((tx) =>
    reader<Zones>(tx).selectFrom('zones').select('zone_id').execute(),
  )
  expect(seen).toEqual([{ zone_id: here.id }])
  const attempt = here.asSystem((tx) =>
    sql`insert into number_series values (${there.id}, 'x', 2026, 1)`.execute(writer<Zones>(tx)),
  )
  await expect(attempt).rejects.toMatchObject({ code: '42501' })
})

test('days come back as days, instants as instants, bigints as bigints', async () => {
  const zone = await openZone()
  const { rows } = await zone.asSystem((tx) =>
    sql`select date '2026-02-28' as day, 9007199254740993 as fen,
      timestamptz '2026-03-01 12:00:00.5+08' as at`.execute(reader<Zones>(tx)),
  )
  expect(rows).toEqual([
    { day: '2026-02-28', fen: 9007199254740993n, at: '2026-03-01T04:00:00.500Z' },
  ])
})

test('the statements of a transaction can be counted, its frame left out', async () => {
  const zone = await openZone()
  const seen = await zone.statementsOf(() =>
    zone.asSystem((tx) => record(tx, { act: 'x', subject: { kind: 'x', id: '1' } })),
  )
  expect(seen.map((one) => [one.mode, one.statements.length])).toEqual([['writing', 3]])
})
