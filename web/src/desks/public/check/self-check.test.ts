import {
  type Asking,
  type Expression,
  evaluate,
  type Facts,
  type Outcome,
  type Program,
} from '@banfa/policy/run'
import { expect, test } from 'vitest'
import { factsOf, NOTHING_TOLD, nextOf, skip, standing, tell } from './self-check.ts'

type Leaf = Outcome['findings'][number]

const leaf = (condition: string, answer: Leaf['answer'], more: Partial<Leaf> = {}): Leaf => ({
  condition,
  kind: 'computed',
  title: { zh: condition, en: condition },
  answer,
  cite: '第7条' as Leaf['cite'],
  saw: [],
  missing:
    answer === 'unknown' ? [{ fact: condition, title: { zh: '', en: '' }, from: 'applicant' }] : [],
  of: [],
  ...more,
})

const outcome = (answer: Outcome['answer'], leaves: readonly Leaf[]): Outcome => ({
  service: 's',
  pack: 'p',
  version: '1',
  digest: '',
  on: '2026-03-16',
  answer,
  values: [],
  pays: null,
  findings: [
    leaf('whole', answer, { kind: 'all', of: leaves.map((one) => one.condition), missing: [] }),
    ...leaves,
  ],
})

const judged = leaf('mechanism', 'unknown', {
  kind: 'judged',
  missing: [{ fact: 'mechanism', title: { zh: '', en: '' }, from: 'expert-panel' }],
})

const fact = (name: string): Expression => ({ kind: 'fact', name })
const three: Expression = {
  kind: 'literal',
  printed: '3',
  value: { kind: 'quantity', amount: { over: '3', under: '1' }, dimension: 'number' },
}
const about = (name: string) => ({ name, cite: judged.cite, title: { zh: name, en: name } })
const number = (name: string) => ({
  ...about(name),
  type: 'number',
  unit: null,
  options: [],
  from: 'applicant',
})

/** Two numbers that must both be three at least, and what a panel judges. */
function checking(facts: Facts): Asking {
  const needs = (name: string) => ({
    ...about(name),
    kind: 'computed',
    printed: name,
    test: { kind: 'compare', is: '>=', left: fact(name), right: three },
  })
  const panel = { ...about('mechanism'), kind: 'judged', by: 'expert-panel', looksAt: [] }
  const of = [needs('area'), needs('staff'), panel]
  const program = {
    facts: { area: number('area'), staff: number('staff') },
    records: {},
    values: {},
    conditions: { whole: { ...about('whole'), kind: 'all', of } },
    services: { s: { ...about('s'), needs: 'whole', papers: [], pays: null } },
  } as unknown as Program
  const question = { service: 's', facts, on: '2026-03-16' }
  return { program, question, outcome: evaluate(program, question) }
}

test('a skipped question is not asked again; answering it takes the skip back', () => {
  expect(nextOf(checking({}), NOTHING_TOLD)).toBe('area')
  const skipped = skip(NOTHING_TOLD, 'area')
  expect(nextOf(checking({}), skipped)).toBe('staff')
  expect(tell(skipped, 'area', 480).skipped).toEqual([])
})

test('one condition not met settles it, and the sentence counts what is not met', () => {
  const failed = outcome('not-met', [leaf('area', 'met'), leaf('talents', 'not-met'), judged])
  expect(standing(failed, NOTHING_TOLD)).toEqual({ says: 'not-met', count: 1 })
})

test('when only judgements are open, it says so: nothing more can be asked of the applicant', () => {
  const waiting = outcome('unknown', [leaf('area', 'met'), judged])
  expect(standing(waiting, NOTHING_TOLD)).toEqual({ says: 'people', count: 1 })
  expect(nextOf(checking({ area: 3, staff: 3 }), NOTHING_TOLD)).toBeNull()
})

test('what was skipped is said to be skipped, never taken for met', () => {
  const open = outcome('unknown', [leaf('area', 'unknown')])
  expect(standing(open, skip(NOTHING_TOLD, 'area'))).toEqual({ says: 'skipped', count: 1 })
  expect(factsOf(skip(tell(NOTHING_TOLD, 'area', 480), 'area'))).toEqual({})
})
