import { describe, expect, test } from 'vitest'
import {
  type CaseOffice,
  openCaseOffice,
  SERVICE,
  useDocuments,
} from '../../../testing/case-office.ts'
import { listIssued, verifyCertificate } from '../../documents/index.ts'
import { day, type PersonActor, VISITOR } from '../../kernel/index.ts'
import { listBars, listRecognitions, listRepayments } from '../../registries/index.ts'
import { type CaseId, drafts, type SanctionId, sanctions, verifyBoard } from '../index.ts'

useDocuments()

const GROUNDS = '经函询出租方，场地租赁合同系伪造。'
const REASON = '当事人的陈述没有事实依据，处理意见成立。'

async function certified() {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('certified')
  return { at, caseId }
}

function stepsOf(at: CaseOffice, caseId: CaseId) {
  const by = at.zone.writing
  return {
    propose: (sanction = 'fraud', amount: string | null = null, actor: PersonActor = at.city) =>
      by(actor, (tx) =>
        sanctions.propose(tx, {
          caseId,
          sanction,
          grounds: GROUNDS,
          foundOn: day('2026-03-09'),
          amount,
        }),
      ),
    open: (sanctionId: SanctionId) =>
      by(at.applicant, (tx) => sanctions.acknowledge(tx, { caseId, sanctionId })),
    answer: (sanctionId: SanctionId, hearing = false, waives = !hearing) =>
      by(at.applicant, (tx) =>
        sanctions.answer(tx, {
          caseId,
          sanctionId,
          statement: '请核实合同原件。',
          hearing,
          waives,
        }),
      ),
    decide: (sanctionId: SanctionId, actor: PersonActor = at.signer, impose = true) =>
      by(actor, (tx) => sanctions.decide(tx, { caseId, sanctionId, impose, reason: REASON })),
    lift: (sanctionId: SanctionId) =>
      by(at.signer, (tx) =>
        sanctions.lift(tx, {
          caseId,
          sanctionId,
          reason: '复议机关撤销了处理决定。',
          cite: '行政复议法第64条',
        }),
      ),
    start: () =>
      by(at.applicant, (tx) =>
        drafts.start(tx, { callId: at.call, service: SERVICE, partyId: at.party }),
      ),
    view: (actor: PersonActor) => at.zone.reading(actor, (tx) => sanctions.view(tx, caseId)),
  }
}

const NUMBER = '小基〔2026〕001号'
const verifiedIn = ({ zone }: CaseOffice) =>
  zone.reading(VISITOR, (tx) => verifyCertificate(tx, NUMBER))

