import { expect, test } from 'vitest'
import { asTree, count, type FindingSeen, leavesInTheWay, wholeVerdict } from './finding.ts'

const finding = (
  condition: string,
  answer: FindingSeen['answer'],
  more: Partial<FindingSeen> = {},
): FindingSeen => ({
  condition,
  kind: more.of ? 'all' : 'computed',
  title: { zh: condition, en: condition },
  answer,
  cite: '第7条',
  saw: [],
  missing: [],
  of: [],
  ...more,
})

const findings = [
  finding('base', 'not-met', { of: ['site', 'talents', 'mechanism'] }),
  finding('site', 'met', { of: ['area'] }),
  finding('area', 'met'),
  finding('talents', 'not-met'),
  finding('mechanism', 'unknown', { kind: 'judged' }),
]

test('the list leaves the whole out and sets members under their group', () => {
  expect(asTree(findings).map((row) => [row.finding.condition, row.depth])).toEqual([
    ['site', 0],
    ['area', 1],
    ['talents', 0],
    ['mechanism', 0],
  ])
})

test('only leaves are counted, and an open judgement counts as needing a person', () => {
  expect(count(findings)).toEqual({ met: 1, 'not-met': 1, unknown: 0, unavailable: 0, person: 1 })
})

test('what is in the way of the whole is the leaves not met, judgements included', () => {
  const whole = findings[0]
  expect(whole && leavesInTheWay(whole, findings).map((leaf) => leaf.condition)).toEqual([
    'talents',
    'mechanism',
  ])
})

test('a branch that failed does not count while another branch may still do', () => {
  const either = [
    finding('body', 'unknown', { kind: 'any', of: ['carrier', 'institute'] }),
    finding('carrier', 'unknown'),
    finding('institute', 'not-met'),
  ]
  expect(count(either)).toEqual({ met: 0, 'not-met': 0, unknown: 1, unavailable: 0, person: 0 })
})

test('a whole that waits only for judgements waits for a person', () => {
  const open = [
    finding('base', 'unknown', { of: ['area', 'mechanism'] }),
    finding('area', 'met'),
    finding('mechanism', 'unknown', { kind: 'judged' }),
  ]
  expect(wholeVerdict('unknown', open)).toBe('person')
  expect(
    wholeVerdict('unknown', [...open.slice(0, 1), finding('area', 'unknown'), ...open.slice(2)]),
  ).toBe('unknown')
})
