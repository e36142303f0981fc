import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { deliverEvents } from '../kernel/index.ts'
import { matchHandlers, matchWholeZone } from './index.ts'

useDocuments()

/** What the database is asked that no zone owns: its own settings. */
const ZONELESS = [/^\s*select\s+(pg_|current_setting)/i]

test('every statement from the call to the certificate, and of the matching, carries the zone', async () => {
  const seen = new Set<string>()
  const office = await openCaseOffice()
  const transactions = await office.zone.statementsOf(async () => {
    const id = await office.aCaseAt('certified')
    await office.view(office.applicant, id)
    await deliverEvents(office.zone.kernel, matchHandlers)
    await matchWholeZone(office.zone.kernel)
  })
  for (const { statements } of transactions) for (const one of statements) seen.add(one)
  const without = [...seen].filter(
    (one) => !one.includes('zone_id') && !ZONELESS.some((known) => known.test(one)),
  )
  expect(without).toEqual([])
  expect(seen.size).toBeGreaterThan(50)
}, 60_000)
