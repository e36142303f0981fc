import { citationInWords } from '@banfa/policy/run'
import { expect, test } from 'vitest'
import { articleOf, citeIn, clockOf, dayInText, fileSize, grouped, shortHash } from './format.ts'

test('a day is written out as each language writes it', () => {
  expect(dayInText('2026-03-01', 'zh')).toBe('2026年3月1日')
  expect(dayInText('2026-03-01', 'en')).toBe('1 Mar 2026')
})

test('an instant shows the clock of the zone, eight hours east', () => {
  expect(clockOf('2026-03-01T16:05:00.000Z')).toBe('00:05')
  expect(clockOf('2026-03-01T09:30:00+08:00')).toBe('09:30')
})

test('a citation keeps its Chinese form and has an English one', () => {
  expect(citeIn('第7条(四)', 'zh')).toBe('第7条(四)')
  expect(citeIn('第7条(四)', 'en')).toBe('Art. 7(4)')
  expect(citeIn('第14条(十二)', 'en')).toBe('Art. 14(12)')
  expect(citeIn('第25条', 'en')).toBe('Art. 25')
})

test('an item rests in its article', () => {
  expect(articleOf('第7条(四)')).toBe('第7条')
  expect(articleOf('第8条')).toBe('第8条')
})

test('money has separators, and two digits only where fen matter', () => {
  expect(grouped('1234567.50')).toBe('1,234,567.50')
})

test('sizes and fingerprints stay readable', () => {
  expect(fileSize(2_621_440)).toBe('2.5 MB')
  expect(shortHash('0123456789abcdef0123456789abcdef')).toBe('01234567…abcdef')
})

test('the pages and the engine cite alike', () => {
  for (const cite of ['第1条', '第7条(四)', '第14条(十二)', '第6条(二十)', '第3条(九十九)']) {
    expect(citeIn(cite, 'en')).toBe(citationInWords(cite, 'en'))
    expect(citeIn(cite, 'zh')).toBe(citationInWords(cite, 'zh'))
  }
})
