import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { deliverEvents, type PersonActor } from '../kernel/index.ts'
import { alterEntry } from '../registries/index.ts'
import { caseHandlers, notices, views } from './index.ts'
import { verifyBoard } from './verify-board.ts'

useDocuments()

const NAME = '丝路启航孵化器有限公司'
const NEW = '天山启航孵化器有限公司'

test('a party that goes by another name does so on its open case, and not on the notice', async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('publicised')
  await at.zone.asSystem((tx) =>
    alterEntry(tx, {
      ...{ party: at.party, recognition: null, alters: 'name', became: NEW },
      ...{ cite: '第4条', reason: '营业执照已变更。' },
    }),
  )
  await deliverEvents(at.zone.kernel, caseHandlers)
  const found = (who: PersonActor, text: string) =>
    at.zone.reading(who, async (tx) => (await views.queue(tx, { text })).rows)
  for (const text of [NEW, NAME]) {
    expect(await found(at.city, text)).toMatchObject([{ id: caseId, party: NEW }])
  }
  const { notice } = await at.view(at.city, caseId)
  if (!notice) throw new Error('on no notice')
  const shown = await at.zone.reading(at.city, (tx) => notices.view(tx, notice.id))
  expect(JSON.stringify(shown)).toContain(NAME)
  expect(JSON.stringify(shown)).not.toContain(NEW)
  expect(await at.zone.asSystem(verifyBoard)).toMatchObject({ intact: true })
})
