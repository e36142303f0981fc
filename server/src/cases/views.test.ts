import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { seedManyCases } from '../../testing/seed-many-cases.ts'
import { VISITOR, verifyRecord } from '../kernel/index.ts'
import { acts, type CasePage, calls, notices, verifyBoard, views } from './index.ts'

useDocuments()

/** Every case of a list that comes in pages, in its order. */
async function allPages(page: (cursor: string | undefined) => Promise<CasePage>) {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const { rows, next } = await page(cursor)
    seen.push(...rows.map(({ id }) => id))
    cursor = next ?? undefined
  } while (cursor)
  return seen
}

describe('the queue', () => {
  test('shows the most urgent first, filtered, with counts by stage, a page after another', async () => {
    const at = await openCaseOffice()
    await at.zone.asSystem((tx) => seedManyCases(tx, { cases: 120, call: at.call }))
    const page = (cursor?: string) =>
      at.zone.reading(at.city, (tx) => views.queue(tx, { limit: 50, cursor }))
    const first = await page()
    const second = await page(first.next ?? '')
    const third = await page(second.next ?? '')
    const rows = [...first.rows, ...second.rows, ...third.rows]
    expect(third.next).toBeNull()
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
    expect(rows.length).toBe(Object.values(first.counts).reduce((sum, one) => sum + one, 0))
    const due = rows.map((row) => row.due ?? '9999-12-31')
    expect(due).toEqual([...due].sort())
    expect(rows.every((row) => row.stage !== 'draft')).toBe(true)
    const filed = await at.zone.reading(at.city, (tx) =>
      views.queue(tx, { stage: 'filed', text: '第7', limit: 100 }),
    )
    expect(filed.rows.every((row) => row.stage === 'filed' && row.party.includes('第7'))).toBe(true)
    expect(filed.rows.length).toBe(filed.counts.filed ?? 0)
  })

  test('a district sees its own, and what waits for it as its own', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    const queue = (actor: typeof at.city, mine = false) =>
      at.zone.reading(actor, (tx) => views.queue(tx, { mine }))
    expect((await queue(at.district)).rows).toMatchObject([{ id, mine: true, left: 5 }])
    expect((await queue(at.otherDistrict)).rows).toEqual([])
    expect((await queue(at.city)).rows).toMatchObject([{ id, mine: false }])
    expect((await queue(at.city, true)).rows).toEqual([])
  })

  test('what was withdrawn before it was filed is in nobody’s queue', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft()
    await at.zone.writing(at.applicant, (tx) => acts.withdraw(tx, { caseId: id }))
    const { rows, counts } = await at.zone.reading(at.city, (tx) => views.queue(tx, {}))
    expect([rows, counts]).toEqual([[], {}])
    const { rows: mine } = await at.zone.reading(at.applicant, (tx) => views.myCases(tx))
    expect(mine).toMatchObject([{ id, stage: 'withdrawn', mine: false }])
  })

  test('one’s own applications come in pages, filtered and sorted, each once', async () => {
    const at = await openCaseOffice()
    const ids: string[] = []
    for (let made = 0; made < 5; made += 1) {
      const caseId = made % 2 === 0 ? await at.aCaseAt('filed') : await at.aDraft()
      ids.push(caseId)
      await at.zone.writing(at.applicant, (tx) => acts.withdraw(tx, { caseId }))
    }
    ids.push(await at.aDraft())
    const mine = (filter: Parameters<typeof views.myCases>[1]) =>
      at.zone.reading(at.applicant, (tx) => views.myCases(tx, filter))
    for (const sort of [undefined, 'number', 'due', 'since', 'party'] as const) {
      const seen = await allPages((cursor) => mine({ sort, cursor, limit: 2 }))
      expect(seen.toSorted(), sort).toEqual(ids.toSorted())
      if (sort === undefined) expect(seen).toEqual(ids.toReversed())
    }
    expect(await mine({ stage: 'draft' })).toMatchObject({
      rows: [{ id: ids[5] }],
      counts: { draft: 1, withdrawn: 5 },
      total: 1,
    })
    expect((await mine({ text: '申〔2026〕' })).total).toBe(3)
    expect((await mine({ mine: true })).rows).toMatchObject([{ id: ids[5] }])
    await expect(mine({ cursor: 'nonsense' })).rejects.toMatchObject({
      code: 'case.cursor-malformed',
    })
  })

  test('a case past its day is overdue, and counted so', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    at.zone.setToday('2026-03-11')
    const { rows } = await at.zone.reading(at.district, (tx) => views.queue(tx, {}))
    expect(rows).toMatchObject([{ id, due: '2026-03-09', left: -2, overdue: true }])
  })

  test('an expert finds what they still have to judge', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('recommended')
    const experts = at.experts.slice(0, 3)
    await at.zone.writing(at.city, (tx) =>
      acts.assign(tx, { caseId: id, experts: experts.map((one) => one.person) }),
    )
    const [expert] = experts
    if (!expert) throw new Error('no expert')
    const mine = () => at.zone.reading(expert, (tx) => views.queue(tx, { mine: true }))
    expect((await mine()).rows).toMatchObject([{ id, mine: true }])
    const view = await at.view(expert, id)
    expect(view.may.map((one) => one.act)).toEqual(['judge'])
    const answers = [{ condition: 'cooperation', answer: 'met', reason: '合作紧密。' } as const]
    await at.zone.writing(expert, (tx) => acts.judge(tx, { caseId: id, answers }))
    expect((await mine()).rows).toEqual([])
    expect((await at.view(expert, id)).may).toEqual([])
  })

  test('is not for applicants and visitors; a broken cursor is refused', async () => {
    const at = await openCaseOffice()
    const queue = (actor: Parameters<typeof at.zone.reading>[0], cursor?: string) =>
      at.zone.reading(actor, (tx) => views.queue(tx, { cursor }))
    await expect(queue(at.applicant)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(queue(VISITOR)).rejects.toMatchObject({ code: 'identity.signed-out' })
    await expect(queue(at.city, 'x')).rejects.toMatchObject({ code: 'case.cursor-malformed' })
  })
})

