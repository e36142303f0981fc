import { describe, expect, it } from 'vitest'
import { type CaseOffice, openCaseOffice, useDocuments } from '../../../testing/case-office.ts'
import { aVersion, type VersionTraits } from '../../../testing/measure-versions.ts'
import { addDays, day, listRecord, verifyRecord } from '../../kernel/index.ts'
import { enact, install } from '../../rulebook/index.ts'
import { acts, type CaseId, clocks, migrations, verifyBoard, views } from '../index.ts'

useDocuments()

const REASON = '现行版本对申报单位更为有利，依过渡条款办理。'
const TAKES_IN = { upon: 'filed', governs: 'this', until: null } as const
const KEEPS = { upon: 'filed', governs: 'former', until: null } as const

async function publish(at: CaseOffice, traits: Omit<VersionTraits, 'version'>, version = '2026.2') {
  const program = aVersion({ version, ...traits })
  await at.zone.asSystem(async (tx) => {
    await install(tx, program)
    const from = addDays(tx.today, 1)
    await enact(tx, { pack: program.pack, version, from, reason: '新版本施行' })
  })
  at.zone.setToday(addDays(at.zone.clock.today(), 1))
  return program
}

async function anOfficeWith(
  stage: 'filed' | 'accepted' | 'recommended' | 'publicised',
  delegated?: readonly string[],
) {
  const at = await openCaseOffice('2026-03-02', delegated ? { delegated } : {})
  const caseId = await at.aCaseAt(stage)
  const pack = 'small-measure'
  const preview = (to = '2026.2') =>
    at.zone.reading(at.signer, (tx) => migrations.preview(tx, { pack, to }))
  const migrate = (to = '2026.2', cases: readonly CaseId[] = [caseId]) =>
    at.zone.writing(at.signer, (tx) => migrations.migrate(tx, { pack, to, cases, reason: REASON }))
  const undo = (migration: Awaited<ReturnType<typeof migrate>>['id']) =>
    at.zone.writing(at.signer, (tx) => migrations.undo(tx, { pack, migration, reason: REASON }))
  const view = () => at.zone.reading(at.city, (tx) => views.case(tx, caseId))
  return { ...at, caseId, pack, preview, migrate, undo, view }
}

const unsaid = { code: 'case.migration-empty' }

describe('a migration of open cases', () => {
  it('is seen beforehand: answers, days and what the new version would miss', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, { area: 900, acceptDays: 10, rules: [TAKES_IN] })
    const { count, rule, lines } = await at.preview()
    expect([count, rule?.cite]).toEqual([1, '第4条'])
    const [line] = lines
    expect(line).toMatchObject({ caseId: at.caseId, stop: null, missing: [] })
    expect([line?.before.version, line?.after?.version]).toEqual(['2026.first', '2026.2'])
    expect([line?.before.answer, line?.after?.answer]).toEqual(['unknown', 'not-met'])
    expect((line?.after?.due ?? '') > (line?.before.due ?? '')).toBe(true)
    expect((await at.view()).version).toBe('2026.first')
  })

  it('does what the preview said, on the record of the case with reason and article', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, { area: 900, acceptDays: 10, rules: [TAKES_IN] })
    const [line] = (await at.preview()).lines
    const { lines } = await at.migrate()
    expect(lines).toMatchObject([{ caseId: at.caseId, stop: null }])
    const seen = await at.view()
    expect(seen).toMatchObject({ version: '2026.2', outcome: { answer: line?.after?.answer } })
    expect(seen.deadline?.on).toBe(line?.after?.due)
    expect(seen.acts.at(-1)).toMatchObject({
      act: 'version.migrate',
      reason: REASON,
      cite: '第4条',
    })
    expect((await at.preview()).count).toBe(0)
    const { board, chain } = await at.zone.asSystem(async (tx) => ({
      board: await verifyBoard(tx),
      chain: await verifyRecord(tx),
    }))
    expect([board.intact, chain.intact]).toEqual([true, true])
  })

  it('is undone to the letter, and the case goes on under its own version', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, { area: 900, acceptDays: 10 })
    const before = await at.view()
    const { id } = await at.migrate()
    await at.undo(id)
    const { acts: happened, ...after } = await at.view()
    expect(JSON.stringify(after)).toBe(JSON.stringify({ ...before, acts: undefined }))
    expect(happened.slice(-2).map((one) => one.act)).toEqual(['version.migrate', 'version.restore'])
    await at.zone.writing(at.district, (tx) => acts.accept(tx, { caseId: at.caseId }))
    expect((await at.view()).version).toBe('2026.first')
    await expect(at.undo(id)).rejects.toMatchObject(unsaid)
  })

  it('is not undone where something happened since, and the answer says what', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, {})
    const { id } = await at.migrate()
    await at.zone.writing(at.district, (tx) => acts.accept(tx, { caseId: at.caseId }))
    await expect(at.undo(id)).rejects.toMatchObject({
      ...unsaid,
      next: { zh: expect.stringContaining('受理') },
    })
    expect((await at.view()).version).toBe('2026.2')
  })

  it('nor where its time limit was moved since', async () => {
    const at = await anOfficeWith('accepted')
    await publish(at, {})
    const { id } = await at.migrate()
    await at.zone.writing(at.district, (tx) =>
      clocks.move(tx, 'suspend', { caseId: at.caseId, cause: '需要现场核查' }),
    )
    await expect(at.undo(id)).rejects.toMatchObject({
      next: { zh: expect.stringContaining('期限') },
    })
  })

  it('is seen by the office that the new version delegates an act to', async () => {
    const at = await anOfficeWith('recommended', ['certify'])
    await publish(at, { delegated: ['assign'] })
    const seen = () => at.zone.reading(at.federation, (tx) => views.case(tx, at.caseId))
    await expect(seen()).rejects.toMatchObject({ code: 'case.not-found' })
    await at.migrate()
    const experts = at.experts.slice(0, 3).map((one) => one.person)
    await at.zone.writing(at.federation, (tx) => acts.assign(tx, { caseId: at.caseId, experts }))
    expect((await seen()).acts.map((one) => one.act)).toContain('assign')
  })

  it('two are undone one after the other, the last first', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, { area: 900 })
    const first = await at.migrate()
    await publish(at, { area: 100 }, '2026.3')
    const second = await at.migrate('2026.3')
    await expect(at.undo(first.id)).rejects.toMatchObject(unsaid)
    await at.undo(second.id)
    expect((await at.view()).version).toBe('2026.2')
    await at.undo(first.id)
    expect((await at.view()).version).toBe('2026.first')
    const listed = await at.zone.reading(at.signer, (tx) => migrations.list(tx, at.pack))
    expect(listed.map(({ to, undone }) => [to, undone.length])).toEqual([
      ['2026.3', 1],
      ['2026.2', 1],
    ])
  })
})

