import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { listAttachments } from '../../documents/index.ts'
import type { PersonActor } from '../../kernel/index.ts'
import { acts, experts, verifyBoard, views } from '../index.ts'

useDocuments()

const REASON = '本人去年曾任该单位技术顾问。'

async function underReview() {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('recommended')
  const [first, second, third, spare] = at.experts
  if (!first || !second || !third || !spare) throw new Error('not enough people')
  const panel = [first, second, third]
  await at.zone.writing(at.city, (tx) =>
    acts.assign(tx, { caseId, experts: panel.map((one) => one.person) }),
  )
  const answers = [{ condition: 'cooperation', answer: 'met' as const, reason: '合作真实有效。' }]
  const judge = (by: PersonActor) =>
    at.zone.writing(by, (tx) => acts.judge(tx, { caseId, answers }))
  const recuse = (by: PersonActor) =>
    at.zone.writing(by, (tx) => experts.recuse(tx, { caseId, reason: REASON }))
  return { at, caseId, first, second, third, spare, panel, judge, recuse }
}

test('who stands aside is out of the case at once, and another takes the place', async () => {
  const { at, caseId, first, second, third, spare, judge, recuse } = await underReview()
  await judge(second)
  const papers = () =>
    at.zone.reading(first, (tx) => listAttachments(tx, { kind: 'case', id: caseId }))
  expect(await papers()).not.toEqual([])
  await recuse(first)
  expect(await papers()).toEqual([])
  await expect(at.view(first, caseId)).rejects.toMatchObject({ code: 'case.not-found' })
  expect((await at.zone.reading(first, (tx) => views.queue(tx, {}))).rows).toEqual([])
  const seen = await at.view(at.city, caseId)
  expect(seen.experts.map((one) => one.person)).not.toContain(first.person)
  expect(seen.recusals).toMatchObject([{ person: first.person, reason: REASON, on: '2026-03-02' }])
  expect(seen.may.map((one) => one.act)).toContain('assign')
  const again = { caseId, experts: [first.person] }
  await expect(at.zone.writing(at.city, (tx) => acts.assign(tx, again))).rejects.toMatchObject({
    code: 'case.expert-interested',
  })
  await at.zone.writing(at.city, (tx) => acts.assign(tx, { caseId, experts: [spare.person] }))
  const more = { caseId, experts: [(await at.zone.anExpert()).person] }
  await expect(at.zone.writing(at.city, (tx) => acts.assign(tx, more))).rejects.toMatchObject({
    code: 'case.review-begun-conflict',
  })
  expect((await at.zone.reading(second, (tx) => views.queue(tx, { mine: true }))).rows).toEqual([])
  await judge(third)
  await judge(spare)
  await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId }))
  expect((await at.view(at.applicant, caseId)).judgements).toMatchObject([
    {},
    { condition: 'cooperation', met: 3, notMet: 0, asked: 3 },
  ])
  expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
})

test('the applicant and the district learn neither who stood aside nor why', async () => {
  const { at, caseId, first, recuse } = await underReview()
  await recuse(first)
  for (const viewer of [at.applicant, at.district]) {
    const seen = await at.view(viewer, caseId)
    expect(seen.recusals).toEqual([])
    expect(JSON.stringify(seen)).not.toContain(first.person)
    expect(JSON.stringify(seen)).not.toContain(first.name)
    expect(JSON.stringify(seen)).not.toContain('技术顾问')
  }
})

test('nobody stands aside after answering, or from a case that is not theirs', async () => {
  const { at, caseId, first, spare, judge, recuse } = await underReview()
  await judge(first)
  await expect(recuse(first)).rejects.toMatchObject({ code: 'case.recusal-late-conflict' })
  await expect(recuse(spare)).rejects.toMatchObject({ code: 'case.not-found' })
  await expect(recuse(at.city)).rejects.toMatchObject({ code: 'identity.forbidden' })
  expect((await at.view(first, caseId)).asExpert).toEqual({ mayRecuse: false, mayAdd: true })
})

test('words added to an opinion change neither answer nor count, and are seen with it', async () => {
  const { at, caseId, first, second, panel, judge } = await underReview()
  const says = '补充核对了合作协议原件。'
  const add = (by: PersonActor) =>
    at.zone.writing(by, (tx) =>
      experts.addToOpinion(tx, { caseId, condition: 'cooperation', says }),
    )
  await expect(add(first)).rejects.toMatchObject({ code: 'case.opinion-missing' })
  for (const one of panel) await judge(one)
  await add(first)
  const mine = (await at.view(first, caseId)).judgements.find((one) => one.mine)?.mine
  expect(mine).toMatchObject({ answer: 'met', reason: '合作真实有效。', added: [{ says }] })
  const seen = await at.view(at.city, caseId)
  const reasons = seen.judgements.flatMap((one) => one.reasons)
  expect(reasons.flatMap((one) => one.added.map((words) => [one.by, words.says]))).toEqual([
    [first.name, says],
  ])
  for (const other of [second, at.applicant, at.district]) {
    expect(JSON.stringify(await at.view(other, caseId))).not.toContain(says)
  }
  await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId }))
  await add(first)
  const archived = async (viewer: PersonActor) => {
    const { stream } = await at.zone.reading(viewer, (tx) => views.archive(tx, caseId))
    const zip = await JSZip.loadAsync(await buffer(stream))
    return (await zip.file('index.html')?.async('string')) ?? ''
  }
  expect(await archived(at.city)).toContain(says)
  expect(await archived(at.applicant)).not.toContain(says)
  const after = await at.view(at.city, caseId)
  expect(after.judgements.find((one) => one.condition === 'cooperation')).toMatchObject({
    ...{ answer: 'met', met: 3, notMet: 0 },
  })
  expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
})
