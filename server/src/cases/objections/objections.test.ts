import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { aPdf } from '../../../testing/case-workflow.ts'
import {
  day,
  listRecord,
  loadCalendar,
  type PersonActor,
  type ReadTx,
  reader,
  VISITOR,
} from '../../kernel/index.ts'
import { acts, clocks, notices, type ObjectionId, objections, verifyBoard } from '../index.ts'
import { subjectOfObjection } from './objection.ts'

useDocuments()

const GROUNDS = '所报场地有一部分转租给餐饮企业，面积不实。'
const SAID = { name: '李某某', contact: '13912345678', grounds: GROUNDS }

const countObjectors = async (tx: ReadTx) =>
  Number(
    (await sql<{ n: bigint }>`select count(*) as n from objectors`.execute(reader(tx))).rows[0]?.n,
  )

async function objected() {
  const at = await openCaseOffice('2026-03-02')
  const caseId = await at.aCaseAt('deliberated')
  const notice = await at.zone.writing(at.city, (tx) =>
    notices.publicise(tx, { cases: [caseId], title: { zh: '拟认定公示', en: 'Notice' } }),
  )
  const lodge = (more: Partial<typeof SAID> = {}) =>
    at.zone.writing(VISITOR, (tx) =>
      objections.lodge(tx, { noticeId: notice.id, caseId, ...SAID, ...more }),
    )
  const { number, key } = await lodge()
  const followed = (of = { number, key }) => at.zone.asSystem((tx) => objections.follow(tx, of))
  const [first] = await at.zone.reading(at.city, (tx) => objections.list(tx))
  const objection = first?.id as ObjectionId
  const view = (actor: PersonActor) =>
    at.zone.reading(actor, (tx) => objections.view(tx, { caseId, objection }))
  const ask = (days: number) =>
    at.zone.writing(at.city, (tx) =>
      objections.ask(tx, { caseId, objection, says: '请补充转租合同。', days }),
    )
  const add = (says: string) => at.zone.asSystem((tx) => objections.add(tx, { number, key, says }))
  const answer = (upheld: boolean) =>
    at.zone.writing(at.city, (tx) =>
      objections.answer(tx, { caseId, objection, upheld, reason: '经实地核查，情况属实。' }),
    )
  return { at, caseId, objection, number, key, lodge, followed, view, ask, add, answer }
}

