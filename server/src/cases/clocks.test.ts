import { describe, expect, it } from 'vitest'
import { openCaseOffice, useDocuments } from '../../testing/case-office.ts'
import { calendarWith, enterCalendar, listReminders, listWaiting, remind } from '../clocks/index.ts'
import { type PersonActor, VISITOR } from '../kernel/index.ts'
import { acts, type CaseId, clocks, views } from './index.ts'
import { verifyBoard } from './verify-board.ts'

useDocuments()

async function anAcceptedCase() {
  const office = await openCaseOffice('2026-03-02')
  const caseId = await office.aCaseAt('accepted')
  const { zone, district, city } = office
  // 20 working days for the recommendation, from the day it was accepted.
  const view = (who: PersonActor = district) => zone.reading(who, (tx) => views.case(tx, caseId))
  const move = (who: PersonActor, what: 'suspend' | 'resume' | 'extend', length?: number) =>
    zone.writing(who, (tx) =>
      clocks.move(tx, what, {
        caseId,
        cause: '需要现场核查',
        ...(length === undefined ? {} : { length }),
      }),
    )
  const due = async () => (await queueRow(caseId)).due
  const queueRow = async (id: CaseId) => {
    const { rows } = await zone.reading(city, (tx) => views.queue(tx, {}))
    const row = rows.find((one) => one.id === id)
    if (!row) throw new Error('the case is not in the queue')
    return row
  }
  return { ...office, caseId, view, move, due }
}

