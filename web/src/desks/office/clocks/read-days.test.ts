import { expect, test } from 'vitest'
import { readDays } from './read-days.ts'

test('a span of the notice is every one of its days', () => {
  expect(readDays('2027-02-28~2027-03-02 休 春节\n\n2027-03-06 班 春节调休')).toEqual({
    days: [
      { day: '2027-02-28', working: false, name: '春节' },
      { day: '2027-03-01', working: false, name: '春节' },
      { day: '2027-03-02', working: false, name: '春节' },
      { day: '2027-03-06', working: true, name: '春节调休' },
    ],
  })
})

test.each(['2027-01-01 元旦', '2027-02-30 休 春节', '2027-02-05~2027-02-01 休 春节', '一月一日'])(
  'a line that is no day is named: %s',
  (text) => {
    expect(readDays(`2027-01-01 休 元旦\n${text}`)).toEqual({ misread: { line: 2, text } })
  },
)
