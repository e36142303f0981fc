import { expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { aPdf } from '../../../testing/case-workflow.ts'
import { acts, type CaseId, drafts, verifyBoard, views } from '../index.ts'

useDocuments()

const PARTY = '丝路启航孵化器有限公司'

async function inBlindReview(): Promise<{ at: CaseOffice; caseId: CaseId }> {
  const at = await openCaseOffice('2026-03-02', { blind: true })
  const caseId = await at.aDraft()
  await at.zone.writing(at.applicant, (tx) =>
    drafts.attach(tx, {
      caseId,
      paper: 'cooperation-report',
      fileName: `${PARTY}合作报告.pdf`,
      bytes: aPdf('合作报告'),
    }),
  )
  await at.advance(caseId, 'draft', 'recommended')
  const experts = at.experts.slice(0, 3).map((one) => one.person)
  await at.zone.writing(at.city, (tx) => acts.assign(tx, { caseId, experts }))
  return { at, caseId }
}

const anExpert = (at: CaseOffice) => at.experts[0] as CaseOffice['experts'][number]

test('an expert reads a label, papers by their kind, and no letter; the office reads everything', async () => {
  const { at, caseId } = await inBlindReview()
  const seen = await at.view(anExpert(at), caseId)
  for (const told of [PARTY, at.applicant.name]) expect(JSON.stringify(seen)).not.toContain(told)
  expect(seen.documents).toEqual([])
  expect(seen.acts.map(({ reason }) => reason)).toEqual(seen.acts.map(() => null))
  const names = seen.papers.flatMap(({ files }) => files.map(({ name }) => name))
  expect(names).toContain('合作情况报告 1.pdf')
  const office = await at.view(at.city, caseId)
  expect(office.party.name).toBe(PARTY)
  expect(office.blind).toEqual({ masked: false, mayWithhold: true })
  expect((await at.view(at.applicant, caseId)).party.name).toBe(PARTY)
})

test('a file comes under the title of its paper, a letter not at all', async () => {
  const { at, caseId } = await inBlindReview()
  const office = await at.view(at.city, caseId)
  const [paper] = office.papers.filter(({ paper: name }) => name === 'cooperation-report')
  const file = paper?.files.find(({ name }) => name.includes(PARTY))?.id ?? ''
  const opened = await at.zone.reading(anExpert(at), (tx) => views.paper(tx, { caseId, file }))
  expect(opened.name).not.toContain(PARTY)
  const document = office.documents[0]?.id ?? ''
  await expect(
    at.zone.reading(anExpert(at), (tx) => views.document(tx, { caseId, document })),
  ).rejects.toMatchObject({ code: 'case.blind-forbidden' })
})

test('a paper that says whose case it is may be withheld and shown again, on the record', async () => {
  const { at, caseId } = await inBlindReview()
  const shows = (shown: boolean) =>
    at.zone.writing(at.city, (tx) =>
      acts.showPaper(tx, { caseId, paper: 'site-title', shown, reason: '含有单位名称。' }),
    )
  const filesOf = async () =>
    (await at.view(anExpert(at), caseId)).papers.find(({ paper }) => paper === 'site-title')?.files
  const before = await filesOf()
  expect(before).not.toEqual([])
  await shows(false)
  expect(await filesOf()).toEqual([])
  await expect(
    at.zone.reading(anExpert(at), (tx) => views.paper(tx, { caseId, file: before?.[0]?.id ?? '' })),
  ).rejects.toMatchObject({ code: 'case.blind-forbidden' })
  await expect(shows(false)).rejects.toMatchObject({ code: 'case.paper-shown-already' })
  await shows(true)
  expect(await filesOf()).toEqual(before)
  expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
})

test('the applicant never learns who reviews, before or after the conclusion', async () => {
  const { at, caseId } = await inBlindReview()
  for (const actor of at.experts.slice(0, 3))
    await at.zone.writing(actor, (tx) =>
      acts.judge(tx, {
        caseId,
        answers: [{ condition: 'cooperation', answer: 'met', reason: '报告齐全，合作紧密。' }],
      }),
    )
  await at.zone.writing(at.city, (tx) => acts.concludeReview(tx, { caseId }))
  const told = JSON.stringify(await at.view(at.applicant, caseId))
  for (const { name, person } of at.experts) {
    expect(told).not.toContain(name)
    expect(told).not.toContain(person)
  }
})

test('a measure that reviews by name says so when a paper is to be withheld', async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('recommended')
  await expect(
    at.zone.writing(at.city, (tx) =>
      acts.showPaper(tx, { caseId, paper: 'site-title', shown: false, reason: '含有单位名称。' }),
    ),
  ).rejects.toMatchObject({ code: 'case.review-named' })
})
