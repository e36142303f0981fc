import { describe, expect, test } from 'vitest'
import {
  anotherApplicant,
  type CaseOffice,
  openCaseOffice,
  useDocuments,
} from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'

import { listRecord, type PersonActor, VISITOR } from '../kernel/index.ts'

import { acts, type CaseId, type NoticeId, notices, type ObjectInput, objections } from './index.ts'

useDocuments()

const anObjection = (of: { noticeId: NoticeId; caseId: CaseId }): ObjectInput => ({
  ...of,
  name: '张三',
  contact: '139 0000 0000',
  grounds: '公示单位的场地面积与实际不符，附照片。',
})

const REASON = '核实无误，予以认定。'

const acting = (at: CaseOffice, caseId: CaseId) => ({
  propose: (actor: PersonActor = at.city) =>
    at.zone.writing(actor, (tx) => acts.propose(tx, { caseId, reason: REASON })),
  decide: (actor: PersonActor = at.signer) =>
    at.zone.writing(actor, (tx) => acts.decide(tx, { caseId, reason: REASON })),
  refuse: (actor: PersonActor = at.signer, cite: string | null = null) =>
    at.zone.writing(actor, (tx) => acts.refuse(tx, { caseId, reason: '不符合条件。', cite })),
})

describe('public notice 公示', () => {
  test('freezes a list over several cases, with a hash and a window in working days', async () => {
    const at = await openCaseOffice()
    const other = await anotherApplicant(at)
    const [party] = other.parties
    if (!party) throw new Error('no party')
    const second = workflow({ ...at, applicant: other, party })
    const ids = [await at.aCaseAt('deliberated'), await second.aCaseAt('deliberated')]
    const id = await at.publicise(...ids)
    const notice = await at.zone.reading(VISITOR, (tx) => notices.view(tx, id))
    expect(notice).toMatchObject({
      number: '公示〔2026〕1号',
      from: '2026-03-02',
      until: '2026-03-09',
      workingDays: 5,
      state: 'open',
      objections: 0,
    })
    expect(notice.pack).toMatchObject({ key: 'small-measure', version: '2026.first' })
    expect(notice.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(notice.list.map((one) => one.party).sort()).toEqual([
      '丝路启航孵化器有限公司',
      '天山创客空间有限公司',
    ])
    await expect(at.publicise(...ids)).rejects.toMatchObject({ code: 'case.already' })
  })

  test('its window is shown before it is published, and is the one it then has', async () => {
    const at = await openCaseOffice()
    const ids = [await at.aCaseAt('deliberated')]
    const planned = await at.zone.reading(at.city, (tx) => notices.plan(tx, ids))
    expect(planned).toMatchObject({ from: '2026-03-02', until: '2026-03-09', workingDays: 5 })
    expect(planned.calendar).toEqual([expect.stringContaining('国务院办公厅')])
    const id = await at.publicise(...ids)
    const notice = await at.zone.reading(VISITOR, (tx) => notices.view(tx, id))
    expect(notice).toMatchObject({ until: planned.until, counted: planned.counted })
  })

  test('a window is planned by who may publish, over what may be published', async () => {
    const at = await openCaseOffice()
    const ready = await at.aCaseAt('deliberated')
    const plan = (actor: PersonActor, ...ids: CaseId[]) =>
      at.zone.reading(actor, (tx) => notices.plan(tx, ids))
    await expect(plan(at.district, ready)).rejects.toMatchObject({ code: 'identity.forbidden' })
    await expect(plan(at.city)).rejects.toMatchObject({ code: 'case.empty-notice' })
    await at.publicise(ready)
    await expect(plan(at.city, ready)).rejects.toMatchObject({ code: 'case.already' })
  })

  test('one case that is not ready keeps the whole list from being published', async () => {
    const at = await openCaseOffice()
    const other = await anotherApplicant(at)
    const second = workflow({ ...at, applicant: other })
    const ids = [await at.aCaseAt('deliberated'), await second.aCaseAt('filed')]
    await expect(at.publicise(...ids)).rejects.toMatchObject({ code: 'case.stage-conflict' })
    expect(await at.zone.reading(VISITOR, (tx) => notices.list(tx))).toEqual([])
  })

  test('a delegate acts in the bureau’s name, and the record says so', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('reviewed')
    await at.zone.writing(at.federation, (tx) =>
      acts.deliberate(tx, { caseId: id, reason: '受托组织审议，通过。' }),
    )
    const view = await at.view(at.applicant, id)
    expect(view.acts.at(-1)).toMatchObject({
      act: 'deliberate',
      onBehalfOf: { zh: '市科技局' },
      by: '联合会经办',
    })
  })

  test('its end is announced once', async () => {
    const at = await openCaseOffice()
    await at.aCaseAt('publicised')
    const announce = () => at.zone.asSystem((tx) => notices.announceEnded(tx))
    expect(await announce()).toBe(0)
    at.endWindow()
    expect([await announce(), await announce()]).toEqual([1, 0])
  })
})

