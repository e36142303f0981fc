import { describe, expect, test } from 'vitest'
import { measuresThere, pathOf } from '../../../testing/measures.ts'
import { type Asked, questionsOf, readDocument } from '../index.ts'
import { figuresIn } from './figures.ts'
import type { Question } from './question.ts'
import { leansOn, wordsIn } from './words.ts'

const said = ({ printed, value, unit, sign }: Question) => [printed, value, unit, sign]

describe('numbers as measures print them', () => {
  // The signs are those of docs/pack-authors.md: 不少于 and 以上 are >=, 超过 is >, 不足 is <.
  test.each([
    ['场地不少于500平方米', ['不少于500平方米', '500', '平方米', '>=']],
    ['３人以上团队', ['３人以上', '3', '人', '>=']],
    ['年收入超过1.5亿元', ['超过1.5亿元', '1.5', '亿元', '>']],
    ['最高不超过10万元', ['不超过10万元', '10', '万元', '<=']],
    ['不足20家的', ['不足20家', '20', '家', '<']],
    ['不满3年的', ['不满3年', '3', '年', '<']],
    ['给予1,000万元', ['1,000万元', '1000', '万元', null]],
    ['支持1－2家企业', ['1－2家', '1-2', '家', null]],
    ['在20个工作日内', ['20个工作日内', '20', '个工作日', '<=']],
    ['时间满一年以上的', ['满一年以上', '1', '年', '>=']],
    ['两年内不得', ['两年内', '2', '年', '<=']],
    ['连续两次不参加', ['连续两次', '2', '次', null]],
    ['占比达到2%以上', ['达到2%以上', '2', '%', '>=']],
  ])('%s', (text, expected) => {
    expect(figuresIn(text).map(said)).toEqual([expected])
  })

  test.each(['国科发区〔2018〕300号', '第7条和第3次会议', '第十二条', '一个项目、一批企业'])(
    '%s is no quantity',
    (text) => {
      expect(figuresIn(text)).toEqual([])
    },
  )

  test('a day is a day and no number of years', () => {
    expect(figuresIn('2023—2025年')).toEqual([{ kind: 'day', printed: '2023—2025年' }])
    expect(figuresIn('自2023年3月1日起施行，有效期3年')).toEqual([
      { kind: 'time', printed: '3年', value: '3', unit: '年', sign: null },
      { kind: 'day', printed: '2023年3月1日' },
    ])
  })
})

test('steps come in the order they are printed, with the glossary’s names', () => {
  const steps = wordsIn('由区县初审后推荐，经评审、审议后公示，无异议的颁发证书').flatMap(
    ({ step }) => step ?? [],
  )
  expect(steps).toEqual([
    'preliminary review',
    'recommendation',
    'expert review',
    'deliberation',
    'public notice',
    'objection',
    'certificate',
  ])
})

test('a text leaned on is named with its number', () => {
  expect(
    leansOn('根据《某办法》（某发〔2030〕7号）和《另一办法》').map(({ printed }) => printed),
  ).toEqual(['《某办法》（某发〔2030〕7号）', '《另一办法》'])
})

describe.skipIf(!measuresThere)('questions of the trial measures', () => {
  const of = async (address: string, kind: Asked['kind']) =>
    questionsOf(await readDocument(pathOf('incubators')))
      .filter((one) => one.address === address && one.kind === kind)
      .map(({ printed }) => printed)

  test('every threshold that the articles print is found', async () => {
    expect(await of('第6条(二)', 'number')).toEqual(['不少于500平方米'])
    expect(await of('第6条(四)', 'time')).toEqual(['达1年以上'])
    expect(await of('第7条(二)', 'number')).toEqual(['不少于300平方米'])
    expect(await of('第7条(三)', 'number')).toEqual(['不少于3家'])
    expect(await of('第7条(四)', 'number')).toEqual(['不少于5人'])
    expect(await of('第7条(七)', 'number')).toEqual(['3人以上'])
    expect(await of('第10条', 'time')).toEqual(['1个月'])
  })

  test('sanctions, delegations and steps are found where they stand', async () => {
    expect(await of('第11条', 'sanction')).toEqual(['取消其认定资格', '两年内不得再次申报'])
    expect(await of('第4条', 'delegation')).toEqual([
      '委托市科技信息服务中心',
      '委托市创新创业协同服务联合会',
    ])
    expect(await of('第8条(四)', 'step')).toEqual(['评审', '审议', '公示', '异议', '确认为'])
    expect(await of('第20条', 'validity')).toEqual(['由乌鲁木齐市科技局负责解释'])
  })

  test('the action plan’s amounts are found', async () => {
    const found = questionsOf(await readDocument(pathOf('actionPlan')))
    const amounts = found.filter(
      ({ kind, address }) => kind === 'amount' && address.startsWith('三'),
    )
    expect(amounts.map(({ address, printed }) => [address, printed])).toEqual([
      ['三、(一)', '10万元'],
      ['三、(一)', '5万元'],
      ['三、(三)', '300万元'],
      ['三、(四)', '20万元'],
      ['三、(九)', '5000元'],
      ['三、(九)', '不超过10万元'],
    ])
  })
})
