import { expect, test } from 'vitest'
import { openBuilding } from '../../testing/building.ts'
import { useDocuments } from '../../testing/case-office.ts'
import { clocks } from '../cases/index.ts'
import { withClient } from '../kernel/database/index.ts'
import { endSilences } from './end-silences.ts'

useDocuments()

test('a case whose silence cannot be ended keeps nobody behind it waiting', async () => {
  const at = await openBuilding()
  await at.aFiledCase()
  await at.aFiledCase(await at.another())
  at.zone.setToday('2026-03-10')
  const [first, second] = await at.zone.asSystem(clocks.listSilent)
  if (!first || !second) throw new Error('two cases wait')
  // A row that somebody spoilt: the service it names is not in the measure.
  const spoil = "update case_board set service = 'gone' where case_id = $1"
  await withClient(at.zone.adminUrl, (client) => client.query(spoil, [first]))
  const faults: string[] = []
  const told = (error: unknown) => faults.push(error instanceof Error ? error.message : '')
  expect(await endSilences(at.zone.kernel, told)).toEqual({ ended: 1, failed: 1 })
  expect(faults).toEqual([`silence of case ${first} was not ended`, 'silence: 1 of 2 cases failed'])
  expect((await at.view(second, at.operator)).stage).toBe('accepted')
})
