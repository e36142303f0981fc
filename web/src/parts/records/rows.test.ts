import type { Fact } from '@banfa/policy/run'
import { expect, test } from 'vitest'
import { cellsIn, pasted } from './paste.ts'
import { copyOf, givenOf, misfitsIn, rowsOf, type Sheet } from './rows.ts'

const field = (name: string, zh: string, more: Partial<Fact>): Fact => ({
  name,
  title: { zh, en: name },
  type: 'text',
  unit: null,
  options: [],
  subject: 'party',
  from: 'applicant',
  sensitivity: 'internal',
  ask: { zh, en: name },
  help: null,
  ...more,
})

const YEARLY: Sheet = {
  key: 'year',
  columns: [
    field('year', '年度', { type: 'number' }),
    field('sales', '销售收入', { type: 'amount', unit: '万元' }),
    field('research', '研发费用', { type: 'amount', unit: '万元' }),
  ],
}
const AWARDS: Sheet = {
  key: null,
  columns: [
    field('on', '获奖日期', { type: 'day' }),
    field('level', '奖励级别', {
      type: 'choice',
      options: [{ value: 'national', title: { zh: '国家级', en: 'National' } }],
    }),
  ],
}
const rowOf = (cells: Record<string, string>, id = 1) => ({ id, cells, hidden: {} })
const at = { row: 0, column: 0 }

test('what the register knows beyond the columns in sight is kept', () => {
  const rows = rowsOf([{ year: 2024, sales: 1200, 'net-assets': 800 }], YEARLY)
  expect(rows[0]?.cells).toEqual({ year: '2024', sales: '1,200', research: '' })
  expect(givenOf(rows, YEARLY, false)).toEqual([{ year: 2024, sales: 1200, 'net-assets': 800 }])
})

test('a year twice is said at the second, and only the first is an answer', () => {
  const rows = [rowOf({ year: '2024', sales: '1' }), rowOf({ year: '2024', sales: '2' }, 2)]
  expect([...misfitsIn(rows, YEARLY)]).toEqual([['2 year', 'input.key-twice']])
  expect(givenOf(rows, YEARLY, false)).toEqual([{ year: 2024, sales: 1 }])
})

test('a figure without its year is held back; one that is no number leaves its cell open', () => {
  const rows = [rowOf({ sales: '5' }), rowOf({ year: '2023', sales: '五百', research: '3' }, 2)]
  expect(misfitsIn(rows, YEARLY).get('1 year')).toBe('input.key-missing')
  expect(givenOf(rows, YEARLY, false)).toEqual([{ year: 2023, research: 3 }])
})

test('nothing said is unknown; said to be none is an empty list', () => {
  expect(givenOf([rowOf({})], AWARDS, false)).toBeNull()
  expect(givenOf([], AWARDS, true)).toEqual([])
})

test('a spreadsheet with titles goes where the titles say, years to their rows', () => {
  const text = '项目\t销售收入（万元）\t年度\n甲\t"1,200"\t2024年\n乙\t1000\t2023年\n'
  const rows = pasted([rowOf({ year: '2023' }), rowOf({ year: '2024' }, 2)], YEARLY, {
    at,
    cells: cellsIn(text),
  })
  expect(givenOf(rows, YEARLY, false)).toEqual([
    { year: 2023, sales: 1000 },
    { year: 2024, sales: 1200 },
  ])
})

test('cells without titles are laid from the cell on, and rows are added', () => {
  const rows = pasted([rowOf({})], AWARDS, {
    at,
    cells: cellsIn('2021/3/1\t国家级\n2022/11/20\t—'),
  })
  expect(givenOf(rows, AWARDS, false)).toEqual([
    { on: '2021-03-01', level: 'national' },
    { on: '2022-11-20' },
  ])
})

test('a copied year is the next one with the same figures', () => {
  const row = rowOf({ year: '2024', sales: '7' })
  expect(copyOf(row, [row], YEARLY).cells).toEqual({ year: '2025', sales: '7' })
})
