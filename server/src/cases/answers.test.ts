import { describe, expect, test } from 'vitest'
import { smallMeasure } from '../../testing/small-measure.ts'
import { day } from '../kernel/index.ts'
import type { FactRecord } from '../registries/index.ts'
import { factsAsked, gatherFacts, valuesOf } from './answers.ts'
import { serviceOf } from './engine.ts'

const program = smallMeasure()
const facts = factsAsked(program, serviceOf(program, 'small-base-recognition'))

const aRecord = (traits: Partial<FactRecord>): FactRecord => ({
  id: 'fact' as FactRecord['id'],
  subject: 'carrier',
  name: 'floor-area',
  value: '300',
  source: { kind: 'register', title: { zh: '企业登记', en: 'Register' } },
  period: null,
  recordedOn: day('2026-01-05'),
  recordedAt: '2026-01-05T04:00:00.000Z',
  recordedBy: { id: null, name: '登记机关' },
  verifiedOn: null,
  verifiedBy: null,
  locked: false,
  entries: 1,
  ...traits,
})

describe('a fact is asked once', () => {
  test('the articles’ order decides the order of the form', () => {
    expect(facts.map((fact) => fact.name)).toEqual(['registered-place', 'floor-area'])
  })

  test('what the register knows fills in what was not typed', () => {
    expect(valuesOf(gatherFacts(facts, {}, [aRecord({})]))).toEqual({ 'floor-area': '300' })
  })

  test('what was typed stands before an unverified older value, behind a verified one', () => {
    const typed = { 'floor-area': '420' }
    const verified = aRecord({
      verifiedOn: day('2026-01-06'),
      verifiedBy: '区科技局',
      locked: true,
    })
    expect(valuesOf(gatherFacts(facts, typed, [aRecord({})]))['floor-area']).toBe('420')
    expect(valuesOf(gatherFacts(facts, typed, [verified]))['floor-area']).toBe('300')
  })

  test('the same name about another subject is another fact', () => {
    expect(gatherFacts(facts, {}, [aRecord({ subject: 'partner' })])).toEqual([])
  })

  test('zero and no are values; null is missing', () => {
    const gathered = valuesOf(gatherFacts(facts, { 'floor-area': 0, 'registered-place': null }, []))
    expect(gathered).toEqual({ 'floor-area': 0 })
  })
})
