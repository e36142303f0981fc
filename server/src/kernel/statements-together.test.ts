import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { withClient } from './database/index.ts'
import { type ReadTx, reader, record, VISITOR, type WriteTx, writer } from './index.ts'

type Tables = { record_entries: { zone_id: string; act: string } }

const ask = (tx: ReadTx, query: RawBuilder<unknown>) => query.execute(reader<Tables>(tx))
const subject = { kind: 'case', id: '1' }
const acts = async (tx: ReadTx) =>
  (await reader<Tables>(tx).selectFrom('record_entries').select('act').execute()).map(
    (one) => one.act,
  )

test('one of several statements sent together fails: none of them stays, and the connection serves on', async () => {
  const zone = await openZone()
  for (let time = 0; time < 10; time += 1) {
    const attempt = zone.asSystem(async (tx) => {
      await record(tx, { act: 'x', subject })
      await Promise.all([
        ask(tx, sql`select 1`),
        ask(tx, sql`select 1/0`),
        ask(tx, sql`select 2`),
        ask(tx, sql`select ${time}::int`),
      ])
    })
    await expect(attempt).rejects.toThrow('division by zero')
  }
  expect(await zone.asSystem(acts)).toEqual([])
  expect(await zone.reading(VISITOR, acts)).toEqual([])
})

test('what is still at work when the transaction has failed writes nowhere', async () => {
  const zone = await openZone()
  let goOn = () => {}
  const failed = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let late: Promise<unknown> = Promise.resolve()
  const attempt = zone.asSystem(async (tx) => {
    const query = writer<Tables>(tx).deleteFrom('record_entries').where('zone_id', '=', tx.zone)
    late = failed.then(() => query.execute())
    late.catch(() => {})
    await ask(tx, sql`select 1/0`)
  })
  await expect(attempt).rejects.toThrow('division by zero')
  goOn()
  await expect(late).rejects.toThrow('is over')
})

test('a server that goes away in the middle fails what was asked, and the next is asked anew', async () => {
  const zone = await openZone()
  const attempt = zone.asSystem(async (tx: WriteTx) => {
    await record(tx, { act: 'x', subject })
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      writer<Tables>(tx),
    )
    const sleeping = Promise.all([
      ask(tx, sql`select pg_sleep(30)`),
      ask(tx, sql`select 1`),
      ask(tx, sql`select 2`),
    ])
    const gone = expect(sleeping).rejects.toThrow(/terminat/i)
    await withClient(zone.adminUrl, (client) =>
      client.query('select pg_terminate_backend($1)', [rows[0]?.pid]),
    )
    await gone
    return 'all is well'
  })
  await expect(attempt).rejects.toThrow()
  expect(await zone.asSystem(acts)).toEqual([])
})

test('a statement planned for one actor shows another only what is theirs', async () => {
  const zone = await openZone()
  await zone.asSystem((tx) => record(tx, { act: 'x', subject }))
  const city = await zone.anOfficer()
  for (let time = 0; time < 12; time += 1) {
    expect(await zone.reading(city, acts)).toEqual(['x'])
    expect(await zone.reading(VISITOR, acts)).toEqual([])
  }
})

test('somebody who comes in reads by their own reach, and the door only lets in', async () => {
  const zone = await openZone()
  await zone.asSystem((tx) => record(tx, { act: 'x', subject }))
  const door = { kind: 'system', job: 'doorkeeper' } as const
  const city = await zone.anOfficer()
  for (const [actor, seen] of [
    [city, ['x']],
    [VISITOR, []],
  ] as const) {
    const enter = async (tx: ReadTx) => ({ actor, atTheDoor: await acts(tx) })
    const read = await zone.kernel.readingAfter({ actor: door, enter }, async (tx, entered) => [
      tx.actor,
      entered.atTheDoor,
      await acts(tx),
    ])
    expect(read).toEqual([actor, ['x'], seen])
  }
  const asPerson = zone.kernel.readingAfter(
    { actor: city, enter: async () => ({ actor: VISITOR }) },
    acts,
  )
  await expect(asPerson).rejects.toThrow('no person')
})