describe('a case stays under its version', () => {
  type Stays = {
    readonly where: string
    readonly traits: Parameters<typeof publish>[1]
    readonly stage: Parameters<typeof anOfficeWith>[0]
    readonly why: RegExp
  }
  const KEPT: Stays[] = [
    { where: 'the rule keeps it', traits: { rules: [KEEPS] }, stage: 'filed', why: /过渡条款/ },
    { where: 'the list is public', traits: {}, stage: 'publicised', why: /公示/ },
    {
      where: 'no such service',
      traits: { noService: true },
      stage: 'filed',
      why: /没有“小型基地认/,
    },
    {
      where: 'no such step',
      traits: { without: ['recommend'] },
      stage: 'accepted',
      why: /没有.+初审推荐/,
    },
    {
      where: 'a step that is done asks anew',
      traits: { lawful: '有无失信？' },
      stage: 'recommended',
      why: /依法经营.+评判/,
    },
    { where: 'no such value', traits: { areaAsFlag: true }, stage: 'filed', why: /场地面积/ },
  ]
  it.each(KEPT)('where $where', async ({ traits, stage, why }) => {
    const at = await anOfficeWith(stage)
    await publish(at, traits)
    const [line] = (await at.preview()).lines
    expect(line?.stop?.says.zh).toMatch(why)
    expect(line?.stop?.says.en.length).toBeGreaterThan(8)
    await expect(at.migrate()).rejects.toMatchObject({ ...unsaid, next: line?.stop?.says })
    expect((await at.view()).version).toBe('2026.first')
  })

  it('unless a rule that kept it has run out', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, { rules: [{ ...KEEPS, until: '2026-03-01' }] })
    expect((await at.preview()).lines[0]?.stop).toBeNull()
  })
})

describe('who may', () => {
  it('only who signs for the bureau, with a reason, and to the version in force', async () => {
    const at = await anOfficeWith('filed')
    const { pack, caseId } = at
    const asked = { pack, to: '2026.first', cases: [caseId], reason: REASON }
    for (const actor of [at.district, at.applicant, at.federation]) {
      const tried = at.zone.writing(actor, (tx) => migrations.migrate(tx, asked))
      await expect(tried).rejects.toMatchObject({ code: 'identity.forbidden' })
    }
    const elsewhere = { office: 'finance-bureau', level: 'city', duties: ['decide'] } as const
    const stranger = await at.zone.anOfficer(elsewhere)
    for (const tried of [
      () => at.zone.writing(stranger, (tx) => migrations.migrate(tx, asked)),
      () => at.zone.reading(stranger, (tx) => migrations.preview(tx, asked)),
      () => at.zone.reading(stranger, (tx) => migrations.list(tx, pack)),
    ]) {
      await expect(tried()).rejects.toMatchObject({ code: 'identity.forbidden' })
    }
    const silent = { ...asked, reason: ' ' }
    await expect(
      at.zone.writing(at.signer, (tx) => migrations.migrate(tx, silent)),
    ).rejects.toMatchObject({ code: 'case.migration-reason-missing' })
    const program = aVersion({ version: '2027' })
    await at.zone.asSystem((tx) => install(tx, program))
    await expect(at.preview('2027')).rejects.toMatchObject({ code: 'case.migration-not-in-force' })
  })

  it('a draft is nobody’s to move', async () => {
    const at = await openCaseOffice('2026-03-02')
    const caseId = await at.aDraft()
    await publish(at, {})
    const asked = { pack: 'small-measure', to: '2026.2' }
    const { count } = await at.zone.reading(at.signer, (tx) => migrations.preview(tx, asked))
    expect(count).toBe(0)
    const tried = at.zone.writing(at.signer, (tx) =>
      migrations.migrate(tx, { ...asked, cases: [caseId], reason: REASON }),
    )
    await expect(tried).rejects.toMatchObject({ code: 'case.not-found' })
  })

  it('each case has its own entry, the measure one of all', async () => {
    const at = await anOfficeWith('filed')
    await publish(at, {})
    await at.migrate()
    const entries = await at.zone.asSystem((tx) =>
      listRecord(tx, { kind: 'measure', id: 'small-measure' }),
    )
    expect(entries.at(-1)).toMatchObject({
      act: 'measure.migrate',
      on: day('2026-03-03'),
      detail: { to: '2026.2', cases: [at.caseId] },
    })
  })
})