describe('an objection 异议', () => {
  test('is followed by number and key, and by no other pair', async () => {
    const { number, key, followed, lodge } = await objected()
    expect(await followed()).toMatchObject({ number, grounds: GROUNDS, words: [], answered: null })
    const second = await lodge({ name: '赵某某' })
    for (const wrong of [
      { number, key: second.key },
      { number: second.number, key },
      { number, key: '' },
    ]) {
      await expect(followed(wrong)).rejects.toMatchObject({ code: 'case.objection-not-found' })
    }
  })

  test('has a clock of its own, which stands still while the objector is asked', async () => {
    const { at, followed, ask, add } = await objected()
    const made = (await followed()).on
    const due = (await followed()).clock?.due as string
    await ask(5)
    expect((await followed()).clock?.due).toBeNull()
    await expect(ask(5)).rejects.toMatchObject({ code: 'case.objection-asked-already' })
    const until = (await followed()).asked?.until as string
    at.zone.setToday(until)
    await add('转租合同见附件，签订于去年十月。')
    const moved = (await followed()).clock?.due as string
    expect(moved > due).toBe(true)
    const calendar = await at.zone.asSystem((tx) => loadCalendar(tx))
    expect(calendar.workingDaysBetween(day(made), day(moved))).toBe(
      calendar.workingDaysBetween(day(made), day(due)) + 5,
    )
  })

  test('counts again once the day given is over, and reminds the office that answers', async () => {
    const { at, objection, followed, ask } = await objected()
    await ask(5)
    at.zone.setToday('2026-05-29')
    const due = (await followed()).clock
    expect(due?.left).toBeLessThan(0)
    const told = await at.zone.asSystem((tx) => clocks.due(tx))
    expect(told.filter((one) => one.clock === `objection/${objection}`)).toMatchObject([
      { act: 'answer-objection', due: due?.due },
    ])
  })

  test('cannot be put off at will: two questions, and none once the answer is overdue', async () => {
    const { at, objection, ask, add, view } = await objected()
    const listed = () => at.zone.reading(at.city, (tx) => objections.list(tx))
    for (const says of ['合同见附件。', '付款凭证见附件。']) {
      await ask(1)
      expect((await listed())[0]).toMatchObject({ id: objection, waits: true, due: null })
      await add(says)
    }
    await expect(ask(1)).rejects.toMatchObject({
      code: 'case.objection-asked-out-conflict',
      params: { most: 2 },
    })
    expect((await view(at.city)).may).toEqual(['answer'])
    const late = await objected()
    const due = (await late.followed()).clock?.due as string
    late.at.zone.setToday('2026-05-29')
    await expect(late.ask(5)).rejects.toMatchObject({
      code: 'case.objection-overdue-conflict',
      params: { due },
    })
    expect((await late.view(late.at.city)).may).toEqual(['answer'])
    const [overdue] = await late.at.zone.reading(late.at.city, (tx) => objections.list(tx))
    expect(overdue).toMatchObject({ waits: false, due })
    expect(overdue?.left).toBeLessThan(0)
  })

  test('takes papers by the key, until it is answered by a letter in its own folder', async () => {
    const { at, caseId, number, key, followed, view, answer, add } = await objected()
    const paper = { number, key, fileName: '转租合同.pdf', bytes: aPdf('转租合同') }
    await objections.attach(at.zone.kernel, paper)
    expect((await view(at.city)).papers).toMatchObject([{ name: '转租合同.pdf' }])
    await answer(true)
    const { letters, answered, clock } = await followed()
    expect(answered).toMatchObject({ upheld: true })
    expect(clock).toBeNull()
    expect(letters).toMatchObject([{ title: { zh: '异议答复书' } }])
    const file = letters[0]?.id as string
    const opened = await at.zone.asSystem((tx) =>
      objections.openFollowed(tx, { number, key, file }),
    )
    expect(opened.bytes.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(add('还有补充。')).rejects.toMatchObject({ code: 'case.objection-already' })
    const party = await at.view(at.applicant, caseId)
    expect(JSON.stringify(party)).not.toMatch(/李某某|13912345678|异议答复书|转租合同/)
  })

  test('is read with its name by the post that answers it, and by nobody else', async () => {
    const { at, caseId, view } = await objected()
    expect(await view(at.city)).toMatchObject({ name: '李某某', case: { id: caseId } })
    const auditor = await at.zone.anOfficer({ duties: ['audit'] })
    for (const other of [at.applicant, at.district, at.federation, auditor, ...at.experts]) {
      await expect(view(other)).rejects.toMatchObject({
        code: expect.stringMatching(/identity.forbidden|case.not-found/),
      })
    }
    expect(JSON.stringify(await at.view(auditor, caseId))).not.toMatch(/李某某|13912345678/)
  })

  test('is answered together with its copies, each by a letter, and not with others', async () => {
    const { at, caseId, objection, lodge, view, followed, ...first } = await objected()
    const copy = await lodge({ name: '赵某某', grounds: `${GROUNDS} ！` })
    const other = await lodge({ name: '王某某', grounds: '参与评审的专家与申报单位有利害关系。' })
    expect(await view(at.city)).toMatchObject({ alike: 1 })
    const said = { upheld: false, reason: '经实地核查，没有转租。', alike: true }
    await at.zone.writing(at.city, (tx) => objections.answer(tx, { caseId, objection, ...said }))
    for (const { number, key } of [first, copy]) {
      const { answered, letters } = await followed({ number, key })
      expect([answered?.reason, letters.length]).toEqual([said.reason, 1])
    }
    expect((await followed(other)).answered).toBeNull()
    expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
  })

  test('is added to twenty times at most, and one contact raises twenty on a notice', {
    timeout: 60_000,
  }, async () => {
    const { at, add, lodge } = await objected()
    for (let time = 0; time < 20; time += 1) await add(`补充说明之${time}。`)
    await expect(add('再补充一次。')).rejects.toMatchObject({ code: 'case.objection-full' })
    for (let made = 1; made < 20; made += 1) await lodge({ grounds: `${GROUNDS}第${made}条理由。` })
    const again = { contact: '139 1234 5678', grounds: `${GROUNDS}又一条理由。` }
    await expect(lodge(again)).rejects.toMatchObject({ code: 'case.objections-too-many' })
    await lodge({ ...again, contact: '13900000000' })
    expect(await at.zone.reading(VISITOR, countObjectors)).toBe(0)
  })

  test('stands beside others to the same case; each has its result, and one upheld changes the case’s', async () => {
    const { at, caseId, objection, lodge, view, answer } = await objected()
    const second = await lodge({ name: '赵某某' })
    expect((await view(at.city)).others).toMatchObject([{ number: second.number }])
    await answer(true)
    const other = (await view(at.city)).others[0]?.id as ObjectionId
    await at.zone.writing(at.city, (tx) =>
      objections.answer(tx, { caseId, objection: other, upheld: false, reason: '没有依据。' }),
    )
    const results = (await at.zone.reading(at.city, (tx) => objections.list(tx))).map(
      ({ answered }) => answered?.upheld,
    )
    expect(results.sort()).toEqual([false, true])
    at.zone.setToday('2026-05-06')
    await expect(
      at.zone.writing(at.city, (tx) => acts.propose(tx, { caseId, reason: '建议认定。' })),
    ).rejects.toMatchObject({ code: 'case.objection-upheld' })
    const entries = await at.zone.asSystem((tx) => listRecord(tx, subjectOfObjection(objection)))
    expect(entries.map(({ act }) => act)).toEqual(['objection.lodge', 'objection.answer'])
    expect(JSON.stringify(entries)).not.toMatch(/李某某|13912345678/)
  })
})
