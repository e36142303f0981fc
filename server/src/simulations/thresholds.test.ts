import { evaluate } from '@banfa/policy/run'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallMeasure } from '../../testing/small-measure.ts'
import { thresholdsOf, withMoved } from './thresholds.ts'

const AREA = 'large-enough'
const SERVICE = 'small-base-recognition'

function areaAnswer(least: number, area: number): string | undefined {
  const program = withMoved(smallMeasure(), [{ condition: AREA, number: least }])
  const facts = { 'floor-area': String(area) }
  const { findings } = evaluate(program, { service: SERVICE, facts, on: '2026-03-02' })
  return findings.find(({ condition }) => condition === AREA)?.answer
}

test('the numbers that may be moved come with their article, in the unit of the fact', () => {
  expect(thresholdsOf(smallMeasure())).toContainEqual(
    expect.objectContaining({ condition: AREA, is: '>=', number: 300, unit: '平方米' }),
  )
})

test('a threshold put elsewhere is met from there on and not below', () => {
  const whole = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(whole, whole, (least, area) => {
      expect(areaAnswer(least, area)).toBe(area >= least ? 'met' : 'not-met')
    }),
    { numRuns: 60 },
  )
})
