import { expect, test } from 'vitest'
import { compile, printedNumbers, readPack } from '../src/index.ts'
import { sha256 } from './packs.ts'
import { withFormula } from './small-pack.ts'

const official = new Map([
  ['第2条', '场地三百平方米以上，人员不少于五人，运营满两年，研发占比百分之十，奖励1,000元。'],
])

/** What a formula of 第2条(一) uses that the article does not print. */
function unprinted(formula: string, text = official): readonly string[] {
  const { program } = compile(readPack(withFormula(formula)), sha256)
  if (!program) throw new Error(formula)
  return printedNumbers(program, text)
    .filter(({ says }) => says.en.startsWith('large-enough'))
    .map(({ says }) => says.en)
}

test.each([
  '人员数 >= 5 人',
  '研发费用 / 营业收入 >= 10%',
  '运营起始日 + 2 年 <= 申报日',
  '营业收入 >= 0.1 万元',
  '人员数 * 1 >= 5 人',
])('%s uses only numbers that the article prints', (formula) => {
  expect(unprinted(formula)).toEqual([])
})

test('a number the article does not print is told with it, in base units whatever the unit', () => {
  expect(unprinted('人员数 >= 6 人')).toEqual([
    'large-enough uses 6人, which 第2条(一) of the installed text does not print',
  ])
  expect(unprinted('营业收入 >= 1000 万元')).toHaveLength(1)
  expect(unprinted('运营起始日 + 1 年 <= 申报日')).toHaveLength(1)
})

test('an article that is not installed says nothing', () => {
  expect(unprinted('人员数 >= 6 人', new Map([['第9条', '略']]))).toEqual([])
})
