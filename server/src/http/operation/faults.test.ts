import { afterAll, expect, test } from 'vitest'
import { openSite } from '../../../testing/browser.ts'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { withClient } from '../../kernel/database/index.ts'
import { verifyRecord } from '../../kernel/index.ts'

useDocuments()

/** From outside the database, so that its own door can be shut. */
function outside(adminUrl: string, database: string) {
  const url = new URL(adminUrl)
  url.pathname = '/postgres'
  return (allowed: boolean) =>
    withClient(url.toString(), async (client) => {
      await client.query(`alter database "${database}" allow_connections ${allowed}`)
      if (allowed) return
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [database],
      )
    })
}

test('the database goes in the middle of the work and comes back: said clearly, nothing lost, nothing doubled', async () => {
  const office = await openCaseOffice()
  const { zone, district } = office
  const id = await office.aCaseAt('filed')
  const site = await openSite(zone)
  const browser = await site.signedIn(district)
  const open = outside(zone.adminUrl, new URL(zone.adminUrl).pathname.slice(1))
  afterAll(() => open(true))
  const before = await browser.send('GET', `/api/cases/${id}`)
  await open(false)
  const body = { reason: '材料齐全。' }
  const gone = await browser.send('POST', `/api/cases/${id}/accept`, { body })
  expect([gone.status, (gone.body as { code: string }).code]).toEqual([503, 'http.database-gone'])
  expect((await site.visitor.send('GET', '/readyz')).status).toBe(503)
  await open(true)
  expect((await site.visitor.send('GET', '/readyz')).status).toBe(200)
  const after = await browser.send('GET', `/api/cases/${id}`)
  expect(after.body).toEqual(before.body)
  expect((await browser.send('POST', `/api/cases/${id}/accept`, { body })).status).toBe(200)
  expect(await zone.asSystem((tx) => verifyRecord(tx))).toMatchObject({ intact: true })
})
