import { expect, test } from 'vitest'
import { openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { joining, NIST_RULES } from '../../identity/index.ts'
import { type PersonActor, VISITOR, type WriteTx } from '../../kernel/index.ts'
import { acts, experts } from '../index.ts'

useDocuments()

const KNOWN = {
  title: { zh: '高级工程师', en: 'Senior engineer' },
  employer: null,
  fields: ['新能源'],
  mostOpen: 2,
}

test('an expert is entered, comes in by the link, is tied, changed and retired', async () => {
  const at = await openCaseOffice()
  const does = <A>(work: (tx: WriteTx) => Promise<A>, by: PersonActor = at.city) =>
    at.zone.writing(by, work)
  const entry = { ...KNOWN, login: 'zhang.gong', name: '张工' }
  const invited = await does((tx) => experts.enrol(tx, entry))
  const opened = await joining.take(at.zone.kernel, VISITOR, {
    ...{ token: invited?.token ?? '', password: '一个足够长的密码 enough', device: '' },
    rules: NIST_RULES,
  })
  const line = async () =>
    (await at.zone.reading(at.city, (tx) => experts.pool(tx))).find(
      (one) => one.person === opened?.person,
    )
  expect(await line()).toMatchObject({ name: '张工', mostOpen: 2, open: 0, ties: [] })
  const person = opened?.person
  if (!person) throw new Error('nobody came in')
  await does((tx) => experts.tie(tx, { expert: person, party: at.party, kind: 'mentor' }))
  expect((await line())?.ties).toMatchObject([{ kind: 'mentor', party: at.party }])
  await does((tx) => experts.change(tx, { ...KNOWN, person, fields: ['孵化'], mostOpen: null }))
  expect(await line()).toMatchObject({ fields: ['孵化'], mostOpen: null })
  const tie = { expert: person, party: at.party, kind: 'mentor' as const, reason: '聘期届满。' }
  await does((tx) => experts.untie(tx, tie))
  await expect(does((tx) => experts.untie(tx, tie))).rejects.toMatchObject({
    code: 'registries.tie-not-found',
  })
  await does((tx) => experts.retire(tx, { person, reason: '本人申请出库。', back: false }))
  const caseId = await at.aCaseAt('recommended')
  await expect(does((tx) => acts.draw(tx, { caseId, count: 5 }))).rejects.toMatchObject({
    params: { count: 4 },
  })
  await does((tx) => experts.retire(tx, { person, reason: '恢复入库。', back: true }))
  await expect(does((tx) => acts.draw(tx, { caseId, count: 5 }))).resolves.toBeDefined()
})

test('the pool is kept by who handles at the city, and by nobody else', async () => {
  const at = await openCaseOffice()
  const decider = await at.zone.anOfficer({ duties: ['decide'] })
  const entry = { ...KNOWN, login: 'li.gong', name: '李工' }
  for (const other of [at.district, at.federation, decider, at.applicant, ...at.experts]) {
    const enrolling = at.zone.writing(other, (tx) => experts.enrol(tx, entry))
    await expect(enrolling).rejects.toMatchObject({ code: 'identity.forbidden' })
  }
})

test('a login of somebody of another name is nobody’s to take, and nobody is entered twice', async () => {
  const at = await openCaseOffice()
  const known = await at.zone.anApplicant({ login: 'wang.san', name: '王三' })
  const enrol = (name: string) =>
    at.zone.writing(at.city, (tx) => experts.enrol(tx, { ...KNOWN, login: 'Wang.San', name }))
  await expect(enrol('王四')).rejects.toMatchObject({ code: 'identity.other-person-conflict' })
  expect(await enrol('王三')).toBeNull()
  await expect(enrol('王三')).rejects.toMatchObject({ code: 'registries.expert-already' })
  const pool = await at.zone.reading(at.city, (tx) => experts.pool(tx))
  expect(pool.map((one) => one.person)).toContain(known.person)
})
