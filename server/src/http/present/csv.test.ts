import { expect, test } from 'vitest'
import { csvOf } from './csv.ts'

test('quotes, commas and line ends stay in their cell; what looks like a formula is text', () => {
  const written = csvOf(
    ['单位', '数'],
    [
      ['甲,“乙”\n"丙"', 3],
      ['=HYPERLINK("x")', null],
    ],
  ).toString()
  expect(written).toBe('\uFEFF单位,数\r\n"甲,“乙”\n""丙""",3\r\n"\'=HYPERLINK(""x"")",\r\n')
})
