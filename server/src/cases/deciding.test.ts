import { describe, expect, test } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../testing/case-office.ts'

import { listRecord, type PersonActor } from '../kernel/index.ts'
import { listRecognitions } from '../registries/index.ts'
import { acts, type CaseId } from './index.ts'

useDocuments()

const REASON = '核实无误，予以认定。'

const acting = (at: CaseOffice, caseId: CaseId) => ({
  propose: (actor: PersonActor = at.city) =>
    at.zone.writing(actor, (tx) => acts.propose(tx, { caseId, reason: REASON })),
  decide: (actor: PersonActor = at.signer) =>
    at.zone.writing(actor, (tx) => acts.decide(tx, { caseId, reason: REASON })),
  refuse: (actor: PersonActor = at.signer, cite: string | null = null) =>
    at.zone.writing(actor, (tx) => acts.refuse(tx, { caseId, reason: '不符合条件。', cite })),
})

describe('deciding 决定', () => {
  test('nothing before the window is over, on its last day included', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('publicised')
    at.zone.setToday('2026-03-09')
    const { propose, refuse } = acting(at, id)
    for (const act of [() => propose(), () => refuse(at.signer, '第2条')]) {
      await expect(act()).rejects.toMatchObject({
        code: 'case.window-open',
        params: { until: '2026-03-09' },
      })
    }
    expect((await at.view(at.city, id)).may.map((one) => one.act)).toEqual([])
  })

  test('is by another person than who proposed, also for a refusal', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('proposed')
    const { decide, refuse } = acting(at, id)
    await expect(decide(at.city)).rejects.toMatchObject({ code: 'case.same-person-forbidden' })
    await expect(refuse(at.city, '第2条')).rejects.toMatchObject({
      code: 'case.same-person-forbidden',
    })
    expect((await at.view(at.city, id)).may.map((one) => one.act)).toEqual(['send-back'])
    expect((await at.view(at.signer, id)).may.map((one) => one.act)).toEqual([
      'decide',
      'send-back',
      'refuse',
    ])
    await expect(decide()).resolves.toMatchObject({ stage: 'decided' })
  })

  test('two signatories at once: one decides, the other is told it was done', async () => {
    const at = await openCaseOffice()
    const third = await at.zone.anOfficer({ duties: ['decide'], name: '第三人' })
    const id = await at.aCaseAt('proposed')
    const { decide, refuse } = acting(at, id)
    const both = await Promise.allSettled([decide(at.signer), refuse(third, '第2条')])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id }))
    expect(entries.filter((one) => ['decide', 'refuse'].includes(one.act))).toHaveLength(1)
  })

  test('an act that dies half way leaves nothing behind', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('decided')
    const before = await at.view(at.applicant, id)
    const dying = at.zone.writing(at.city, async (tx) => {
      await acts.certify(tx, { caseId: id })
      throw new Error('the machine is off')
    })
    await expect(dying).rejects.toThrow('the machine is off')
    expect(await at.view(at.applicant, id)).toEqual(before)
    expect(await at.zone.asSystem((tx) => listRecognitions(tx, at.party))).toEqual([])
    await at.advance(id, 'decided', 'certified')
    expect((await at.view(at.applicant, id)).certificate?.number).toBe('小基〔2026〕001号')
  })
})

describe('refusing 不予认定', () => {
  test('a refusal lists every finding that fails with its article', async () => {
    const at = await openCaseOffice()
    const id = await at.aDraft({ floorArea: '299.5' })
    await at.advance(id, 'draft', 'accepted')
    await at.judgeLawful(id, 'not-met')
    await acting(at, id).refuse()
    const view = await at.view(at.applicant, id)
    expect(view.acts.at(-1)).toMatchObject({ act: 'refuse', cite: '第1条(二)' })
    expect(view.acts.at(-1)?.notes.map((one) => one.zh)).toEqual([
      '面积达到300平方米（第1条(二)）',
      '依法经营（第1条(三)）',
    ])
    expect(view.documents.at(-1)?.kind).toBe('refusal')
    await expect(acting(at, id).refuse()).rejects.toMatchObject({ code: 'case.already' })
  })

  test('where nothing fails by itself, the officer names the article', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    const { refuse } = acting(at, id)
    await expect(refuse()).rejects.toMatchObject({ code: 'case.cite-needed' })
    await expect(refuse(at.signer, '第3条')).resolves.toMatchObject({ stage: 'refused' })
  })

  test('is signed at the city, not handled in the district', async () => {
    const at = await openCaseOffice()
    const id = await at.aCaseAt('accepted')
    await expect(acting(at, id).refuse(at.district, '第3条')).rejects.toMatchObject({
      code: 'identity.forbidden',
    })
  })
})