describe('the page of a case', () => {
  test('offers each person their acts only, with the article', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('filed')
    const may = async (actor: typeof at.city) =>
      (await at.view(actor, id)).may.map((one) => `${one.act} ${one.cite}`)
    expect(await may(at.district)).toEqual([
      'accept 第2条(一)',
      'return 第2条(一)',
      'transfer 第2条(一)',
    ])
    expect(await may(at.applicant)).toEqual(['withdraw 第2条'])
    expect(await may(at.signer)).toEqual(['refuse 第2条(四)'])
  })

  test('every act it offers is one the use case does not refuse for want of right', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('publicised')
    at.endWindow()
    const may = (await at.view(at.city, id)).may.map((one) => one.act)
    expect(may).toEqual(['propose', 'refuse'])
    await expect(at.advance(id, 'publicised', 'proposed')).resolves.toBeUndefined()
  })

  test('asks the same number of statements however much happened', async () => {
    const at = await openCaseOffice()
    const young = await at.aCaseAt('filed')
    const statements = async (id: typeof young, actor: typeof at.city) => {
      const [seen] = await at.zone.statementsOf(() => at.view(actor, id))
      return seen?.statements.length
    }
    const few = await statements(young, at.city)
    await at.advance(young, 'filed', 'certified')
    const many = await statements(young, at.city)
    expect([few, many]).toEqual([few, few])
    expect(few).toBeLessThanOrEqual(20)
  })
})

describe('lists', () => {
  test('ask the same number of statements for one row as for two hundred', async () => {
    const at = await openCaseOffice()
    await at.aCaseAt('publicised')
    const count = async (work: () => Promise<unknown>) =>
      (await at.zone.statementsOf(work)).map((one) => one.statements.length)
    const lists = [
      () => at.zone.reading(at.city, (tx) => views.queue(tx, { limit: 100 })),
      () => at.zone.reading(at.applicant, (tx) => views.myCases(tx)),
      () => at.zone.reading(at.city, (tx) => calls.list(tx)),
      () => at.zone.reading(VISITOR, (tx) => notices.list(tx)),
    ]
    const before = []
    for (const list of lists) before.push(await count(list))
    await at.zone.asSystem((tx) => seedManyCases(tx, { cases: 200, call: at.call }))
    const after = []
    for (const list of lists) after.push(await count(list))
    expect(after).toEqual(before)
  })
})

test('many cases are seeded with a true record: the chain holds and the board is its fold', async () => {
  const at = await openCaseOffice()
  await at.zone.asSystem((tx) => seedManyCases(tx, { cases: 60, call: at.call }))
  const verdict = await at.zone.asSystem((tx) => verifyRecord(tx))
  expect(verdict).toMatchObject({ intact: true })
  expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true, cases: 60 })
})
