import { expect, test } from 'vitest'
import { programOf, sourceOf } from '../../testing/packs.ts'
import { evaluate, explainFinding } from '../run.ts'
import { coverage } from './coverage.ts'
import { workedExamples } from './worked-example.ts'

const PACK = 'international-incubators'
const program = programOf(PACK)
const examples = workedExamples(sourceOf(PACK))

test('all twenty articles are there, each marked', () => {
  const { articles } = coverage(program, examples)
  expect(Object.values(articles).flat()).toHaveLength(20)
})

test('a base one talent short is told which article, and by how many', () => {
  const short = examples.find(({ facts }) => facts['overseas-high-level-talents'] === '4 人')
  const outcome = evaluate(program, {
    service: short?.service ?? '',
    facts: short?.facts ?? {},
    on: short?.on ?? '',
  })
  const finding = outcome.findings.find(({ condition }) => condition === 'base-overseas-talents')
  expect(finding && explainFinding(program, finding)).toEqual({
    zh: '不符合 第7条(四)：海外高层次人才数要求不少于5人，现有4人',
    en: 'Not met (Art. 7(4)): High-level talents from overseas: requires at least 5 persons, has 4 persons',
  })
})

test('a program answers the same after a store has spelled its JSON anew', () => {
  const stored = JSON.parse(JSON.stringify(program), reversed) as typeof program
  for (const { service, facts, on, name } of examples) {
    const again = evaluate(stored, { service, facts, on })
    expect(again, name).toEqual(evaluate(program, { service, facts, on }))
  }
})

/** Turns the order of keys round, as a database's own JSON may. */
function reversed(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}
