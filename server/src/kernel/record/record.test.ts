import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openZone, type Zone } from '../../../testing/index.ts'
import { withClient } from '../database/index.ts'
import {
  anchorRecord,
  listAnchors,
  listRecord,
  newId,
  record,
  verifyRecord,
  writer,
} from '../index.ts'

const aCase = () => ({ kind: 'case', id: newId() })

async function aRecordOf(zone: Zone, entries: number): Promise<void> {
  const subject = aCase()
  await zone.asSystem(async (tx) => {
    for (let entry = 1; entry <= entries; entry += 1) {
      await record(tx, { act: `act-${entry}`, subject, detail: { entry } })
    }
  })
}

/** As the database's owner, who may lift the very walls: nothing inside stops them, the chain must tell. */
function tamper(zone: Zone, statement: string): Promise<void> {
  return withClient(zone.adminUrl, async (client) => {
    await client.query('begin')
    for (const table of ['record_entries', 'record_heads']) {
      await client.query(`alter table ${table} disable row level security`)
    }
    await client.query(statement, [zone.id])
    for (const table of ['record_entries', 'record_heads']) {
      await client.query(`alter table ${table} enable row level security`)
    }
    await client.query('commit')
  })
}

const verify = (zone: Zone) => zone.asSystem((tx) => verifyRecord(tx))

test('an entry says who did what on which day, and rests on the entry before', async () => {
  const zone = await openZone({ today: '2026-03-02' })
  const officer = await zone.anOfficer({ name: '王经办' })
  const subject = aCase()
  const [first, second] = await zone.writing(officer, async (tx) => [
    await record(tx, { act: 'accept', subject, cite: '第9条', as: officer.posts[0] ?? null }),
    await record(tx, {
      act: 'recommend',
      subject,
      reason: '材料齐全',
      detail: { papers: [1.5, '章程'] },
    }),
  ])
  expect(first).toMatchObject({ seq: 1, on: '2026-03-02', actor: { name: '王经办' } })
  expect(second?.prev).toBe(first?.hash)
  expect(await zone.reading(officer, (tx) => listRecord(tx, subject))).toEqual([first, second])
})

test('an untouched record of more than one page is intact', async () => {
  const zone = await openZone()
  await aRecordOf(zone, 1203)
  expect(await verify(zone)).toMatchObject({ intact: true, entries: 1203 })
})

test('an empty record is intact', async () => {
  expect(await verify(await openZone())).toMatchObject({ intact: true, entries: 0 })
})

test('whoever alters, removes, moves or cuts off entries is found at the first of them', async () => {
  const cases = [
    ["update record_entries set reason = 'x' where zone_id = $1 and seq >= 4", 4, 'altered'],
    [
      "update record_entries set on_day = '2020-01-01' where zone_id = $1 and seq = 7",
      7,
      'altered',
    ],
    ['delete from record_entries where zone_id = $1 and seq = 5', 5, 'missing'],
    ['delete from record_entries where zone_id = $1 and seq > 8', 9, 'cut-off'],
    ["update record_heads set hash = repeat('0', 64) where zone_id = $1", 10, 'not-chained'],
  ] as const
  for (const [statement, seq, why] of cases) {
    const zone = await openZone()
    await aRecordOf(zone, 10)
    await tamper(zone, statement)
    expect(await verify(zone)).toMatchObject({ intact: false, broken: { seq, why } })
  }
})

test('a chain rewritten as a whole shows against an anchor kept outside', async () => {
  const zone = await openZone()
  await aRecordOf(zone, 3)
  const anchor = { seq: 2, hash: 'f'.repeat(64) }
  const verdict = await zone.asSystem((tx) => verifyRecord(tx, anchor))
  expect(verdict).toMatchObject({ intact: false, broken: { seq: 2, why: 'not-as-anchored' } })
  const later = await zone.asSystem((tx) => verifyRecord(tx, { seq: 4, hash: 'f'.repeat(64) }))
  expect(later).toMatchObject({ intact: false, broken: { seq: 4, why: 'cut-off' } })
})

test('a record agrees with the heads that were written outside along the way', async () => {
  const zone = await openZone()
  const folder = await mkdtemp(join(tmpdir(), 'banfa-anchors-'))
  await aRecordOf(zone, 3)
  await zone.asSystem((tx) => anchorRecord(tx, folder))
  await aRecordOf(zone, 4)
  await zone.asSystem((tx) => anchorRecord(tx, folder))
  const read = await zone.asSystem((tx) => listAnchors(tx, folder))
  const anchors = read.intact ? read.anchors : []
  await rm(folder, { recursive: true })
  expect(anchors.map((anchor) => anchor.seq)).toEqual([3, 7])
  const verdict = await zone.asSystem((tx) => verifyRecord(tx, anchors))
  expect(verdict).toMatchObject({ intact: true, head: anchors[1] })
})

test('entries written at the same time are numbered without a gap, and failed ones leave none', async () => {
  const zone = await openZone()
  const work = Array.from({ length: 30 }, (_, index) =>
    zone
      .asSystem(async (tx) => {
        await record(tx, { act: 'file', subject: aCase() })
        if (index % 3 === 0) throw new Error('changed my mind')
      })
      .catch(() => null),
  )
  await Promise.all(work)
  expect(await verify(zone)).toMatchObject({ intact: true, entries: 20 })
})

test("the app's role can neither change nor delete an entry, not even the machine's transactions", async () => {
  const zone = await openZone()
  await aRecordOf(zone, 2)
  type Rows = { record_entries: { zone_id: string; act: string } }
  await expect(
    zone.asSystem((tx) =>
      writer<Rows>(tx).updateTable('record_entries').set({ act: 'x' }).execute(),
    ),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(
    zone.asSystem((tx) => writer<Rows>(tx).deleteFrom('record_entries').execute()),
  ).rejects.toMatchObject({ code: '42501' })
  expect(await verify(zone)).toMatchObject({ intact: true, entries: 2 })
})

test('a subject is read by the parties, offices and persons it names, and by no other', async () => {
  const zone = await openZone()
  const applicant = await zone.anApplicant()
  const stranger = await zone.anApplicant()
  const district = await zone.anOfficer({ district: '天山区' })
  const otherDistrict = await zone.anOfficer({ district: '米东区' })
  const expert = await zone.anExpert()
  const subject = aCase()
  const readers = [applicant.parties[0] ?? '', district.posts[0]?.office ?? '']
  await zone.writing(applicant, (tx) => record(tx, { act: 'file', subject, readers }))
  const seenBy = async (actor: typeof applicant) =>
    (await zone.reading(actor, (tx) => listRecord(tx, subject))).length
  expect(
    await Promise.all([applicant, district, stranger, otherDistrict, expert].map(seenBy)),
  ).toEqual([1, 1, 0, 0, 0])
  const city = await zone.anOfficer()
  await zone.writing(city, (tx) =>
    record(tx, { act: 'assign', subject, readers: [expert.person, ...readers] }),
  )
  expect(await Promise.all([city, expert].map(seenBy))).toEqual([2, 2])
})
