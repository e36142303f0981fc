import { outline, readPack, schemas } from '@banfa/policy'
import { describe, expect, test } from 'vitest'
import { FILES, VOCABULARY } from '../../../../../../policy/testing/small-pack.ts'
import { offersAt } from './complete.ts'
import { citeAround, foundAt } from './look-up.ts'
import { placeAt } from './yaml-place.ts'

const names = outline(readPack({ files: FILES, vocabulary: VOCABULARY }))

/** The text with `|` for the cursor. */
function at(marked: string) {
  const offset = marked.indexOf('|')
  return { text: marked.replace('|', ''), offset }
}

function offered(file: string, marked: string) {
  const offers = offersAt({ file, ...at(marked), schemas, outline: names, language: 'zh' })
  return offers?.offers.map(({ label }) => label) ?? []
}

describe('where the cursor stands', () => {
  test.each([
    ['con|', ['writes key']],
    ['a:\n  b: |', ['a', 'b', 'writes value']],
    ['a:\n  - b: 1\n    c|', ['a', '[]', 'writes key']],
    ['a:\n- b: 1\n- |', ['a', '[]', 'writes key']],
    ['a: { b: x, c: |', ['a', 'c', 'writes value']],
    ['a: { b: x, |', ['a', 'writes key']],
    ['a: [x, |', ['a', '[]', 'writes value']],
    ['a:\n  - { b: "x: {", c: y| }', ['a', '[]', 'c', 'writes value']],
    ['a:\n  b:\n    c: 1\nd|', ['writes key']],
  ])('%j', (marked, way) => {
    const { text, offset } = at(marked)
    const { path, writes } = placeAt(text, offset)
    expect([...path, `writes ${writes}`]).toEqual(way)
  })
})

describe('what is offered', () => {
  test('keys of the schema that are not there yet, the required first', () => {
    const keys = offered('conditions/fit.yaml', 'condition: fit\ntitle: { zh: 甲, en: A }\n|')
    expect(keys.slice(0, 1)).toEqual(['cite'])
    expect(keys).toContain('at-least')
    expect(keys).not.toContain('title')
    expect(offered('conditions/fit.yaml', 'all:\n  - condition: x\n    |')).toContain('looks-at')
    expect(offered('conditions/fit.yaml', 'title: { zh: 甲, |')).toEqual(['en'])
  })

  test('articles after cite, with citations the pack already uses', () => {
    const cites = offered('conditions/fit.yaml', 'cite: 第|')
    expect(cites).toEqual(['第1条', '第2条', '第2条(一)', '第2条(二)'])
  })

  test('names, functions and words in a formula, units behind a number', () => {
    const inside = offered('conditions/fit.yaml', 'that: 场地|')
    expect(inside).toEqual(
      expect.arrayContaining(['场地面积', '年度数据', '定额', 'round half up', 'and']),
    )
    expect(offered('conditions/fit.yaml', 'that: 场地面积 >= 300 |')).toEqual(
      expect.arrayContaining(['平方米', '个工作日']),
    )
    expect(offered('values/flat.yaml', 'values:\n  - amount: { of: 10 万|')).toContain('万元')
  })

  test('options of a fact inside quotation marks', () => {
    expect(offered('conditions/fit.yaml', 'that: 注册地 = "|')).toEqual(['市内', '市外'])
    expect(offered('conditions/fit.yaml', 'that: 技术领域 in ("软件", "|')).toEqual([
      '软件',
      '新能源',
    ])
  })

  test('offices, papers, conditions, services and examples where they are named', () => {
    expect(offered('conditions/fit.yaml', 'by: |')).toEqual(['bureau', 'panel'])
    expect(offered('conditions/fit.yaml', 'looks-at: [|')).toEqual(['agreement'])
    expect(offered('services/apply.yaml', 'needs: |')).toContain('large-enough')
    expect(offered('examples/fit.yaml', 'examples:\n  - service: |')).toEqual(['apply'])
    expect(offered('examples/fit.yaml', 'examples:\n  - like: |')).toContain('有余')
    expect(offered('examples/fit.yaml', 'examples:\n  - given: { |')).toEqual(
      expect.arrayContaining(['site-area', 'cooperates', 'agreement']),
    )
    expect(offered('examples/fit.yaml', 'examples:\n  - findings: { large-enough: |')).toContain(
      'not-met',
    )
    expect(
      offered('examples/fit.yaml', 'examples:\n  - given:\n      registered-place: |'),
    ).toEqual(expect.arrayContaining(['inside', 'outside']))
  })
})

describe('what is looked up', () => {
  test('a citation gives its article, an item the article it lies in', () => {
    const line = '  cite: 第2条(一)'
    expect(foundAt(names, line, 10)).toMatchObject({
      cite: '第2条(一)',
      article: { article: '第2条' },
    })
    expect(foundAt(names, 'cite: 第9条', 8)).toMatchObject({ article: null })
  })

  test('a name gives what it is, the longest where one lies in another', () => {
    const line = 'that: 年度收入 >= 场地面积'
    expect(foundAt(names, line, 16)).toMatchObject({ name: { name: 'site-area', unit: '平方米' } })
    expect(foundAt(names, line, 8)).toMatchObject({ name: { name: 'revenue', kind: 'field' } })
    expect(foundAt(names, 'by: panel', 5)).toMatchObject({ name: { kind: 'office' } })
    expect(foundAt(names, 'a-panel-b', 4)).toBeNull()
  })

  test('a line without a citation rests on the one of the condition it lies in', () => {
    const file = 'conditions/fit.yaml'
    const text = '    that: 场地面积 >= 300 平方米'
    expect(citeAround(names, { file, number: 8, text })).toBe('第2条(一)')
    expect(citeAround(names, { file, number: 3, text: 'cite: 第2条' })).toBe('第2条')
  })
})
