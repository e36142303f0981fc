import { describe, expect, test } from 'vitest'
import {
  anotherApplicant,
  openCaseOffice,
  SERVICE,
  useDocuments,
} from '../../testing/case-office.ts'
import { aPdf, workflow } from '../../testing/case-workflow.ts'
import { addDays, type Day, day, listRecord, VISITOR } from '../kernel/index.ts'
import { imposeBar } from '../registries/index.ts'
import { acts, calls, drafts, type OpenCallInput } from './index.ts'

useDocuments()

const aCall = (traits: Partial<OpenCallInput> = {}): OpenCallInput => ({
  pack: 'small-measure',
  services: [SERVICE],
  title: { zh: '第二批申报通知', en: 'Second call' },
  opensOn: day('2026-03-02'),
  closesOn: day('2026-03-31'),
  ...traits,
})

describe('a call 申报通知', () => {
  test('is pinned to the version and digest in force, numbered, and public', async () => {
    const { zone, city } = await openCaseOffice()
    const call = await zone.writing(city, (tx) => calls.open(tx, aCall()))
    expect(call).toMatchObject({
      number: '申通〔2026〕2号',
      version: '2026.first',
      state: 'open',
      daysLeft: 29,
      publicNoticeDays: 5,
    })
    expect(call.digest).toMatch(/^[0-9a-f]{64}$/)
    const seen = await zone.reading(VISITOR, (tx) => calls.view(tx, call.id))
    expect(seen).toMatchObject({ number: call.number, cases: null })
  })

  test('may lengthen what the measure leaves open, never cut a notice short', async () => {
    const { zone, city } = await openCaseOffice()
    const because = '本批申报单位多，需要更长时间'
    const open = (own: Record<string, number>) => {
      const limits = Object.entries(own).map(([act, length]) => [act, { length, because }])
      return zone.writing(city, (tx) =>
        calls.open(tx, aCall({ limits: Object.fromEntries(limits) })),
      )
    }
    expect((await open({ publicise: 7 })).publicNoticeDays).toBe(7)
    await expect(open({ publicise: 3 })).rejects.toMatchObject({
      code: 'case.notice-shortened',
      cite: '第2条(四)',
    })
    await expect(open({ accept: 0 })).rejects.toMatchObject({ code: 'case.limit-fixed' })
    await expect(open({ file: 9 })).rejects.toMatchObject({ code: 'case.limit-fixed' })
  })

  test('pins its own limits with the reason; the clocks of its cases run by them', async () => {
    const at = await openCaseOffice()
    const limits = { accept: { length: 9, because: '本批申报单位多' } }
    const call = await at.zone.writing(at.city, (tx) => calls.open(tx, aCall({ limits })))
    expect(await at.zone.reading(VISITOR, (tx) => calls.view(tx, call.id))).toMatchObject({
      limits,
    })
    const own = workflow({ ...at, call: call.id })
    const view = await at.view(at.district, await own.aCaseAt('filed'))
    // Nine working days after 2 March 2026, which does not count.
    expect(view.deadline).toMatchObject({
      on: '2026-03-13',
      basis: { zh: '申报通知另行规定：本批申报单位多' },
    })
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'call', id: call.id }))
    expect(entries[0]?.detail).toMatchObject({ services: [SERVICE], limits })
  })

  test('needs a text in force on its first day, and days in order', async () => {
    const { zone, city } = await openCaseOffice()
    const open = (traits: Partial<OpenCallInput>) =>
      zone.writing(city, (tx) => calls.open(tx, aCall(traits)))
    await expect(open({ pack: 'nothing' })).rejects.toMatchObject({ code: 'case.not-in-force' })
    await expect(open({ closesOn: day('2026-03-01') })).rejects.toMatchObject({
      code: 'case.call-days',
    })
    await expect(open({ services: ['x'] })).rejects.toMatchObject({
      code: 'case.service-not-found',
    })
  })

  test('is published by a delegate in the bureau’s name (受委托)', async () => {
    const { zone, federation } = await openCaseOffice()
    const call = await zone.writing(federation, (tx) => calls.open(tx, aCall()))
    expect(call).toMatchObject({
      issuedBy: { en: 'federation' },
      onBehalfOf: { zh: '市科技局' },
    })
  })

  test('is opened by nobody else than the city and its delegate', async () => {
    const { zone, district, applicant } = await openCaseOffice()
    for (const actor of [district, applicant]) {
      const opening = zone.writing(actor, (tx) => calls.open(tx, aCall()))
      await expect(opening).rejects.toMatchObject({ code: 'identity.forbidden' })
    }
  })
})

