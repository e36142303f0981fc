import { expect, test } from 'vitest'
import { anotherApplicant, openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { workflow } from '../../testing/case-workflow.ts'
import { addMembership } from '../identity/index.ts'
import { day, listRecord, VISITOR } from '../kernel/index.ts'
import {
  endTie,
  enterTenancy,
  enterTie,
  registerCarrier,
  registerExpert,
  registerParty,
} from '../registries/index.ts'
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
  // UUID version 4: nothing of a code tells when or in which order it was made.
  for (const { code, group } of proof.candidates) expect([code[14], group[14]]).toEqual(['4', '4'])
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

test('who acts for the applicant, or is employed by who wrote the file, takes no part', async () => {
  const at = await openCaseOffice()
  const [member, past] = at.experts
  if (!member || !past) throw new Error('not enough people')
  const agency = await at.zone.asSystem(async (tx) => {
    const { id } = await registerParty(tx, {
      kind: 'agency',
      name: '代办咨询有限公司',
      creditCode: '91659999MA71894557',
    })
    const from = day('2025-01-01')
    await addMembership(tx, { person: at.applicant.person, party: id, from })
    await addMembership(tx, { person: member.person, party: at.party, part: 'viewer', from })
    const until = day('2025-06-30')
    await addMembership(tx, { person: past.person, party: at.party, part: 'viewer', from, until })
    return id
  })
  const employed = await at.zone.anExpert({ name: '代办单位专家' })
  await at.zone.asSystem((tx) =>
    registerExpert(tx, {
      person: employed.person,
      name: '代办单位专家',
      title: { zh: '研究员', en: 'Researcher' },
      employer: agency,
      fields: ['孵化'],
    }),
  )
  const caseId = await at.aCaseAt('recommended')
  const choices = await at.zone.reading(at.city, (tx) => views.expertChoices(tx, caseId))
  const reasonOf = (person: string) => choices.find((one) => one.person === person)?.conflict?.zh
  expect(reasonOf(employed.person)).toContain('辅导或代理')
  expect(reasonOf(member.person)).toContain('办事人员')
  expect(reasonOf(past.person)).toBeUndefined()
  const panel = [employed, past, ...at.experts.slice(2)].map((one) => one.person)
  await expect(
    at.zone.writing(at.city, (tx) => acts.assign(tx, { caseId, experts: panel })),
  ).rejects.toMatchObject({ code: 'case.expert-interested' })
})

test('a tie that has ended stands in nobody’s way, and may begin anew', async () => {
  const at = await openCaseOffice()
  const caseId = await at.aCaseAt('recommended')
  const expert = at.experts[0]?.person
  if (!expert) throw new Error('not enough people')
  const tie = { expert, party: at.party, kind: 'adviser' as const }
  const conflict = async () => {
    const choices = await at.zone.reading(at.city, (tx) => views.expertChoices(tx, caseId))
    return choices.find((one) => one.person === expert)?.conflict?.zh ?? null
  }
  await at.zone.asSystem((tx) => enterTie(tx, tie))
  expect(await conflict()).toContain('顾问')
  await at.zone.asSystem((tx) => endTie(tx, { ...tie, reason: '聘期届满。' }))
  expect(await conflict()).toBeNull()
  await at.zone.asSystem((tx) => enterTie(tx, tie))
  expect(await conflict()).toContain('顾问')
})
