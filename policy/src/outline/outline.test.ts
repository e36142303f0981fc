import { expect, test } from 'vitest'
import { FILES, VOCABULARY } from '../../testing/small-pack.ts'
import { outline, readPack } from '../index.ts'

const small = outline(readPack({ files: FILES, vocabulary: VOCABULARY }))
const of = (name: string) => small.names.find((one) => one.name === name)

test('a fact is named with its title, type, unit and who supplies it', () => {
  expect(of('site-area')).toMatchObject({
    kind: 'fact',
    title: { zh: '场地面积' },
    type: 'area',
    unit: '平方米',
    from: 'applicant',
    at: { file: 'party.yaml' },
  })
  expect(of('registered-place')?.options.map(({ value }) => value)).toEqual(['inside', 'outside'])
})

test('conditions, values, papers, offices, services, fields and examples are named too', () => {
  const kinds = ['large-enough', 'flat', 'agreement', 'panel', 'apply', 'revenue', '有余'].map(
    (name) => of(name)?.kind,
  )
  expect(kinds).toEqual(['condition', 'value', 'paper', 'office', 'service', 'field', 'example'])
  expect(of('cooperates')).toMatchObject({ type: 'judged', from: 'panel', cite: '第2条(二)' })
})

test('articles come with their gist; units and functions are those of the language', () => {
  expect(small.articles.map(({ article }) => article)).toEqual(['第1条', '第2条'])
  expect(small.units).toEqual(expect.arrayContaining(['万元', '%', '个工作日']))
  expect(small.functions).toEqual(expect.arrayContaining(['round half up', '合计']))
})

test('of a pack full of errors is what can be read of it', () => {
  const broken = { ...FILES, 'pack.yaml': 'format: 1' }
  expect(outline(readPack({ files: broken, vocabulary: VOCABULARY })).names.length).toBeGreaterThan(
    10,
  )
})
