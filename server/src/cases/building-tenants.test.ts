import { describe, expect, it } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { aPdf } from '../../testing/case-workflow.ts'
import { repositoryPack } from '../../testing/repository-packs.ts'
import {
  day,
  deliverEvents,
  listRecord,
  type PersonActor,
  type ZoneEvent,
} from '../kernel/index.ts'
import { recordFacts } from '../registries/index.ts'
import { enact, install } from '../rulebook/index.ts'
import { acts, type CaseId, calls, clocks, drafts, notices, views } from './index.ts'
import { verifyBoard } from './verify-board.ts'

useDocuments()

const REASON = '材料真实完整，符合条件。'

/** The pack of the repository in force, its offices, an open call and a draft with everything in it. */
async function openBuilding() {
  const office = await openCaseOffice('2026-03-02')
  const { zone } = office
  const { program, files } = await repositoryPack('building-tenants')
  await zone.asSystem(async (tx) => {
    await install(tx, program, { files })
    const { pack, version } = program
    await enact(tx, { pack, version, from: day('2026-03-02'), reason: '测试施行' })
    await recordFacts(tx, {
      party: office.party,
      facts: [{ subject: 'party', name: 'established-on', value: '2025-01-15' }],
      source: { kind: 'register', title: { zh: '企业登记', en: 'Business register' } },
      verifiedBy: '企业登记',
    })
  })
  const duties = ['handle', 'decide'] as const
  const management = await zone.anOfficer({ office: 'management', level: 'city', duties })
  const signer = await zone.anOfficer({ office: 'management', level: 'city', duties })
  const operator = await zone.anOfficer({ office: 'operator', level: 'delegate' })
  const call = await zone.writing(management, (tx) =>
    calls.open(tx, {
      pack: 'building-tenants',
      services: ['tenant-entry'],
      title: { zh: '2026年入驻申请', en: 'Entry 2026' },
      opensOn: day('2026-03-02'),
      closesOn: day('2026-06-30'),
    }),
  )
  const view = (id: CaseId, who: PersonActor = office.applicant) =>
    zone.reading(who, (tx) => views.case(tx, id))
  const file = async (caseId: CaseId) => {
    const { revision } = await view(caseId)
    await zone.writing(office.applicant, (tx) => acts.file(tx, { caseId, revision }))
  }
  const aFiledCase = async () => {
    const { caseId } = await zone.writing(office.applicant, (tx) =>
      drafts.start(tx, { callId: call.id, service: 'tenant-entry', partyId: office.party }),
    )
    const { revision } = await view(caseId)
    const answers = {
      'tenant-features': ['biomedicine'],
      'last-year-revenue': '350',
      'wanted-area': '300',
      'building-incubation-area': '12000',
    }
    await zone.writing(office.applicant, (tx) => drafts.save(tx, { caseId, revision, answers }))
    for (const paper of ['project-plan', 'agreement-draft']) {
      const bytes = aPdf(`${paper} ${caseId}`)
      await zone.writing(office.applicant, (tx) =>
        drafts.attach(tx, { caseId, paper, fileName: `${paper}.pdf`, bytes }),
      )
    }
    await file(caseId)
    return caseId
  }
  /** What the machine does every ten minutes. */
  const endSilence = async () => {
    const late = await zone.asSystem((tx) => clocks.listSilent(tx))
    const ended = []
    for (const id of late) ended.push(await zone.asSystem((tx) => clocks.endInSilence(tx, id)))
    return ended.filter(Boolean).length
  }
  /** Events since the first filing, by type. */
  const told = async () => {
    const types: string[] = []
    const hear = async (_: unknown, { type }: ZoneEvent) => void types.push(type)
    const kinds = ['case.accepted', 'case.deemed-accepted', 'case.returned', 'case.withdrawn']
    const all = [...kinds, 'case.lapsed']
    await deliverEvents(zone.kernel, Object.fromEntries(all.map((one) => [one, [hear]])))
    return types
  }
  return { ...office, told, management, signer, operator, view, file, aFiledCase, endSilence }
}

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
