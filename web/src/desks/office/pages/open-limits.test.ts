import type { Limit, Service, Step } from '@banfa/policy/run'
import { expect, test } from 'vitest'
import { openLimits } from './open-limits.ts'

const days = (length: number, assumed = true): Limit => ({
  length,
  unit: 'working-days',
  assumed,
  basis: { zh: '参照', en: 'By analogy' },
})

const step = (act: Step['act'], times: Partial<Step>): Step =>
  ({
    act,
    title: { zh: act, en: act },
    cite: '第2条',
    within: null,
    window: null,
    ...times,
  }) as Step

const service = (...route: Step[]) => ({ route }) as unknown as Service

test('a call may set what the measure assumes, and nothing it prints or says nothing of', () => {
  const one = service(
    step('file', {}),
    step('accept', { within: days(5) }),
    step('decide', { within: days(10, false) }),
  )
  expect(openLimits([one]).map(({ act }) => act)).toEqual(['accept'])
})

test('what one of several services prints is not set for any of them', () => {
  const assumed = service(step('accept', { within: days(5) }))
  const printed = service(step('accept', { within: days(5, false) }))
  expect(openLimits([assumed, printed])).toEqual([])
})

test('a window is lengthened only, from the longest of the services', () => {
  const short = service(step('publicise', { window: days(5) }))
  const long = service(step('publicise', { window: days(7) }))
  expect(openLimits([short, long])).toMatchObject([
    { act: 'publicise', least: 7, limit: { length: 7 } },
  ])
  expect(openLimits([service(step('accept', { within: days(5) }))])[0]?.least).toBe(1)
})
