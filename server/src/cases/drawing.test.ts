import { expect, test } from 'vitest'
import { anotherApplicant, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import { listRecord, VISITOR } from '../kernel/index.ts'
import { enterTenancy, enterTie, registerCarrier, registerExpert } from '../registries/index.ts'
import { acts, type DrawId, isSameLot, views } from './index.ts'

useDocuments()

test('experts are drawn and assigned at once; anybody replays it and learns no name', async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('recommended')
  const { draw } = await at.zone.writing(at.city, (tx) => acts.draw(tx, { caseId, count: 3 }))
  const proof = await at.zone.reading(VISITOR, (tx) => views.draw(tx, draw))
  expect(isSameLot(proof)).toBe(true)
  expect(proof).toMatchObject({ on: '2026-03-02', wanted: 3 })
  expect(proof.candidates).toHaveLength(4)
  const { experts, acts: done } = await at.view(at.city, caseId)
  expect(experts).toHaveLength(3)
  expect(JSON.stringify(proof)).not.toMatch(/专家/)
  for (const { person } of at.experts) expect(JSON.stringify(proof)).not.toContain(person)
  expect(JSON.stringify(proof)).not.toContain(caseId)
  expect(done.at(-1)?.notes.at(-1)?.zh).toContain(draw)
  const review = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'review', id: caseId }))
  expect(review[0]).toMatchObject({ act: 'draw', detail: { draw, seed: proof.seed } })
  const seen = await at.zone.reading(at.applicant, (tx) =>
    listRecord(tx, { kind: 'review', id: caseId }),
  )
  expect(seen).toEqual([])
  const nobody = at.zone.reading(VISITOR, (tx) => views.draw(tx, caseId as string as DrawId))
  await expect(nobody).rejects.toMatchObject({ code: 'case.unknown-draw' })
})

test('who is tied to the case takes no part, and cannot be assigned by hand', async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('recommended')
  const [first, second, third] = at.experts
  const other = (await anotherApplicant(at)).parties[0]
  if (!first || !second || !third || !other) throw new Error('not enough people')
  await at.zone.asSystem(async (tx) => {
    await enterTie(tx, { expert: first.person, party: at.party, kind: 'shareholder' })
    await enterTie(tx, { expert: second.person, party: at.party, kind: 'mentor' })
    const carrier = await registerCarrier(tx, {
      operator: other,
      name: '丝路众创空间',
      nameEn: null,
      kind: 'makerspace',
      place: '乌鲁木齐',
    })
    await enterTenancy(tx, { carrier: carrier.id, party: at.party })
  })
  const tenant = await at.zone.anExpert({ name: '同载体专家' })
  await at.zone.asSystem((tx) =>
    registerExpert(tx, {
      person: tenant.person,
      name: '同载体专家',
      title: { zh: '研究员', en: 'Researcher' },
      employer: other,
      fields: ['孵化'],
    }),
  )
  const choices = await at.zone.reading(at.city, (tx) => views.expertChoices(tx, caseId))
  const reasonOf = (person: string) => choices.find((one) => one.person === person)?.conflict?.zh
  expect(reasonOf(first.person)).toContain('股份')
  expect(reasonOf(second.person)).toContain('创业导师')
  expect(reasonOf(tenant.person)).toContain('同在载体')
  await expect(
    at.zone.writing(at.city, (tx) => acts.draw(tx, { caseId, count: 3 })),
  ).rejects.toMatchObject({ code: 'case.too-few-candidates', params: { count: 2, wanted: 3 } })
  await expect(
    at.zone.writing(at.city, (tx) =>
      acts.assign(tx, { caseId, experts: [first.person, second.person, third.person] }),
    ),
  ).rejects.toMatchObject({ code: 'case.expert-interested' })
  const seen = await at.zone.reading(first, (tx) => views.queue(tx, {}))
  expect(seen.rows).toEqual([])
})

test('nobody is given more cases than they take at a time, until they have answered', async () => {
  const at = await openCaseOffice()
  const busy = await at.zone.anExpert({ name: '满额专家' })
  await at.zone.asSystem((tx) =>
    registerExpert(tx, {
      person: busy.person,
      name: '满额专家',
      title: { zh: '研究员', en: 'Researcher' },
      employer: null,
      fields: ['国际合作'],
      mostOpen: 1,
    }),
  )
  const caseId = await at.aCaseAt('recommended')
  const second = workflow({ ...at, applicant: await anotherApplicant(at) })
  const other = await second.aCaseAt('recommended')
  const panel = [busy, ...at.experts.slice(0, 2)].map((one) => one.person)
  const assign = (id: typeof caseId) =>
    at.zone.writing(at.city, (tx) => acts.assign(tx, { caseId: id, experts: panel }))
  await assign(caseId)
  await expect(assign(other)).rejects.toMatchObject({
    code: 'case.expert-loaded',
    params: { names: ['满额专家'] },
  })
  const answers = [
    { condition: 'cooperation', answer: 'met' as const, reason: '合作协议真实有效。' },
  ]
  await at.zone.writing(busy, (tx) => acts.judge(tx, { caseId, answers }))
  await expect(assign(other)).resolves.toMatchObject({ stage: 'recommended' })
})