describe('a sanction 处理措施', () => {
  test('binds nobody until the party was told and its five working days are over', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    const id = await steps.propose()
    await expect(steps.decide(id)).rejects.toMatchObject({ code: 'case.untold-conflict' })
    await steps.open(id)
    const [told] = (await steps.view(at.applicant)).proceedings
    // 10 March and five working days: the weekend of the 14th does not count.
    expect(told).toMatchObject({
      served: { on: '2026-03-10', until: '2026-03-17' },
      may: ['answer'],
    })
    at.zone.setToday('2026-03-17')
    await expect(steps.decide(id)).rejects.toMatchObject({ code: 'case.limit-runs-conflict' })
    expect(await verifiedIn(at)).toMatchObject({ answer: 'valid' })
    at.zone.setToday('2026-03-18')
    await expect(steps.answer(id)).rejects.toMatchObject({ code: 'case.limit-closed' })
    await steps.decide(id)
    expect(await verifiedIn(at)).toMatchObject({ answer: 'revoked', revokedCite: '第3条' })
  })

  test('leaves a party that has answered its five days to ask for a hearing, unless it gives that up', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    const id = await steps.propose()
    await steps.open(id)
    await steps.answer(id, false, false)
    at.zone.setToday('2026-03-13')
    await expect(steps.decide(id)).rejects.toMatchObject({ code: 'case.limit-runs-conflict' })
    expect((await steps.view(at.applicant)).proceedings[0]?.may).toEqual(['answer'])
    await steps.answer(id, true)
    const [asked] = (await steps.view(at.applicant)).proceedings
    expect(asked).toMatchObject({ may: [], notYet: 'hearing-owed' })
    expect(asked?.answer).toMatchObject({ on: '2026-03-10', hearing: true, waived: false })
    const other = await steps.propose('misuse', '100.00')
    await steps.open(other)
    await steps.answer(other, false, true)
    await expect(steps.answer(other, true)).rejects.toMatchObject({
      code: 'case.sanction-conflict',
    })
    await steps.decide(other)
  })

  test('once decided is seen by register, certificate and applications, and all of it when lifted', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    const id = await steps.propose()
    await steps.open(id)
    await steps.answer(id)
    await steps.decide(id)
    await expect(steps.start()).rejects.toMatchObject({
      code: 'case.barred',
      params: { until: '2028-03-10' },
      cite: '第3条',
    })
    expect(await at.view(at.applicant, caseId)).toMatchObject({
      stage: 'revoked',
      certificate: { number: NUMBER, revoked: true },
    })
    await steps.lift(id)
    expect(await verifiedIn(at)).toMatchObject({ answer: 'valid' })
    expect(await at.view(at.applicant, caseId)).toMatchObject({
      stage: 'certified',
      certificate: { number: NUMBER, revoked: false },
    })
    const { recognitions, bars, board } = await at.zone.asSystem(async (tx) => ({
      recognitions: await listRecognitions(tx, at.party),
      bars: await listBars(tx, at.party),
      board: await verifyBoard(tx),
    }))
    expect(recognitions).toMatchObject([{ revokedOn: null }])
    expect(bars).toMatchObject([{ lifted: { on: '2026-03-10', cite: '行政复议法第64条' } }])
    expect(board).toMatchObject({ intact: true })
    // The bar is gone; what stands in the way now is the recognition itself.
    await expect(steps.start()).rejects.toMatchObject({ code: 'case.recognised-already' })
    await expect(steps.lift(id)).rejects.toMatchObject({ code: 'case.sanction-conflict' })
  })

  test('a hearing asked for is called seven working days ahead, held by another, and then decided', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    const sanctionId = await steps.propose()
    await steps.open(sanctionId)
    await steps.answer(sanctionId, true)
    at.zone.setToday('2026-03-20')
    await expect(steps.decide(sanctionId)).rejects.toMatchObject({
      code: 'case.hearing-owed-conflict',
    })
    const summon = (on: string) =>
      at.zone.writing(at.city, (tx) =>
        sanctions.summon(tx, {
          caseId,
          sanctionId,
          day: day(on),
          hour: '10时',
          place: '三楼会议室',
          chair: '市签发',
          contact: '0991-0000000',
        }),
      )
    await expect(summon('2026-03-30')).rejects.toMatchObject({
      code: 'case.hearing-too-soon',
      params: { earliest: '2026-03-31' },
    })
    await summon('2026-03-31')
    const hear = (actor: PersonActor) =>
      at.zone.writing(actor, (tx) =>
        sanctions.hear(tx, {
          caseId,
          sanctionId,
          present: ['市签发', '申报人'],
          attended: true,
          said: '双方就合同真伪质证。',
        }),
      )
    await expect(hear(at.signer)).rejects.toMatchObject({ code: 'case.hearing-not-yet' })
    at.zone.setToday('2026-03-31')
    await expect(hear(at.city)).rejects.toMatchObject({ code: 'case.hearing-same-person' })
    await hear(at.signer)
    await steps.decide(sanctionId)
    const letters = await at.zone.reading(at.applicant, (tx) =>
      listIssued(tx, { kind: 'case', id: caseId }),
    )
    const titles = letters.map((one) => one.title.zh)
    for (const title of ['拟处理告知书', '听证通知书', '听证会', '处理决定书']) {
      expect(titles).toContain(title)
    }
  })

  test('a demand to repay names its amount, runs by the limit the article prints, and is lifted', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    await expect(steps.propose('misuse')).rejects.toMatchObject({ code: 'case.amount-needed' })
    await expect(steps.propose('fraud', '10')).rejects.toMatchObject({ code: 'case.amount-needed' })
    const id = await steps.propose('misuse', '30000.50')
    await steps.open(id)
    expect((await steps.view(at.city)).proceedings[0]?.served?.until).toBe('2026-03-24')
    await steps.answer(id)
    await steps.decide(id)
    const demanded = () => at.zone.reading(at.applicant, (tx) => listRepayments(tx, at.party))
    expect(await demanded()).toMatchObject([{ amount: '30000.50', cite: '第3条', lifted: null }])
    expect((await at.view(at.applicant, caseId)).stage).toBe('certified')
    await steps.lift(id)
    expect(await demanded()).toMatchObject([{ lifted: { on: '2026-03-10' } }])
  })

  test('is decided by a second person who signs, and only under a sanction of the measure', async () => {
    const { at, caseId } = await certified()
    const steps = stepsOf(at, caseId)
    await expect(steps.propose('whim')).rejects.toMatchObject({ code: 'case.sanction-unknown' })
    const id = await steps.propose()
    await expect(steps.propose()).rejects.toMatchObject({ code: 'case.sanction-already' })
    await expect(steps.decide(id, at.city)).rejects.toMatchObject({
      code: 'case.sanction-same-person',
    })
    const handler = await at.zone.anOfficer({ name: '只经办' })
    await expect(steps.decide(id, handler)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(steps.propose('fraud', null, at.district)).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
    await steps.decide(id, at.signer, false)
    expect((await steps.view(at.applicant)).proceedings[0]).toMatchObject({
      dropped: { on: '2026-03-10' },
      imposed: null,
    })
    expect(await verifiedIn(at)).toMatchObject({ answer: 'valid' })
  })
})
