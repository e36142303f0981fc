import { describe, expect, it } from 'vitest'
import { openBuilding } from '../../testing/building.ts'
import { useDocuments } from '../../testing/case-office.ts'
import { listRecord, type PersonActor } from '../kernel/index.ts'
import { acts, notices } from './index.ts'
import { verifyBoard } from './verify-board.ts'

useDocuments()

const REASON = '材料真实完整，符合条件。'

describe('tenants of an innovation building', () => {
  it('lead a firm from its application to the agreement', async () => {
    const at = await openBuilding()
    const { zone, management, operator, signer } = at
    const caseId = await at.aFiledCase()
    await zone.writing(operator, (tx) => acts.accept(tx, { caseId }))
    await zone.writing(operator, (tx) => acts.recommend(tx, { caseId, recommendation: REASON }))
    const panel = at.experts.slice(0, 3)
    zone.setToday('2026-03-05')
    await zone.writing(operator, (tx) =>
      acts.assign(tx, { caseId, experts: panel.map(({ person }) => person) }),
    )
    const answers = [{ condition: 'project-sound', answer: 'met' as const, reason: REASON }]
    for (const expert of panel) {
      await zone.writing(expert, (tx) => acts.judge(tx, { caseId, answers }))
    }
    // The time of the review does not count: nothing is due while it lasts.
    const reviewing = await at.view(caseId, management)
    expect([reviewing.deadline, reviewing.clock.state]).toEqual([null, 'suspended'])
    expect(reviewing.clock.may).not.toContain('resume')
    zone.setToday('2026-03-12')
    await zone.writing(operator, (tx) => acts.concludeReview(tx, { caseId }))
    // 20 working days after 2 March are 30 March; five of them (6 to 12 March) do not count.
    const { deadline } = await at.view(caseId, management)
    expect(deadline).toMatchObject({ act: 'decide', from: '2026-03-02', on: '2026-04-07' })
    expect(deadline?.counted.zh).toContain('专家评审所需时间不计入')
    await zone.writing(management, (tx) => acts.deliberate(tx, { caseId, reason: REASON }))
    const title = { zh: '拟入驻企业公示', en: 'Notice of the firms proposed' }
    await zone.writing(management, (tx) => notices.publicise(tx, { cases: [caseId], title }))
    zone.setToday('2026-03-20')
    await zone.writing(operator, (tx) => acts.propose(tx, { caseId, reason: REASON }))
    await zone.writing(signer, (tx) => acts.decide(tx, { caseId, reason: REASON }))
    await zone.writing(management, (tx) => acts.certify(tx, { caseId }))
    expect(await at.view(caseId)).toMatchObject({ stage: 'certified' })
    expect(await zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
  })

  it('leave out every review of a case that was reviewed twice, from its first expert on', async () => {
    const at = await openBuilding()
    const { zone, management, operator } = at
    const caseId = await at.aFiledCase()
    await zone.writing(operator, (tx) => acts.accept(tx, { caseId }))
    await zone.writing(operator, (tx) => acts.recommend(tx, { caseId, recommendation: REASON }))
    const assign = (...people: PersonActor[]) =>
      zone.writing(operator, (tx) =>
        acts.assign(tx, { caseId, experts: people.map(({ person }) => person) }),
      )
    const review = async (panel: readonly PersonActor[]) => {
      const answers = [{ condition: 'project-sound', answer: 'met' as const, reason: REASON }]
      for (const expert of panel) {
        await zone.writing(expert, (tx) => acts.judge(tx, { caseId, answers }))
      }
      await zone.writing(operator, (tx) => acts.concludeReview(tx, { caseId }))
    }
    zone.setToday('2026-03-05')
    await assign(...at.experts.slice(0, 3))
    zone.setToday('2026-03-11')
    await assign(...at.experts.slice(3))
    zone.setToday('2026-03-12')
    await review(at.experts)
    expect((await at.view(caseId, management)).deadline?.on).toBe('2026-04-07')
    zone.setToday('2026-03-16')
    await zone.writing(management, (tx) => acts.sendBack(tx, { caseId, reason: REASON }))
    expect((await at.view(caseId, management)).deadline?.on).toBe('2026-04-07')
    await assign(...at.experts.slice(0, 3))
    zone.setToday('2026-03-18')
    await review(at.experts.slice(0, 3))
    expect((await at.view(caseId, management)).deadline?.on).toBe('2026-04-09')
    expect(await zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
  })

  it('hold a filing nobody answered for accepted, the day after the last', async () => {
    const at = await openBuilding()
    const caseId = await at.aFiledCase()
    at.zone.setToday('2026-03-09')
    expect([await at.endSilence(), (await at.view(caseId)).stage]).toEqual([0, 'filed'])
    at.zone.setToday('2026-03-10')
    expect([await at.endSilence(), (await at.view(caseId)).stage]).toEqual([1, 'accepted'])
    expect(await at.endSilence()).toBe(0)
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    expect(entries.at(-1)).toMatchObject({
      act: 'accept',
      on: '2026-03-10',
      cite: '第4条',
      reason: expect.stringContaining('视为受理'),
    })
    // Deemed accepted on the day of filing, so the 20 working days to decide run from there.
    const { deadline, stageOn } = await at.view(caseId, at.management)
    expect(deadline).toMatchObject({ act: 'decide', from: '2026-03-02', on: '2026-03-30' })
    expect(stageOn).toBe('2026-03-02')
    expect(await at.told()).toEqual(['case.deemed-accepted'])
    expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
  })

  it('hold an application that is not corrected in time for waived, and one that is for filed', async () => {
    const at = await openBuilding()
    const late = await at.aFiledCase()
    await at.zone.writing(at.operator, (tx) =>
      acts.return(tx, { caseId: late, remarks: '请补充研发计划' }),
    )
    // 10 working days after 2 March; the measure prints them, so no officer need set them.
    expect((await at.view(late)).deadline).toMatchObject({ act: 'file', on: '2026-03-16' })
    at.zone.setToday('2026-03-16')
    expect(await at.endSilence()).toBe(0)
    at.zone.setToday('2026-03-17')
    expect([await at.endSilence(), (await at.view(late)).stage]).toEqual([1, 'withdrawn'])
    expect(await at.told()).toEqual(['case.returned', 'case.lapsed'])
    const next = await at.aFiledCase()
    await at.zone.writing(at.operator, (tx) =>
      acts.return(tx, { caseId: next, remarks: '请补充研发计划' }),
    )
    await at.file(next)
    expect((await at.view(next)).stage).toBe('filed')
  })
})