describe('starting an application', () => {
  const start = (at: Awaited<ReturnType<typeof openCaseOffice>>, service = SERVICE) =>
    at.zone.writing(at.applicant, (tx) =>
      drafts.start(tx, { callId: at.call, service, partyId: at.party }),
    )

  test('opens a draft that only the party sees, with the register’s facts filled in', async () => {
    const at = await openCaseOffice()
    const { caseId } = await start(at)
    const view = await at.view(at.applicant, caseId)
    expect(view.facts[0]).toMatchObject({
      name: 'registered-place',
      value: 'urumqi',
      locked: true,
      verifiedBy: '企业登记',
    })
    expect(view.deadline).toMatchObject({ act: 'file', on: '2026-04-01', left: 30, unit: 'days' })
    for (const actor of [at.district, at.city, at.otherDistrict]) {
      await expect(at.view(actor, caseId)).rejects.toMatchObject({ code: 'case.not-found' })
    }
  })

  test('is refused while one is open, and again possible after withdrawing', async () => {
    const at = await openCaseOffice()
    const { caseId } = await start(at)
    await expect(start(at)).rejects.toMatchObject({ code: 'case.open-already' })
    await at.zone.writing(at.applicant, (tx) => acts.withdraw(tx, { caseId }))
    await expect(start(at)).resolves.toMatchObject({ stage: 'draft' })
  })

  test('two starts at once leave one application', async () => {
    const at = await openCaseOffice()
    const both = await Promise.allSettled([start(at), start(at)])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused to a barred party with the article and the last day', async () => {
    const at = await openCaseOffice()
    await at.zone.asSystem((tx) =>
      imposeBar(tx, {
        party: at.party,
        pack: 'small-measure',
        measure: { zh: '办法', en: 'Measure' },
        from: day('2026-01-01'),
        until: day('2028-01-01'),
        services: [SERVICE],
        cite: '第3条',
        reason: '造假',
      }),
    )
    await expect(start(at)).rejects.toMatchObject({
      code: 'case.barred',
      cite: '第3条',
      params: { until: '2028-01-01' },
    })
  })

  test('is refused to who holds the recognition', async () => {
    const at = await openCaseOffice()
    await at.aCaseAt('certified')
    await expect(start(at)).rejects.toMatchObject({
      code: 'case.recognised-already',
      params: { number: '小基〔2026〕001号' },
    })
  })

  test('keeps to the call’s days and services', async () => {
    const at = await openCaseOffice()
    await expect(start(at, 'another')).rejects.toMatchObject({ code: 'case.service-not-found' })
    at.zone.setToday('2026-04-02')
    await expect(start(at)).rejects.toMatchObject({ code: 'case.call-closed' })
    const later = await at.zone.writing(at.city, (tx) =>
      calls.open(
        tx,
        aCall({ opensOn: day('2026-04-10'), closesOn: addDays(day('2026-04-10'), 5) as Day }),
      ),
    )
    const early = at.zone.writing(at.applicant, (tx) =>
      drafts.start(tx, { callId: later.id, service: SERVICE, partyId: at.party }),
    )
    await expect(early).rejects.toMatchObject({ code: 'case.call-not-open' })
  })

  test('is not done for somebody else’s party', async () => {
    const at = await openCaseOffice()
    const other = await anotherApplicant(at)
    const starting = at.zone.writing(other, (tx) =>
      drafts.start(tx, { callId: at.call, service: SERVICE, partyId: at.party }),
    )
    await expect(starting).rejects.toMatchObject({ code: 'identity.forbidden' })
  })
})

describe('a draft', () => {
  test('is saved with a revision; a page that is behind overwrites nothing', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const save = (revision: number, area: string) =>
      at.zone.writing(at.applicant, (tx) =>
        drafts.save(tx, { caseId, revision, answers: { 'floor-area': area } }),
      )
    expect(await save(1, '310')).toMatchObject({ revision: 2 })
    expect(await save(1, '999')).toMatchObject({
      revision: 2,
      rejected: ['floor-area'],
      changes: [{ field: 'floor-area', value: '310', by: '申报人' }],
    })
    const view = await at.view(at.applicant, caseId)
    expect(view.facts.find((fact) => fact.name === 'floor-area')?.value).toBe('310')
  })

  test('answers the self check on what was typed', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const saved = await at.zone.writing(at.applicant, (tx) =>
      drafts.save(tx, { caseId, revision: 1, answers: { 'floor-area': '299' } }),
    )
    const area = saved.outcome.findings.find((one) => one.condition === 'large-enough')
    expect(area).toMatchObject({ answer: 'not-met', cite: '第1条(二)' })
  })

  test.each([
    [{ 'floor-area': 'large' }, 'case.value-malformed'],
    [{ 'floor-area': '-1' }, 'case.value-malformed'],
    [{ 'favourite-colour': 'red' }, 'case.unknown-fact'],
    [{ 'registered-place': 'elsewhere' }, 'case.fact-locked'],
  ])('refuses %o with %s', async (answers, code) => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const saving = at.zone.writing(at.applicant, (tx) =>
      drafts.save(tx, { caseId, revision: 1, answers }),
    )
    await expect(saving).rejects.toMatchObject({ code, fields: Object.keys(answers) })
  })

  test('takes papers of the list only, and gives them back while it is open', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft({ papers: ['site-title'] })
    const attach = (paper: string) =>
      at.zone.writing(at.applicant, (tx) =>
        drafts.attach(tx, { caseId, paper, fileName: 'x.pdf', bytes: aPdf(paper) }),
      )
    await expect(attach('birth-certificate')).rejects.toMatchObject({
      code: 'case.paper-not-found',
    })
    const files = async () => (await at.view(at.applicant, caseId)).papers[0]?.files ?? []
    const [file] = await files()
    await at.zone.writing(at.applicant, (tx) =>
      drafts.removePaper(tx, { caseId, file: file?.id ?? '' }),
    )
    expect(await files()).toEqual([])
    await at.file(caseId)
    await expect(attach('site-title')).rejects.toMatchObject({ code: 'case.stage-conflict' })
  })

  test('saving and attaching are no acts: the record has the start alone', async () => {
    const at = await openCaseOffice()
    const caseId = await at.aDraft()
    const entries = await at.zone.asSystem((tx) => listRecord(tx, { kind: 'case', id: caseId }))
    expect(entries.map((entry) => entry.act)).toEqual(['start'])
  })
})
