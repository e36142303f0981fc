import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { verifyCertificate } from '../documents/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { VISITOR } from '../kernel/index.ts'
import { notices, verifyBoard } from './index.ts'

useDocuments()

test('an application goes from the call to the certificate, each act with its article', async () => {
  const office = await openCaseOffice()
  const id = await office.aCaseAt('certified')
  const view = await office.view(office.applicant, id)
  expect(view.stage).toBe('certified')
  expect(view.acts.map((one) => [one.act, one.stage, one.cite])).toEqual([
    ['start', 'draft', '第2条'],
    ['file', 'filed', '第2条(一)'],
    ['accept', 'accepted', '第2条(一)'],
    ['judge', 'accepted', '第2条(二)'],
    ['recommend', 'recommended', '第2条(二)'],
    ['assign', 'recommended', '第2条(三)'],
    ['conclude-review', 'reviewed', '第2条(三)'],
    ['deliberate', 'deliberated', '第2条(四)'],
    ['publicise', 'publicised', '第2条(四)'],
    ['propose', 'proposed', '第2条(四)'],
    ['decide', 'decided', '第2条(四)'],
    ['certify', 'certified', '第2条(四)'],
  ])
  const number = view.certificate?.number ?? ''
  expect(number).toBe('小基〔2026〕001号')
  const verified = await office.zone.reading(VISITOR, (tx) => verifyCertificate(tx, number))
  expect(verified).toMatchObject({ answer: 'valid', holder: '丝路启航孵化器有限公司' })
  expect(await office.zone.asSystem((tx) => verifyBoard(tx))).toEqual({ intact: true, cases: 1 })
})

test('what other rooms wait for is announced with the acts that cause it', async () => {
  const { zone, ...office } = await openCaseOffice()
  await office.aCaseAt('certified')
  await zone.asSystem((tx) => notices.announceEnded(tx))
  const types = await withClient(zone.adminUrl, async (client) => {
    const found = await client.query<{ type: string }>(
      'select type from events where zone_id = $1 order by seq',
      [zone.id],
    )
    return found.rows.map((row) => row.type)
  })
  expect(types).toEqual([
    'measure.enacted',
    'facts.recorded',
    'call.opened',
    'facts.recorded',
    'case.filed',
    'case.accepted',
    'case.recommended',
    'case.experts-assigned',
    'notice.published',
    'case.decided',
    'case.certified',
    'notice.closed',
  ])
})
