import type { Service } from '@banfa/policy/run'
import { beforeAll, describe, expect, test } from 'vitest'
import { openZone } from '../../testing/index.ts'
import { repositoryPack } from '../../testing/repository-packs.ts'
import { type Day, day, loadCalendar, type WorkingCalendar } from '../kernel/index.ts'
import { type CaseState, startedOn } from './case.ts'
import { deadlineOf, type SetLimits } from './deadlines.ts'
import { serviceOf } from './engine.ts'

let calendar: WorkingCalendar
let tenants: Service
let highTech: Service

beforeAll(async () => {
  calendar = await (await openZone()).asSystem((tx) => loadCalendar(tx))
  tenants = serviceOf((await repositoryPack('building-tenants')).program, 'tenant-entry')
  const { program } = await repositoryPack('hnte-recognition-2016')
  highTech = serviceOf(program, 'high-tech-entry')
})

const on = (text: string) => day(text)
const days = (of: Record<string, string>) =>
  Object.fromEntries(Object.entries(of).map(([act, text]) => [act, day(text)])) as Record<
    string,
    Day
  >

function due(service: Service, state: Partial<CaseState>, at: string | [string, SetLimits]) {
  const [today, limits = {}] = [at].flat() as [string, SetLimits?]
  const since = state.since ?? on(today)
  return deadlineOf({ ...startedOn(since), ...state, since } as CaseState, {
    service,
    limits,
    closesOn: on('2026-12-31'),
    calendar,
    today: on(today),
  })
}

describe('a limit over several steps', () => {
  test('runs from the act the measure names and shows at every step on the way', () => {
    const done = days({ accept: '2026-03-02' })
    // 20 working days after 2 March.
    const accepted = due(tenants, { stage: 'accepted', done }, '2026-03-02')
    expect(accepted).toMatchObject({ act: 'decide', from: '2026-03-02', on: '2026-03-30' })
    const later = { stage: 'recommended', since: on('2026-03-04'), done } as const
    expect(due(tenants, later, '2026-03-04')?.on).toBe('2026-03-30')
  })

  test('stands still from the day experts were assigned until the review is concluded', () => {
    const done = days({ accept: '2026-03-02', recommend: '2026-03-04', assign: '2026-03-05' })
    const under = { stage: 'recommended', experts: 3, done } as const
    expect(due(tenants, under, '2026-03-09')).toBeNull()
    const reviewed = { ...done, 'conclude-review': on('2026-03-12') }
    // Three of twenty days were used by 5 March; seventeen remain after 12 March, Qingming at rest.
    expect(due(tenants, { stage: 'reviewed', done: reviewed }, '2026-03-12')?.on).toBe('2026-04-07')
  })

  test('another expert assigned later does not begin the review anew', () => {
    const done = days({ accept: '2026-03-02', recommend: '2026-03-04', assign: '2026-03-11' })
    const reviewed = { ...done, 'conclude-review': on('2026-03-12') }
    const state = { stage: 'reviewed', reviewFrom: on('2026-03-05'), done: reviewed } as const
    expect(due(tenants, state, '2026-03-12')?.on).toBe('2026-04-07')
  })

  test('a review of a round before is left out beside that of the round that runs', () => {
    const done = days({ accept: '2026-03-02', recommend: '2026-03-04', assign: '2026-03-16' })
    const reviewed = { ...done, 'conclude-review': on('2026-03-18') }
    const step = 'conclude-review' as const
    const leftOut = [{ step, from: on('2026-03-05'), to: on('2026-03-12') }]
    const state = { stage: 'reviewed', leftOut, done: reviewed } as const
    // Five working days of the first review and two of the second: 30 March moves to 9 April.
    expect(due(tenants, state, '2026-03-18')?.on).toBe('2026-04-09')
  })

  test('takes the call’s number for the step whose limit it is, not for the step it waits for', () => {
    const route = tenants.route.map((step) =>
      step.within && step.act === 'decide'
        ? { ...step, within: { ...step.within, assumed: true } }
        : step,
    )
    const done = days({ accept: '2026-03-02' })
    const limits = { recommend: { length: 3, because: '' }, decide: { length: 10, because: '' } }
    const state = { stage: 'accepted', done } as const
    expect(due({ ...tenants, route }, state, ['2026-03-02', limits])).toMatchObject({
      act: 'decide',
      on: '2026-03-16',
    })
  })

  test('a case sent back before the review begins is counted as if none had begun', () => {
    const done = days({ accept: '2026-03-02', assign: '2026-03-05' })
    expect(due(tenants, { stage: 'accepted', done }, '2026-03-09')?.on).toBe('2026-03-30')
  })

  test('where the notice does not count either, its days move the end', () => {
    const route = tenants.route.map((step) =>
      step.act === 'decide' && step.within
        ? { ...step, within: { ...step.within, notCounted: ['publicise'] as const } }
        : step,
    )
    const notice = { id: 'n', number: '公示〔2026〕1号', until: on('2026-03-09') }
    const done = days({ accept: '2026-03-02', publicise: '2026-03-04', propose: '2026-03-10' })
    const proposed = { stage: 'proposed', notice, done } as const
    // 5, 6 and 9 March do not count: three working days later than 30 March.
    expect(due({ ...tenants, route }, proposed, '2026-03-10')?.on).toBe('2026-04-02')
  })
})

describe('high-tech enterprises', () => {
  test('each step has its own time, the notice the ten working days of the article', () => {
    expect(due(highTech, { stage: 'filed' }, '2026-03-02')).toMatchObject({
      act: 'accept',
      on: '2026-03-09',
      assumed: true,
    })
    const done = days({ accept: '2026-03-02', publicise: '2026-03-02' })
    const notice = { id: 'n', number: '公示〔2026〕1号', until: on('2026-03-16') }
    expect(due(highTech, { stage: 'publicised', notice, done }, '2026-03-03')).toMatchObject({
      on: '2026-03-16',
      assumed: false,
      basis: { zh: '第12条(三)' },
    })
  })
})
