import { expect, test } from 'vitest'
import { planParties } from './plan-parties.ts'

const DISTRICTS = [{ code: '650104', names: ['新市区', 'Xinshi'] }]
const HEAD = ['单位名称', '统一社会信用代码', '区县', '类型']
const GOOD = '91650104MA7TXT013P'
const OTHER = '91650102MA0DEM021G'

const plan = (rows: string[][], codes: string[] = []) =>
  planParties([HEAD, ...rows], { districts: DISTRICTS, codes: new Set(codes) })

test('a table is read by its heads; districts go by name or code, a missing kind is an enterprise', () => {
  const lines = plan([
    ['甲有限公司', ` ${GOOD.toLowerCase()} `, '新市区', ''],
    ['乙研究所', OTHER, '650104', '事业单位'],
  ])
  expect(lines).toEqual([
    {
      row: 2,
      given: { name: '甲有限公司', creditCode: GOOD, district: '650104', kind: 'enterprise' },
      refused: null,
    },
    {
      row: 3,
      given: { name: '乙研究所', creditCode: OTHER, district: '650104', kind: 'institution' },
      refused: null,
    },
  ])
})

test('each row says what is wrong with it, and the others stay good', () => {
  const lines = plan(
    [
      ['校验不符有限公司', '91650104MA7TXT013X', '新市区', ''],
      ['已登记有限公司', OTHER, '新市区', ''],
      ['', GOOD, '新市区', ''],
      ['外地有限公司', GOOD, '天河区', ''],
      ['重复有限公司', GOOD, '新市区', ''],
    ],
    [OTHER],
  )
  expect(lines.map(({ row, refused }) => [row, refused?.code ?? null])).toEqual([
    [2, 'registries.wrong-credit-code'],
    [3, 'registries.party-already'],
    [4, 'registries.nameless-party'],
    [5, 'registries.unknown-district'],
    [6, 'registries.party-already'],
  ])
})

test('a table without the columns is refused whole', () => {
  expect(() => planParties([['名称', '电话']], { districts: DISTRICTS, codes: new Set() })).toThrow(
    expect.objectContaining({ code: 'registries.headless-table' }),
  )
})
