import { expect, test } from 'vitest'
import { openZone } from '../../../testing/index.ts'
import { withClient } from '../database/index.ts'
import { listRecord, newId, record, verifyRecord } from '../index.ts'

const aCase = () => ({ kind: 'case', id: newId() })

test('an entry says who did what on which day, and rests on the entry before', async () => {
  const zone = await openZone({ today: '2026-03-02' })
  const officer = await zone.anOfficer({ name: '王经办' })
  const subject = aCase()
  const [first, second] = await zone.writing(officer, async (tx) => [
    await record(tx, { act: 'accept', subject, cite: '第9条', as: officer.posts[0] ?? null }),
    await record(tx, { act: 'recommend', subject, reason: '材料齐全' }),
  ])
  expect(first).toMatchObject({ seq: 1, on: '2026-03-02', actor: { name: '王经办' } })
  expect(second?.prev).toBe(first?.hash)
  expect(await zone.reading(officer, (tx) => listRecord(tx, subject))).toEqual([first, second])
})
