import { expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { keepSpans } from '../../testing/keep-spans.ts'
import { openPool } from '../kernel/database/index.ts'
import { startJobs } from './index.ts'

test('each job gives a span by its name', async () => {
  const zone = await openZone()
  const spans = keepSpans()
  const pool = openPool({ connectionString: zone.adminUrl, poolSize: 3 })
  const jobs = await startJobs({
    kernel: zone.kernel,
    pool,
    handlers: {},
    channels: {},
    anchor: async () => {},
    onFault: () => {},
  })
  try {
    const names = () => spans.filter(({ isEnded }) => isEnded).map(({ name }) => name)
    await expect.poll(names, { timeout: 15_000 }).toContain('job deliver-events')
  } finally {
    await jobs.stop()
    await pool.end()
  }
})
