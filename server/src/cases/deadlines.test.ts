import { beforeAll, describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { smallMeasure } from '../../testing/small-measure.ts'
import { type Day, day, loadCalendar, type WorkingCalendar } from '../kernel/index.ts'
import { type CaseState, startedOn } from './case.ts'
import {
  countedWords,
  type Deadline,
  deadlineOf,
  limitSet,
  type SetLimits,
  workingDaysLeft,
} from './deadlines.ts'
import { serviceOf } from './engine.ts'

const service = serviceOf(smallMeasure(), 'small-base-recognition')
let calendar: WorkingCalendar

beforeAll(async () => {
  const zone = await openZone()
  calendar = await zone.asSystem((tx) => loadCalendar(tx))
})

function due(state: Partial<CaseState>, asked: { today?: string; limits?: SetLimits } = {}) {
  const since = state.since ?? day('2026-02-09')
  return deadlineOf({ ...startedOn(since), ...state, since } as CaseState, {
    service,
    limits: asked.limits ?? {},
    closesOn: day('2026-04-01'),
    calendar,
    today: day(asked.today ?? since),
  })
}

describe('when the next act is due', () => {
  // 2026-02-14 is a working Saturday and 15 to 23 February are off (2026 notice).
  test.each<[Partial<CaseState>, Partial<Deadline>]>([
    [{ stage: 'filed' }, { act: 'accept', on: day('2026-02-14'), left: 5 }],
    [{ stage: 'accepted' }, { act: 'recommend', on: day('2026-03-13'), left: 20 }],
    [{ stage: 'recommended' }, { act: 'assign', on: day('2026-02-28'), left: 10 }],
    [{ stage: 'reviewed' }, { act: 'deliberate', on: day('2026-02-28') }],
    [{ stage: 'proposed' }, { act: 'decide', on: day('2026-02-14') }],
    [{ stage: 'decided' }, { act: 'certify', on: day('2026-02-28') }],
  ])('%o is due %o', (state, expected) => {
    expect(due(state)).toMatchObject(expected)
  })

  test('the day it starts does not count, and rest days are named', () => {
    const chip = due({ stage: 'recommended' })
    expect(chip).toMatchObject({ from: '2026-02-09', unit: 'working-days', assumed: true })
    expect(chip?.counted.zh).toContain('第10个工作日，其间休息日9天')
    expect(chip?.counted.zh).toContain('春节')
  })

  test('past the day, what is left is negative', () => {
    expect(due({ stage: 'filed' }, { today: '2026-02-25' })?.left).toBe(-2)
  })

  test('experts assigned later have their own thirty days', () => {
    const state = { stage: 'recommended', experts: 3, done: { assign: day('2026-03-02') } } as const
    expect(due(state)).toMatchObject({ act: 'conclude-review', from: '2026-03-02' })
  })

  test('while a notice runs the chip shows its last day; afterwards the proposal’s', () => {
    const notice = { id: 'n', number: '公示〔2026〕1号', until: day('2026-03-09') }
    const state = {
      stage: 'publicised',
      since: day('2026-03-02'),
      notice,
      done: { publicise: day('2026-03-02') },
    } as const
    expect(due(state, { today: '2026-03-04' })).toMatchObject({ on: '2026-03-09', left: 3 })
    expect(due(state, { today: '2026-03-10' })).toMatchObject({
      act: 'propose',
      from: '2026-03-09',
      on: '2026-03-16',
      left: 4,
    })
  })

  test('an objection has its ten days from the day it was made', () => {
    const openObjections = [{ id: 'o', on: day('2026-03-04') }]
    const chip = due({ stage: 'objected', openObjections })
    expect(chip).toMatchObject({ act: 'answer-objection', from: '2026-03-04', on: '2026-03-18' })
  })

  test.each(['certified', 'refused', 'withdrawn', 'revoked', 'returned'] as const)(
    'a case that is %s waits for no office',
    (stage) => {
      expect(due({ stage })).toBeNull()
    },
  )

  test('a year without a published calendar has no due day: it is not guessed', () => {
    expect(due({ stage: 'filed', since: day('2026-12-30') })).toBeNull()
    expect(workingDaysLeft({ calendar, today: day('2026-12-30') }, day('2027-01-08'))).toBeNull()
  })
})

describe('limits', () => {
  const assumed = {
    length: 5,
    unit: 'working-days',
    basis: { zh: '参照', en: 'x' },
    assumed: true,
  } as const

  test('a call’s own number replaces an assumed one and says so', () => {
    const accept = { length: 3, because: '材料简单' }
    expect(due({ stage: 'filed' }, { limits: { accept } })).toMatchObject({
      on: '2026-02-12',
      basis: { zh: '申报通知另行规定：材料简单' },
    })
  })

  test('a printed limit is not replaced', () => {
    const own = { length: 9, because: '人手有限' }
    expect(limitSet({ ...assumed, assumed: false }, own)?.length).toBe(5)
    expect(limitSet(assumed, undefined)?.length).toBe(5)
    expect(limitSet(null, own)).toBeNull()
  })

  test('the count is the calendar’s own', () => {
    const from = day('2026-02-09')
    const to: Day = calendar.addWorkingDays(from, 10)
    expect(countedWords(calendar, from, to).en).toContain('working day 10')
  })
})
