import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { withClient } from '../database/index.ts'
import { listReads, openReadLog, sealReads, verifyReads } from '../index.ts'

async function aZoneRead(times: number) {
  const zone = await openZone({ today: '2026-03-02' })
  const officer = await zone.anOfficer()
  const log = openReadLog(zone.kernel)
  await Promise.all(
    Array.from({ length: times }, (_, at) =>
      log.note({ actor: officer, route: 'viewCase', about: { id: String(at) } }),
    ),
  )
  return zone
}

const newest = { before: null, limit: 100 }

test('readings at the same time are all kept, in few transactions', async () => {
  const zone = await openZone()
  const officer = await zone.anOfficer()
  const log = openReadLog(zone.kernel)
  const seen = await zone.statementsOf(() =>
    Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        log.note({ actor: officer, route: 'viewParty', about: { at } }),
      ),
    ),
  )
  const reads = await zone.asSystem((tx) => listReads(tx, newest))
  expect(reads).toHaveLength(50)
  expect(reads[0]).toMatchObject({ actor: { id: officer.person }, route: 'viewParty' })
  expect(seen.length).toBeLessThan(5)
})

test('a day that was sealed shows a reading altered or taken away', async () => {
  const zone = await aZoneRead(3)
  zone.setToday('2026-03-03')
  expect(await zone.asSystem((tx) => sealReads(tx))).toBe(1)
  expect(await zone.asSystem((tx) => sealReads(tx))).toBe(0)
  expect(await zone.asSystem((tx) => verifyReads(tx))).toBeNull()
  await withClient(zone.adminUrl, (client) =>
    client.query(`update read_log set route = 'viewZone' where zone_id = $1 and about = $2`, [
      zone.id,
      { id: '1' },
    ]),
  )
  expect(await zone.asSystem((tx) => verifyReads(tx))).toBe('2026-03-02')
  await withClient(zone.adminUrl, (client) =>
    client.query('delete from read_log where zone_id = $1', [zone.id]),
  )
  expect(await zone.asSystem((tx) => verifyReads(tx))).toBe('2026-03-02')
})
