import Excel from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTable } from './read-table.ts'

const ROWS = [
  ['名称', '区县'],
  ['甲有限公司', '新市区'],
]

async function asXlsx(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('单位')
  for (const row of rows) sheet.addRow([...row])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('the same rows come out of CSV in UTF-8, in GB18030, and of the first sheet of an xlsx', async () => {
  const csv = '名称,区县\n甲有限公司, 新市区\n,\n'
  const gb = Uint8Array.from([
    ...[0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xc7, 0xf8, 0xcf, 0xd8, 0x0a],
    ...[0xbc, 0xd7, 0xd3, 0xd0, 0xcf, 0xde, 0xb9, 0xab, 0xcb, 0xbe, 0x2c],
    ...[0xd0, 0xc2, 0xca, 0xd0, 0xc7, 0xf8, 0x0a],
  ])
  expect(await readTable('a.csv', Buffer.from(`\uFEFF${csv}`))).toEqual(ROWS)
  expect(await readTable('a.csv', gb)).toEqual(ROWS)
  expect(await readTable('a.xlsx', await asXlsx(ROWS))).toEqual(ROWS)
})

test('whatever the bytes, the answer is rows or a refusal in words', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (tail, zipped) => {
      const bytes = zipped ? Uint8Array.from([0x50, 0x4b, 3, 4, ...tail]) : tail
      const told = await readTable('a', bytes).catch((problem: { code?: string }) => problem.code)
      expect(Array.isArray(told) || String(told).startsWith('reader.')).toBe(true)
    }),
    { numRuns: 60 },
  )
})
