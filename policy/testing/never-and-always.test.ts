import { expect, test } from 'vitest'
import { changed, complaintsAbout } from './small-pack.ts'

/** Conditions of the small measure as given, beside a total of at most 100 and a share of it. */
function codesOf(all: readonly string[], extra = '') {
  const leaf = (that: string, at: number) =>
    `  - { condition: leaf-${at}, title: { zh: 条件, en: Leaf }, cite: 第2条(一), that: ${JSON.stringify(that)} }\n`
  const { files, vocabulary } = changed({
    'conditions/fit.yaml': [
      'all:\n',
      `all:\n${all.map(leaf).join('')}${extra.replaceAll('LEAF', leaf('人员数 >= 10 人', 99).trim())}`,
    ],
    'values/flat.yaml': [
      'values:\n',
      `values:
  - { value: total, title: { zh: 总分, en: Total }, cite: 第2条, score: { of: [half, half], at-most: 100 } }
  - { value: half, title: { zh: 半分, en: Half }, cite: 第2条, table: { of: 人员数, rows: [{ when: ">= 5 人", gives: 80 }, { when: "< 5 人", gives: 20 }] } }
  - { value: rounded, title: { zh: 取整, en: Rounded }, cite: 第2条, that: ceiling(总分 / 3) }
`,
    ],
  })
  const complaints = complaintsAbout({ files, vocabulary })
  const wrong = complaints.filter(({ code }) => /formula|shape|value/.test(code))
  expect(wrong).toEqual([])
  return complaints
    .map(({ code }) => code)
    .filter((code) => /never|always|contradiction/.test(code))
}

test.each([
  ['总分 >= 101', ['condition.never']],
  ['总分 > 100', ['condition.never']],
  ['总分 >= 500', ['condition.never']],
  ['总分 >= 100', []],
  ['总分 >= 40', ['condition.always']],
  ['总分 > 40', []],
  ['总分 = 39', ['condition.never']],
  // A third of 100 rounded up is 34, not 35.
  ['取整 >= 35', ['condition.never']],
  ['取整 >= 34', []],
])('%s, of a total between 40 and 100', (that, codes) => {
  expect(codesOf([that])).toEqual(codes)
})

const veto = (that: string) =>
  `  - condition: vetoes
    title: { zh: 一票否决, en: Vetoes }
    cite: 第2条(一)
    none:
      - { condition: veto, title: { zh: 否决, en: Veto }, cite: 第2条(一), that: ${that} }
      - { condition: other-veto, title: { zh: 否决二, en: Other }, cite: 第2条(一), that: 独立法人 }
`

test('a veto on what must hold is a contradiction, one beside it is not', () => {
  expect(codesOf(['人员数 >= 10 人'], veto('人员数 > 5 人'))).toEqual(['service.contradiction'])
  expect(codesOf(['人员数 >= 10 人'], veto('人员数 > 10 人'))).toEqual([])
  expect(codesOf(['总分 >= 60'], veto('总分 > 59'))).toEqual(['service.contradiction'])
  expect(codesOf(['独立法人'], veto('人员数 > 10 人'))).toEqual(['service.contradiction'])
})
