import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../kernel/index.ts'
import { readBytes } from './read-bytes.ts'
import { linesOf } from './text-of.ts'

const PIECES = [
  '第一章 总则',
  '第1条 甲。',
  '第３条',
  '第二条所称',
  '一、乙',
  '（一）丙；',
  '（2）',
  '1.丁',
  '2、戊，',
  '①己',
  '——庚。',
  '专栏4-1：辛',
  '附件（一）',
  '附件2 壬',
  '前 言',
  '3',
  '— 4 —',
  '第 5 页 共 9 页',
  '[bookmark: _x]',
  '某市公报',
  '没有说完的一句',
  '\t序号',
  '\t1',
  '甲\t乙',
  '丙  丁  戊',
  '\f',
  '',
  '　　缩进。',
  'Article',
]
const texts = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((lines) => lines.join('\n'))

const signs = (text: string) => [...text.replaceAll(/\s/gu, '')].toSorted().join('')

test('whatever stands in a text is in the reading or in the list of what was taken out', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const bytes = new TextEncoder().encode(text)
      const reading = await readBytes({ file: 'a.txt', bytes }).catch((problem: unknown) => {
        if (problem instanceof Refusal) return null
        throw problem
      })
      fc.pre(reading !== null)
      const read = linesOf(reading.content).join('')
      const removed = reading.removed.map((one) => one.text).join('')
      expect(signs(read + removed)).toBe(signs(new TextDecoder().decode(bytes)))
    }),
    { numRuns: 500 },
  )
})
