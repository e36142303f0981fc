import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_SHOWN, waitingTimes } from './waiting.ts'

const title = { zh: '认定', en: 'Recognition' }
const group = (days: readonly number[]) =>
  days.map((one) => ({
    service: 's',
    title,
    district: '650104',
    office: title,
    days: one,
    cases: 1,
  }))

test('the median and the 90th percentile are days that some case really took', () => {
  const [row] = waitingTimes(group([3, 5, 5, 8, 10, 12, 20, 21, 40, 90]))
  expect(row).toMatchObject({ cases: 10, median: 10, p90: 40 })
})

test('fewer than five cases are withheld, their number too', () => {
  const [row] = waitingTimes(group([3, 5, 5, 8]))
  expect(row).toMatchObject({ cases: null, median: null, p90: null })
})

test('property: at least half are within the median, nine tenths within the 90th', () => {
  const days = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: LEAST_SHOWN, maxLength: 60 })
  fc.assert(
    fc.property(days, (waited) => {
      const [row] = waitingTimes(group(waited))
      const within = (most: number) => waited.filter((one) => one <= most).length
      expect(within(row?.median ?? -1)).toBeGreaterThanOrEqual(waited.length * 0.5)
      expect(within(row?.p90 ?? -1)).toBeGreaterThanOrEqual(waited.length * 0.9)
    }),
  )
})