describe('moving a clock', () => {
  it('suspends and resumes the limit with cause and article, and the due day follows', async () => {
    const at = await anAcceptedCase()
    const before = await at.due()
    await at.move(at.district, 'suspend')
    expect([await at.due(), (await at.view()).clock.state]).toEqual([null, 'suspended'])
    at.zone.setToday('2026-03-09')
    await at.move(at.district, 'resume')
    const after = await at.due()
    expect(before && after && after > before).toBe(true)
    const { clock, deadline } = await at.view()
    expect(deadline?.on).toBe(after)
    expect(clock.events.map(({ what }) => what)).toEqual([
      'start',
      'stop',
      'start',
      'suspend',
      'resume',
    ])
    expect(clock.events.at(-1)).toMatchObject({
      cite: '行政许可法第45条',
      cause: { zh: '需要现场核查' },
      on: '2026-03-09',
    })
    expect(await at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
  })

  it('is for the office whose limit it is, and an extension for who signs there', async () => {
    const at = await anAcceptedCase()
    const forbidden = { code: 'identity.forbidden' }
    await expect(at.move(at.otherDistrict, 'suspend')).rejects.toMatchObject({
      code: 'case.not-found',
    })
    await expect(at.move(at.applicant, 'suspend')).rejects.toMatchObject(forbidden)
    await expect(at.move(at.city, 'extend', 5)).rejects.toMatchObject(forbidden)
    expect((await at.view(at.city)).clock.may).toEqual([])
  })

  it('refuses to resume what runs, to suspend twice, and to end in silence', async () => {
    const at = await anAcceptedCase()
    await expect(at.move(at.district, 'resume')).rejects.toMatchObject({
      code: 'clock.not-suspended',
    })
    await at.move(at.district, 'suspend')
    await expect(at.move(at.district, 'suspend')).rejects.toMatchObject({
      code: 'clock.already-suspended',
    })
    const silent = at.zone.writing(at.district, (tx) =>
      clocks.move(tx, 'resume', { caseId: at.caseId, cause: ' ' }),
    )
    await expect(silent).rejects.toMatchObject({ code: 'clock.cause-missing' })
  })

  it('is not suspended once it has run out', async () => {
    const at = await anAcceptedCase()
    const due = await at.due()
    at.zone.setToday('2026-05-06')
    await expect(at.move(at.district, 'suspend')).rejects.toMatchObject({
      code: 'clock.overdue-conflict',
      params: { on: due },
    })
    expect((await at.view()).clock.may).not.toContain('suspend')
  })

  it('extends the signer’s limit once, by ten days at most', async () => {
    const office = await openCaseOffice('2026-03-02')
    const caseId = await office.aCaseAt('proposed')
    const extend = (length: number) =>
      office.zone.writing(office.signer, (tx) =>
        clocks.move(tx, 'extend', { caseId, cause: '案情复杂', length }),
      )
    await expect(extend(11)).rejects.toMatchObject({ code: 'clock.extension' })
    const before = await office.zone.reading(office.signer, (tx) => views.case(tx, caseId))
    await extend(10)
    const after = await office.zone.reading(office.signer, (tx) => views.case(tx, caseId))
    expect((after.deadline?.left ?? 0) - (before.deadline?.left ?? 0)).toBe(10)
    await expect(extend(1)).rejects.toMatchObject({ code: 'clock.extended-before' })
  })

  it('a pause of an earlier round says nothing of the next one, of the same day too', async () => {
    const { zone, district, applicant, aCaseAt } = await openCaseOffice('2026-03-02')
    const caseId = await aCaseAt('filed')
    const cause = '等待检测结论'
    await zone.writing(district, (tx) => clocks.move(tx, 'suspend', { caseId, cause }))
    await zone.writing(district, (tx) => acts.return(tx, { caseId, remarks: '请补充说明。' }))
    const { revision } = await zone.reading(applicant, (tx) => views.case(tx, caseId))
    await zone.writing(applicant, (tx) => acts.file(tx, { caseId, revision }))
    const { clock } = await zone.reading(district, (tx) => views.case(tx, caseId))
    expect(clock.state).toBe('running')
  })
})

describe('reminders', () => {
  it('are made before, at and after the limit, each once, the last for the office above too', async () => {
    const at = await anAcceptedCase()
    const due = await at.due()
    if (!due) throw new Error('no limit runs')
    const calendar = ['2026-03-26', due, '2026-04-08']
    const made: number[] = []
    for (const today of calendar) {
      at.zone.setToday(today)
      for (const _ of [1, 2]) {
        made.push(await at.zone.asSystem(async (tx) => remind(tx, await clocks.due(tx))))
      }
    }
    expect(made).toEqual([1, 0, 1, 0, 1, 0])
    const forCity = await at.zone.reading(at.city, (tx) => listReminders(tx, ['city-bureau']))
    expect(forCity).toMatchObject([{ caseId: at.caseId, level: 'over', act: 'recommend', due }])
    await at.zone.asSystem(async (tx) => remind(tx, []))
    expect(await at.zone.reading(at.city, (tx) => listReminders(tx, ['city-bureau']))).toEqual([])
  })
})

describe('entering a calendar', () => {
  const newYear = {
    layer: 'national',
    year: 2027,
    source: '国办发明电〔2026〕9号',
    days: ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'].map((name, index) => ({
      day: `2027-${String(index + 1).padStart(2, '0')}-01`,
      working: false,
      name,
    })),
  } as const

  it('a case that runs into an unknown year is asked about, and counted once the year is entered', async () => {
    const office = await openCaseOffice('2026-12-18')
    const caseId = await office.aCaseAt('accepted')
    const { zone, city } = office
    const seen = () => zone.reading(city, (tx) => views.case(tx, caseId))
    expect((await seen()).clock.state).toBe('unknown-year')
    const asked = () => zone.reading(city, (tx) => clocks.askedYears(tx))
    expect(await asked()).toEqual([{ year: 2027, openClocks: 1 }])
    const effect = await zone.reading(city, async (tx) =>
      clocks.effect(tx, await calendarWith(tx, newYear)),
    )
    expect(effect).toMatchObject([{ caseId, before: null }])
    expect((await seen()).deadline).toBeNull()
    await zone.writing(city, (tx) => enterCalendar(tx, newYear, city.posts[0] ?? null))
    await zone.writing(city, (tx) => clocks.recount(tx))
    const { deadline, clock } = await seen()
    expect([deadline?.on, clock.state]).toEqual([effect[0]?.after, 'running'])
    expect(await asked()).toEqual([])
  })

  it('refuses a national year with a holiday left out, or without its notice', async () => {
    const { zone, city } = await openCaseOffice('2026-12-18')
    const enter = (year: Parameters<typeof calendarWith>[1]) =>
      zone.reading(city, (tx) => calendarWith(tx, year))
    await expect(enter({ ...newYear, days: newYear.days.slice(1) })).rejects.toMatchObject({
      code: 'calendar.no-rest-days',
      params: { name: '元旦' },
    })
    await expect(enter({ ...newYear, source: ' ' })).rejects.toMatchObject({
      code: 'calendar.source-missing',
    })
    await expect(enter({ ...newYear, year: 2028 })).rejects.toMatchObject({
      code: 'calendar.wrong-year',
    })
  })

  it('moves the due days of open cases that the days of an office touch', async () => {
    const at = await anAcceptedCase()
    const before = await at.due()
    const days = [{ day: '2026-03-10', working: false, name: '抗震停工' }]
    const source = '乌政办〔2026〕3号'
    await at.zone.writing(at.city, async (tx) => {
      await enterCalendar(tx, { layer: 'manual', year: 2026, days, source }, null)
      expect(await clocks.recount(tx)).toBe(1)
    })
    const after = await at.due()
    expect(before && after && after > before).toBe(true)
  })
})

describe('waiting times', () => {
  it('are published for everybody, and withheld where the cases are few', async () => {
    const { zone, aCaseAt } = await openCaseOffice('2026-03-02')
    await aCaseAt('decided')
    await zone.asSystem((tx) => clocks.measureWaiting(tx))
    const { rows } = await zone.reading(VISITOR, (tx) => listWaiting(tx))
    expect(rows).toMatchObject([{ district: '650104', cases: null, median: null, p90: null }])
  })
})
