import { expect, test } from 'vitest'
import { sha256 } from '../../testing/packs.ts'
import { FILES, VOCABULARY } from '../../testing/small-pack.ts'
import { compile, readPack } from '../index.ts'

const VALUES = `values:
  - value: points
    title: { zh: 得分, en: Points }
    cite: 第2条(一)
    table:
      of: ceiling(人员数 / 2)
      rows:
        - { when: ">= 4 人", gives: 10 }
        - { when: "[2 人..4 人)", gives: 5 }
        - { when: "< 2 人", gives: 0 }
`
const CONDITION = `condition: fit
title: { zh: 条件, en: Conditions }
cite: 第2条
all:
  - condition: large-enough
    title: { zh: 得分, en: Points }
    cite: 第2条(一)
    that: 得分 > 0
  - condition: cooperates
    title: { zh: 有合作, en: Cooperates }
    cite: 第2条(二)
    judged: { zh: 合作是否紧密？, en: Is cooperation close? }
    by: panel
    looks-at: [agreement]
  - condition: a-year
    title: { zh: 满一年, en: A year }
    cite: 第2条(二)
    that: 运营起始日 + 1 年 <= 申报日
`

/** What is said of the boundaries when examples are tried with these numbers of staff and days. */
function untried(staff: readonly number[], days: readonly string[]) {
  const example = (name: string, given: string) =>
    `  - { name: ${name}, service: apply, on: 2025-03-01, cite: 第2条, given: { ${given} }, answer: unknown }\n`
  const examples = [
    ...staff.map((many) => example(`${many}人`, `staff: ${many}`)),
    ...days.map((day) => example(day, `opened-on: ${day}`)),
  ]
  const files = {
    ...FILES,
    'values/points.yaml': VALUES,
    'conditions/fit.yaml': CONDITION,
    'examples/fit.yaml': `examples:\n${examples.join('')}`,
  }
  const { complaints } = compile(readPack({ files, vocabulary: VOCABULARY }), sha256)
  return complaints.map(({ says }) => says.en)
}

const DAYS = ['2024-02-29', '2024-03-01', '2024-03-02']

test('bands, values and days want an example on them and on each side', () => {
  expect(untried([6, 8], DAYS.slice(0, 1))).toEqual([
    'large-enough (0) has no example: on it',
    'a-year (运营起始日 + 1 年 <= 申报日) has no example: on it, above it',
    'points (4人) has no example: above it',
    'points (2人) has no example: on it, below it',
  ])
})

test('nothing is asked of a side that can never be: no points below 0', () => {
  expect(untried([2, 4, 8, 9], DAYS)).toEqual([])
})
