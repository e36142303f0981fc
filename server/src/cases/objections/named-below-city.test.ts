import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { aVersion } from '../../../testing/measure-versions.ts'
import { VISITOR } from '../../kernel/index.ts'
import { objections } from '../index.ts'

useDocuments()

test('a district that the route itself names lists, reads, asks about and answers objections', async () => {
  const program = aVersion({ version: '2026.d', by: { 'answer-objection': 'district-bureau' } })
  const at = await openCaseOffice('2026-03-02', { program })
  const caseId = await at.aCaseAt('publicised')
  const { notice } = await at.view(at.city, caseId)
  if (!notice) throw new Error('on no notice')
  const said = {
    name: '李某某',
    contact: '13912345678',
    grounds: '所报场地有一部分转租，面积不实。',
  }
  const key = await at.zone.writing(VISITOR, (tx) =>
    objections.lodge(tx, { noticeId: notice.id, caseId, ...said }),
  )
  const listed = () => at.zone.reading(at.district, (tx) => objections.list(tx))
  const [row] = await listed()
  if (!row) throw new Error('not listed')
  const one = { caseId, objection: row.id }
  await at.zone.writing(at.district, (tx) =>
    objections.ask(tx, { ...one, says: '请补充转租合同。', days: 5 }),
  )
  expect(await listed()).toMatchObject([{ waits: true }])
  const read = await at.zone.reading(at.district, (tx) => objections.view(tx, one))
  expect(read).toMatchObject({ name: '李某某', words: [{ says: '请补充转租合同。' }] })
  await at.zone.writing(at.district, (tx) =>
    objections.answer(tx, { ...one, upheld: false, reason: '经实地核查，面积属实。' }),
  )
  const course = await at.zone.asSystem((tx) => objections.follow(tx, key))
  expect(course).toMatchObject({ answered: { upheld: false }, letters: [{}] })
  for (const other of [at.city, at.federation, at.otherDistrict])
    expect(await at.zone.reading(other, (tx) => objections.list(tx))).toEqual([])
})
