import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { addDays, day, type PersonActor } from '../../kernel/index.ts'
import { getParty, listAlterations, searchParties } from '../../registries/index.ts'
import { changes, sanctions, verifyBoard } from '../index.ts'
import { lastDayBefore } from './change.ts'

useDocuments()

const TEXT = '名称由甲变更为乙，场地和团队不变。'
/** One white pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

async function recognised() {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('certified')
  const report = (plannedOn: string, why: string | null = null) =>
    at.zone.writing(at.applicant, (tx) =>
      changes.report(tx, { caseId, kind: 'name', plannedOn: day(plannedOn), said: TEXT, why }),
    )
  const see = async (actor: PersonActor) =>
    (await at.zone.reading(actor, (tx) => changes.view(tx, caseId))).changes[0]
  return { at, caseId, report, see }
}

describe('the last day to report', () => {
  test.each([
    ['2026-05-31', '2026-04-30'],
    ['2026-03-30', '2026-02-28'],
    ['2028-03-29', '2028-02-29'],
    ['2026-03-15', '2026-02-15'],
    ['2027-01-31', '2026-12-31'],
  ])('a change on %s is reported by %s, the mirror of the month rule', (planned, due) => {
    const none = (from: string) => from as never
    expect(lastDayBefore(day(planned), { length: 1, unit: 'months' }, none)).toBe(due)
    expect(lastDayBefore(day(planned), { length: 3, unit: 'days' }, none)).toBe(
      addDays(day(planned), -3),
    )
  })
})

describe('a change 变更', () => {
  test('on the last day is in time; the day after it is late, named with the article, and says why', async () => {
    const { at, report, see } = await recognised()
    await report('2026-04-10')
    expect(await see(at.applicant)).toMatchObject({ dueOn: '2026-03-10', late: false })
    await expect(report('2026-04-09')).rejects.toMatchObject({
      code: 'case.late-unexplained',
      params: { due: '2026-03-09' },
      cite: '第3条',
    })
    await report('2026-04-09', '出租方临时收回场地。')
    expect(await see(at.district)).toMatchObject({ dueOn: '2026-03-09', late: true, cite: '第3条' })
  })

  test('is verified by its own district with photographs, filed, and settled by the bureau', async () => {
    const { at, caseId, report, see } = await recognised()
    const changeId = await report('2026-04-10')
    const of = { caseId, changeId }
    const verify = (actor: PersonActor, visitedOn: string) =>
      at.zone.writing(actor, (tx) =>
        changes.verify(tx, {
          ...of,
          visitedOn: day(visitedOn),
          remote: false,
          asReported: true,
          found: TEXT,
        }),
      )
    const settle = () =>
      at.zone.writing(at.city, (tx) =>
        changes.settle(tx, {
          ...{ ...of, effect: 'altered', alters: 'name', reason: TEXT },
          became: '丝路启航（集团）',
        }),
      )
    await expect(verify(at.district, '2026-03-10')).rejects.toMatchObject({
      code: 'case.visit-outside',
    })
    at.zone.setToday('2026-04-13')
    await expect(verify(at.district, '2026-04-13')).rejects.toMatchObject({
      code: 'case.photos-needed',
    })
    const photo = { ...of, fileName: 'place.png', bytes: PHOTO }
    await at.zone.writing(at.district, (tx) => changes.photograph(tx, photo))
    for (const other of [at.otherDistrict, at.city, at.applicant]) {
      await expect(verify(other, '2026-04-13')).rejects.toMatchObject({
        code: expect.stringMatching(/identity.forbidden|case.not-found/),
      })
    }
    await expect(settle()).rejects.toMatchObject({ code: 'case.change-conflict' })
    await verify(at.district, '2026-04-13')
    await at.zone.writing(at.applicant, (tx) => changes.file(tx, { ...of, said: TEXT }))
    await settle()
    expect(await see(at.applicant)).toMatchObject({
      photos: [{ name: 'place.png' }],
      verified: { visitedOn: '2026-04-13', asReported: true, cite: '第3条' },
      filed: { on: '2026-04-13' },
      settled: { effect: 'altered', became: '丝路启航（集团）' },
      may: [],
    })
    expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
    expect((await at.view(at.applicant, caseId)).stage).toBe('certified')
    const { party, history, found } = await at.zone.reading(at.city, async (tx) => ({
      party: await getParty(tx, at.party),
      history: await listAlterations(tx, at.party),
      found: (await searchParties(tx, { text: '丝路启航孵化器' })).rows,
    }))
    expect(party.name).toBe('丝路启航（集团）')
    expect(history).toMatchObject([
      { alters: 'name', was: '丝路启航孵化器有限公司', became: '丝路启航（集团）', cite: '第3条' },
    ])
    expect(found).toMatchObject([{ id: at.party, name: '丝路启航（集团）' }])
  })

  test('referred opens the proceeding: the party is told and nothing binds it yet', async () => {
    const { at, caseId, report, see } = await recognised()
    const changeId = await report('2026-04-10')
    at.zone.setToday('2026-04-13')
    const of = { caseId, changeId }
    const photo = { ...of, fileName: 'place.png', bytes: PHOTO }
    await at.zone.writing(at.district, (tx) => changes.photograph(tx, photo))
    const visit = { visitedOn: day('2026-04-13'), remote: false, asReported: false, found: TEXT }
    await at.zone.writing(at.district, (tx) => changes.verify(tx, { ...of, ...visit }))
    await at.zone.writing(at.applicant, (tx) => changes.file(tx, { ...of, said: TEXT }))
    const settle = (sanction: string | null) =>
      at.zone.writing(at.city, (tx) =>
        changes.settle(tx, { ...of, effect: 'referred', sanction, reason: TEXT }),
      )
    await expect(settle(null)).rejects.toMatchObject({ code: 'case.referral-needed' })
    await settle('fraud')
    const told = await at.zone.reading(at.applicant, (tx) => sanctions.view(tx, caseId))
    expect(told.proceedings).toMatchObject([
      { id: (await see(at.applicant))?.settled?.proceeding, sanction: 'fraud', imposed: null },
    ])
    expect((await at.view(at.applicant, caseId)).stage).toBe('certified')
  })
})
