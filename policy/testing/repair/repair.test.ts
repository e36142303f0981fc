import { expect, test } from 'vitest'
import { compile, readPack, workedExamples } from '../../src/index.ts'
import { type Repair, smallestRepair } from '../../src/repair.ts'
import { evaluate, type Facts, type Program } from '../../src/run.ts'
import { PACKS, programOf, sha256, sourceOf } from '../packs.ts'
import { type changed, withFormula } from '../small-pack.ts'

function programFor(files: ReturnType<typeof changed>): Program {
  const { program, complaints } = compile(readPack(files), sha256)
  if (!program) throw new Error(complaints.map(({ says }) => says.zh).join('\n'))
  return program
}

type Asked = { readonly facts: Facts; readonly on?: string }

function repairOf(program: Program, { facts, on = '2025-03-01' }: Asked): Repair | null {
  const question = { service: 'apply', facts: { cooperates: 'met', ...facts }, on }
  return smallestRepair(program, question, evaluate(program, question))
}

const said = (formula: string, facts: Facts) =>
  repairOf(programFor(withFormula(formula)), { facts })?.changes.map(({ says }) => says.zh)

test.each<readonly [what: string, formula: string, facts: Facts, says: readonly string[]]>([
  [
    'a threshold, with how much more',
    '人员数 >= 7 人',
    { staff: 4 },
    ['人员数由4人增加到7人，至少再增加3人（第2条(一)）'],
  ],
  [
    'more than, to the next whole person',
    '人员数 > 7 人',
    { staff: 4 },
    ['人员数由4人增加到8人，至少再增加4人（第2条(一)）'],
  ],
  ['at most', '人员数 <= 3 人', { staff: 4 }, ['人员数由4人减少到3人，至少再减少1人（第2条(一)）']],
  [
    'a share of two figures, to the fen',
    '研发费用 / 营业收入 >= 30%',
    { 'research-spending': 1, turnover: 11 },
    ['研发费用由1万元增加到3.3万元，至少再增加2.3万元（第2条(一)）'],
  ],
  [
    'a figure on both sides of the line',
    '研发费用 / (研发费用 + 营业收入) >= 50%',
    { 'research-spending': 1, turnover: 4 },
    ['研发费用由1万元增加到4万元，至少再增加3万元（第2条(一)）'],
  ],
  [
    'the nearer of two ways',
    '人员数 >= 100 人 or 场地面积 >= 300 平方米',
    { staff: 4, 'site-area': 290 },
    ['场地面积由290平方米增加到300平方米，至少再增加10平方米（第2条(一)）'],
  ],
  [
    'two criteria that pull on one figure',
    '营业收入 >= 100 万元 and 研发费用 / 营业收入 >= (if 营业收入 >= 50 万元 then 10% else 20%)',
    { turnover: 40, 'research-spending': 8 },
    [
      '营业收入由40万元增加到100万元，至少再增加60万元（第2条(一)）',
      '研发费用由8万元增加到10万元，至少再增加2万元（第2条(一)）',
    ],
  ],
  [
    'the latest record only',
    'sum(年度数据.年度收入) >= 100 万元',
    {
      yearly: [
        { year: 2023, revenue: 30 },
        { year: 2024, revenue: 20 },
      ],
    },
    ['年度数据·最近一期年度收入由20万元增加到70万元，至少再增加50万元（第2条(一)）'],
  ],
  [
    'waiting, where only time helps',
    '运营起始日 + 1 年 <= 申报日',
    { 'opened-on': '2024-06-30' },
    ['最早于2025-06-30申报（第2条(一)）'],
  ],
  [
    'one more of a list',
    '技术领域 in ("新能源")',
    { fields: ['software'] },
    ['技术领域由“软件”改为“软件、新能源”（第2条(一)）'],
  ],
])('%s', (...[, formula, facts, says]) => {
  expect(said(formula, facts)).toEqual(says)
})

test.each<readonly [what: string, formula: string, facts: Facts]>([
  ['what a register says', '注册地 = "市内"', { 'registered-place': 'outside' }],
  [
    'a divisor made nothing, so that nobody knows',
    '研发费用 / 营业收入 < 0',
    { 'research-spending': 3, turnover: 2 },
  ],
])('%s is never proposed', (_, formula, facts) => {
  expect(said(formula, facts)).toBeUndefined()
})

test('a fact the vocabulary calls fixed stays, one that only rises is never lowered', () => {
  const staff = (changes: string) => {
    const files = withFormula('人员数 <= 3 人')
    const party = files.vocabulary['party.yaml']?.replace(
      'ask: { zh: 有多少人？, en: How many people? }',
      `ask: { zh: 有多少人？, en: How many people? }\n    changes: ${changes}`,
    )
    return programFor({ ...files, vocabulary: { 'party.yaml': party ?? '' } })
  }
  expect(repairOf(staff('fixed'), { facts: { staff: 4 } })).toBeNull()
  expect(repairOf(staff('more'), { facts: { staff: 4 } })).toBeNull()
  expect(repairOf(staff('less'), { facts: { staff: 4 } })?.changes[0]?.to).toBe('3人')
})

test('what is not answered yet stays open, and the repair says so', () => {
  const program = programFor(withFormula('人员数 >= 7 人'))
  const open = repairOf(program, { facts: { staff: 4, cooperates: null } })
  expect(open).toMatchObject({ reaches: 'open', facts: { staff: '7人' } })
  expect(repairOf(program, { facts: { staff: 4 } })?.reaches).toBe('met')
  expect(repairOf(program, { facts: { staff: 4, cooperates: 'not-met' } })).toBeNull()
})

test.each(PACKS)('%s: every refused example is repaired as shown, or not at all', (pack) => {
  const program = programOf(pack)
  for (const { service, facts, on } of workedExamples(sourceOf(pack))) {
    const question = { service, facts, on }
    const outcome = evaluate(program, question)
    const repair = smallestRepair(program, question, outcome)
    if (!repair) continue
    expect(outcome.answer).toBe('not-met')
    const again = evaluate(program, { service, facts: repair.facts, on: repair.on })
    expect(again.answer === 'met').toBe(repair.reaches === 'met')
    expect(again.answer).not.toBe('not-met')
  }
})
