import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { openPool, withClient } from '../kernel/database/index.ts'
import { announce, type ZoneEvent } from '../kernel/index.ts'
import { startJobs } from './index.ts'

test('a job asked for in the database is done by the product, and only once', async () => {
  const zone = await openZone()
  const heard: ZoneEvent[] = []
  const faults: unknown[] = []
  const pool = openPool({ connectionString: zone.adminUrl, poolSize: 3 })
  const jobs = await startJobs({
    kernel: zone.kernel,
    pool,
    handlers: { 'test.happened': [async (_tx, event) => void heard.push(event)] },
    channels: {},
    anchor: async () => {},
    onFault: (error) => faults.push(error),
  })
  try {
    await zone.asSystem((tx) => announce(tx, { type: 'test.happened', payload: { at: 1 } }))
    for (const _ of [1, 2]) {
      await withClient(zone.adminUrl, (client) =>
        client.query("select graphile_worker.add_job('deliver-events')"),
      )
    }
    await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1)
    await withClient(zone.adminUrl, (client) =>
      client.query("select graphile_worker.add_job('end-notices')"),
    )
    await expect
      .poll(
        async () => {
          const { rows } = await withClient(zone.adminUrl, (client) =>
            client.query('select count(*)::int as left from graphile_worker.jobs'),
          )
          return rows[0].left
        },
        { timeout: 10_000 },
      )
      .toBe(0)
  } finally {
    await jobs.stop()
    await pool.end()
  }
  expect({ heard: heard.length, faults }).toEqual({ heard: 1, faults: [] })
})