describe('objections 异议', () => {
  const publicised = async () => {
    const at = await openCaseOffice()
    const caseId = await at.aCaseAt('deliberated')
    const noticeId = await at.publicise(caseId)
    const object = (input: Partial<ObjectInput> = {}) =>
      at.zone.writing(VISITOR, (tx) =>
        objections.lodge(tx, { ...anObjection({ noticeId, caseId }), ...input }),
      )
    const answer = async (upheld: boolean) => {
      const [objection] = (await at.view(at.city, caseId)).objections.filter((one) => !one.answered)
      if (!objection) throw new Error('nothing to answer')
      const input = { caseId, objection: objection.id, upheld, reason: '已到现场核实。' }
      return at.zone.writing(at.city, (tx) => objections.answer(tx, input))
    }
    return { at, caseId, noticeId, object, answer }
  }

  test('anybody objects with a name and a contact, while the window runs', async () => {
    const { at, object } = await publicised()
    await expect(object()).resolves.toMatchObject({
      stage: 'objected',
      number: '异〔2026〕1号',
    })
    await expect(object()).rejects.toMatchObject({ code: 'case.objection-already' })
    await expect(object({ name: '李四' })).resolves.toMatchObject({ stage: 'objected' })
    await expect(object({ contact: 'nobody' })).rejects.toMatchObject({
      code: 'case.contact-malformed',
      fields: ['contact'],
    })
    at.endWindow()
    await expect(object({ name: '王五' })).rejects.toMatchObject({ code: 'case.notice-closed' })
  })

  test('who objected stays with the city’s officers and out of the record', async () => {
    const { at, caseId, object } = await publicised()
    await object()
    const city = await at.view(at.city, caseId)
    expect(city.objections[0]).toMatchObject({ name: '张三', contact: '139 0000 0000' })
    for (const actor of [at.applicant, at.district]) {
      const view = await at.view(actor, caseId)
      expect(view.objections[0]).toMatchObject({ name: null, contact: null })
      expect(JSON.stringify(view)).not.toContain('张三')
    }
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    expect(JSON.stringify(entries)).not.toMatch(/张三|139 0000 0000/)
    expect(entries.at(-1)?.detail).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('somebody signed in objects as the public: the record does not name them either', async () => {
    const { at, caseId, noticeId } = await publicised()
    const stranger = await at.zone.anApplicant({ name: '王知情' })
    await at.zone.writing(stranger, (tx) => objections.lodge(tx, anObjection({ noticeId, caseId })))
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    expect(entries.at(-1)).toMatchObject({ act: 'object', actor: { kind: 'visitor', id: null } })
    expect(JSON.stringify(entries)).not.toContain('王知情')
  })

  test('nothing is proposed while one is open; dismissed, the way is free', async () => {
    const { at, caseId, object, answer } = await publicised()
    await object()
    at.endWindow()
    const { propose, decide } = acting(at, caseId)
    await expect(propose()).rejects.toMatchObject({ code: 'case.stage-conflict' })
    await answer(false)
    await expect(answer(false)).rejects.toThrow('nothing to answer')
    await propose()
    await expect(decide()).resolves.toMatchObject({ stage: 'decided' })
  })

  test('upheld, only refusal is left', async () => {
    const { at, caseId, object, answer } = await publicised()
    await object()
    await answer(true)
    at.endWindow()
    const { propose, refuse } = acting(at, caseId)
    await expect(propose()).rejects.toMatchObject({ code: 'case.objection-upheld' })
    await expect(refuse(at.signer, '第2条(四)')).resolves.toMatchObject({ stage: 'refused' })
  })
})
