import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { closePool, openPool } from './index.ts'

test('a pool is closed when its connections are, so that a server may stop right then', async () => {
  const { adminUrl } = await openZone()
  const pool = openPool({ connectionString: adminUrl, poolSize: 3 })
  const faults: Error[] = []
  let open = 0
  pool.on('connect', (client) => {
    open += 1
    client.on('error', (error) => faults.push(error))
    client.once('end', () => {
      open -= 1
    })
  })
  const lent = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
  for (const client of lent) client.release()
  expect(open).toBe(3)
  await closePool(pool)
  expect({ open, faults }).toEqual({ open: 0, faults: [] })
})
