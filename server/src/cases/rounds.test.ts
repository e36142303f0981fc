import { describe, expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { aPdf } from '../../testing/case-workflow.ts'
import { openOffice } from '../identity/index.ts'
import { listRecord, VISITOR } from '../kernel/index.ts'
import { acts, drafts, objections, verifyBoard, views } from './index.ts'

useDocuments()

const REASON = '依据核实情况办理。'

describe('correction rounds 补正', () => {
  test('points name the item and its article; the limit is counted, shown and told', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('filed')
    const points = [
      { about: 'site-title', says: '租赁合同缺少出租方盖章页。' },
      { about: 'floor-area', says: '与产权证所载面积不一致，请核对。' },
    ]
    await at.zone.writing(at.district, (tx) => acts.return(tx, { caseId, points, days: 5 }))
    const view = await at.view(at.applicant, caseId)
    expect(view.deadline).toMatchObject({ act: 'file', on: '2026-03-09', left: 5 })
    expect(view.acts.at(-1)?.notes.map((one) => one.zh)).toEqual([
      '场地证明：租赁合同缺少出租方盖章页。',
      '场地面积：与产权证所载面积不一致，请核对。',
      '补正期限至2026-03-09',
    ])
    const about = [{ about: 'nothing', says: '请补正这一项。' }]
    const again = await openCaseOffice()
    const other = await again.aCaseAt('filed')
    await expect(
      again.zone.writing(again.district, (tx) => acts.return(tx, { caseId: other, points: about })),
    ).rejects.toMatchObject({ code: 'case.point-unknown' })
  })

  test('who never corrects may be refused after the last day, and not before', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('filed')
    await at.zone.writing(at.district, (tx) =>
      acts.return(tx, { caseId, remarks: REASON, days: 5 }),
    )
    const refuse = () =>
      at.zone.writing(at.signer, (tx) =>
        acts.refuse(tx, { caseId, reason: '逾期未补正。', cite: '第2条(一)' }),
      )
    at.zone.setToday('2026-03-09')
    await expect(refuse()).rejects.toMatchObject({
      code: 'case.correction-open',
      params: { until: '2026-03-09' },
    })
    at.zone.setToday('2026-03-10')
    await expect(refuse()).resolves.toMatchObject({ stage: 'refused' })
  })

  test('the versions differ field by field and file by file', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('filed')
    await at.zone.writing(at.district, (tx) => acts.return(tx, { caseId, remarks: REASON }))
    const [file] = (await at.view(at.applicant, caseId)).papers[0]?.files ?? []
    await at.zone.writing(at.applicant, (tx) =>
      drafts.removePaper(tx, { caseId, file: file?.id ?? '' }),
    )
    await at.zone.writing(at.applicant, (tx) =>
      drafts.attach(tx, {
        caseId,
        paper: 'site-title',
        fileName: '盖章合同.pdf',
        bytes: aPdf('new'),
      }),
    )
    const { revision } = await at.view(at.applicant, caseId)
    await at.zone.writing(at.applicant, (tx) =>
      drafts.save(tx, { caseId, revision, answers: { 'floor-area': '388' } }),
    )
    await at.file(caseId)
    const [second, first] = await at.zone.reading(at.district, (tx) => views.filings(tx, caseId))
    expect(first).toMatchObject({ ordinal: 1, facts: [], papers: [], partner: null })
    expect(second).toMatchObject({
      ordinal: 2,
      facts: [{ name: 'floor-area', before: '420', after: '388' }],
      papers: [{ paper: 'site-title', added: ['盖章合同.pdf'], removed: ['site-title.pdf'] }],
    })
  })
})

describe('one step back 退回上一环节', () => {
  test('the city sends back to the district, which judges anew; the first answer stays on the record', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('recommended')
    const back = await at.zone.writing(at.city, (tx) =>
      acts.sendBack(tx, { caseId, reason: '现场核实记录缺失，请重新初审。' }),
    )
    expect(back.stage).toBe('accepted')
    const view = await at.view(at.district, caseId)
    expect(view.judgements.find((one) => one.condition === 'lawful')).toMatchObject({
      answer: null,
      mayAnswer: true,
    })
    expect(view.route.find((one) => one.act === 'recommend')?.done).toBe(false)
    await at.judgeLawful(caseId, 'not-met')
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    expect(entries.filter((entry) => entry.act === 'judge')).toHaveLength(2)
    expect(await at.zone.asSystem(verifyBoard)).toMatchObject({ intact: true })
  })

  test('a review sent back begins with new experts; those before answer no more', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('reviewed')
    await at.zone.writing(at.city, (tx) => acts.sendBack(tx, { caseId, reason: REASON }))
    expect((await at.view(at.city, caseId)).experts).toEqual([])
    const [first] = at.experts
    const answers = [{ condition: 'cooperation', answer: 'met' as const, reason: REASON }]
    await expect(
      at.zone.writing(first as never, (tx) => acts.judge(tx, { caseId, answers })),
    ).rejects.toMatchObject({ code: 'identity.forbidden' })
    await at.advance(caseId, 'recommended', 'reviewed')
    expect((await at.view(at.city, caseId)).experts).toHaveLength(3)
  })

  test('who shows an older stage is told who sent it back, and it goes back one step only', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('reviewed')
    const back = () =>
      at.zone.writing(at.city, (tx) =>
        acts.sendBack(tx, { caseId, reason: REASON, from: 'reviewed' }),
      )
    await expect(back()).resolves.toMatchObject({ stage: 'recommended' })
    const { name } = at.city
    await expect(back()).rejects.toMatchObject({
      code: 'case.stage-conflict',
      params: { last: { zh: `（${name}已于 2026-03-02 办理“退回上一环节”）` } },
    })
    expect((await at.view(at.city, caseId)).stage).toBe('recommended')
  })

  test('is for the office the case has come to, with a reason', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('recommended')
    await expect(
      at.zone.writing(at.district, (tx) => acts.sendBack(tx, { caseId, reason: REASON })),
    ).rejects.toMatchObject({ code: 'identity.forbidden' })
  })
})

