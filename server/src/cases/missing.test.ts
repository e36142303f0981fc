import { describe, expect, test } from 'vitest'
import { smallMeasure } from '../../testing/small-measure.ts'
import { day } from '../kernel/index.ts'
import { answerOf, type Question, serviceOf } from './engine.ts'
import { owedBy } from './missing.ts'

const program = smallMeasure()
const service = serviceOf(program, 'small-base-recognition')

function owed(question: Partial<Question>) {
  const asked = { facts: {}, papers: [], judged: {}, on: day('2026-03-02'), ...question }
  const outcome = answerOf(program, service, asked)
  return owedBy({ program, service }, outcome, asked.papers)
}

describe('everything that is missing, at once (一次性告知)', () => {
  test('an empty filing owes every fact and paper with the article that asks', () => {
    expect(owed({}).map(({ kind, name, cite }) => [kind, name, cite])).toEqual([
      ['paper', 'site-title', '第1条(二)'],
      ['paper', 'cooperation-report', '第1条(四)'],
      ['fact', 'registered-place', '第1条(一)'],
      ['fact', 'floor-area', '第1条(二)'],
    ])
  })

  test('a condition that fails does not hide what else is missing', () => {
    const names = owed({ facts: { 'floor-area': '10' } }).map((one) => one.name)
    expect(names).toEqual(['site-title', 'cooperation-report', 'registered-place'])
  })

  test('what a person will judge is not the applicant’s to supply', () => {
    const facts = { 'registered-place': 'urumqi', 'floor-area': '300' }
    expect(owed({ facts, papers: ['site-title', 'cooperation-report'] })).toEqual([])
  })
})