describe('transfer 移送', () => {
  test('goes to the office in charge with its papers; the clock starts anew, the filing day stays', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('filed')
    at.zone.setToday('2026-03-04')
    await at.zone.writing(at.district, (tx) =>
      acts.transfer(tx, { caseId, district: '650102', reason: '注册地在天山区，移送办理。' }),
    )
    const view = await at.view(at.otherDistrict, caseId)
    expect(view).toMatchObject({ stage: 'filed', district: '650102' })
    expect(view.deadline).toMatchObject({ from: '2026-03-04', on: '2026-03-11' })
    expect(view.seal?.on).toBe('2026-03-02')
    const accept = (actor: typeof at.district) =>
      at.zone.writing(actor, (tx) => acts.accept(tx, { caseId }))
    await expect(accept(at.district)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(accept(at.otherDistrict)).resolves.toMatchObject({ stage: 'accepted' })
    const [file] = view.papers[0]?.files ?? []
    const opened = await at.zone.reading(at.otherDistrict, (tx) =>
      views.paper(tx, { caseId, file: file?.id ?? '' }),
    )
    expect(opened.bytes.length).toBeGreaterThan(0)
    expect((await at.view(at.district, caseId)).acts.at(-2)?.act).toBe('transfer')
    const mine = await at.zone.reading(at.district, (tx) => views.queue(tx, { mine: true }))
    expect(mine.rows).toEqual([])
  })

  test('goes nowhere where there is no such office, and not to the one that has it', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('filed')
    const to = (district: string) =>
      at.zone.writing(at.district, (tx) => acts.transfer(tx, { caseId, district, reason: REASON }))
    await expect(to('650199')).rejects.toMatchObject({ code: 'case.transfer-nowhere' })
    await expect(to('650104')).rejects.toMatchObject({ code: 'case.transfer-same' })
    await at.zone.asSystem((tx) =>
      openOffice(tx, {
        key: 'district-bureau',
        level: 'district',
        district: '650105',
        name: { zh: '水磨沟区科技局', en: 'Shuimogou' },
        parent: null,
      }),
    )
    await expect(to('650105')).resolves.toMatchObject({ stage: 'filed' })
  })
})

describe('an objection that changes the result', () => {
  test('upheld, the case is appraised anew: new experts, a new notice, then the other result', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('deliberated')
    const noticeId = await at.publicise(caseId)
    const said = { name: '张三', contact: '13900000000', grounds: '合作协议已经解除，附解除函。' }
    await at.zone.writing(VISITOR, (tx) => objections.lodge(tx, { noticeId, caseId, ...said }))
    const anew = () =>
      at.zone.writing(at.city, (tx) => acts.reappraise(tx, { caseId, reason: REASON }))
    await expect(anew()).rejects.toMatchObject({ code: 'case.stage-conflict' })
    const objection = (await at.view(at.city, caseId)).objections[0]?.id as never
    await at.zone.writing(at.city, (tx) =>
      objections.answer(tx, { caseId, objection, upheld: true, reason: '解除函属实。' }),
    )
    await expect(anew()).rejects.toMatchObject({ code: 'case.window-open' })
    at.endWindow()
    await expect(anew()).resolves.toMatchObject({ stage: 'recommended' })
    await at.review(caseId, ['met', 'met', 'not-met'])
    for (const to of ['concludeReview'] as const)
      await at.zone.writing(at.city, (tx) => acts[to](tx, { caseId }))
    await at.advance(caseId, 'reviewed', 'deliberated')
    const second = await at.publicise(caseId)
    expect(second).not.toBe(noticeId)
    const propose = () =>
      at.zone.writing(at.city, (tx) => acts.propose(tx, { caseId, reason: REASON }))
    await expect(propose()).rejects.toMatchObject({ code: 'case.window-open' })
    at.zone.setToday('2026-03-20')
    await propose()
    await expect(
      at.zone.writing(at.signer, (tx) => acts.decide(tx, { caseId, reason: REASON })),
    ).resolves.toMatchObject({ stage: 'decided' })
    expect(await at.zone.asSystem(verifyBoard)).toMatchObject({ intact: true })
  })

  test('nothing is appraised anew without one', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('publicised')
    at.endWindow()
    await expect(
      at.zone.writing(at.city, (tx) => acts.reappraise(tx, { caseId, reason: REASON })),
    ).rejects.toMatchObject({ code: 'case.nothing-upheld' })
  })
})
