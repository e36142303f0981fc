import { expect, test } from 'vitest'
import { programOf, sha256 } from '../../testing/packs.ts'
import { changed } from '../../testing/small-pack.ts'
import { Simulation } from '../bulk.ts'
import { compile, readPack } from '../index.ts'
import type { Program } from '../run.ts'

const REWARD = `service: grant
title: { zh: 补助, en: Grant }
cite: 第2条(二)
kind: reward
needs: fit
applicants: [enterprise]
joint: false
papers:
  - paper: agreement
    title: { zh: 协议, en: Agreement }
    cite: 第2条(二)
    kinds: [pdf]
    required: true
route: []
pays: { amount: flat, cite: 第2条(二) }
`

/** The small measure with its area and its flat amount as given, and a grant beside recognition. */
function measure(area: string, flat: string): Program {
  const { files, vocabulary } = changed({
    'conditions/fit.yaml': ['场地面积 >= 300 平方米', `场地面积 >= ${area}`],
    'values/flat.yaml': ['10 万元', flat],
  })
  const source = readPack({ files: { ...files, 'services/grant.yaml': REWARD }, vocabulary })
  const { program, complaints } = compile(source, sha256)
  if (!program) throw new Error(complaints.map(({ says }) => says.en).join('\n'))
  return program
}

const firm = (id: string, area: number | null, district: string) => ({
  id,
  facts: { 'site-area': area, cooperates: 'met' },
  groups: [district],
})
const firms = [
  firm('a', 300, '天山区'),
  firm('b', 399, '天山区'),
  firm('c', 400, '高新区'),
  firm('d', 299, '高新区'),
  firm('e', null, '高新区'),
]

test('who falls out, who gains, what it costs, and why, by district', () => {
  const simulation = new Simulation(
    measure('400 平方米', '20 万元'),
    measure('300 平方米', '10 万元'),
    {
      on: '2025-03-01',
    },
  )
  for (const one of firms) simulation.add(one)
  const grant = simulation.run().find(({ service }) => service === 'grant')
  expect(grant).toMatchObject({
    now: { firms: 3, fen: 30_000_000 },
    draft: { firms: 1, fen: 20_000_000 },
    gains: [],
    falls: ['a', 'b'],
    open: [],
    reasons: [{ condition: 'large-enough', cite: '第2条(一)', firms: 2 }],
    groups: [
      { name: '高新区', now: { firms: 1 }, draft: { firms: 1 }, falls: 0 },
      { name: '天山区', now: { firms: 2 }, draft: { firms: 0, fen: 0 }, falls: 2 },
    ],
  })
})

test('a service nobody meets yet says who is newly refused, and who no longer is', () => {
  const [wide, narrow] = [measure('400 平方米', '10 万元'), measure('300 平方米', '10 万元')]
  const waiting = firms.map((one) => ({ ...one, facts: { ...one.facts, cooperates: null } }))
  const tried = (draft: Program, now: Program) => {
    const simulation = new Simulation(draft, now, { on: '2025-03-01' })
    for (const one of waiting) simulation.add(one)
    return simulation.run().find(({ service }) => service === 'grant')
  }
  expect(tried(wide, narrow)).toMatchObject({
    ...{ gains: [], falls: [], barred: ['a', 'b'], freed: [] },
    reasons: [{ condition: 'large-enough', firms: 2 }],
  })
  expect(tried(narrow, wide)).toMatchObject({ barred: [], freed: ['a', 'b'] })
})

test('another threshold is answered on the same firms, and back again', () => {
  const now = measure('300 平方米', '10 万元')
  const simulation = new Simulation(measure('400 平方米', '10 万元'), now, { on: '2025-03-01' })
  for (const one of firms) simulation.add(one)
  const falls = () => simulation.run().find(({ service }) => service === 'grant')?.falls
  expect(falls()).toEqual(['a', 'b'])
  simulation.redraft(measure('301 平方米', '10 万元'))
  expect(falls()).toEqual(['a'])
  simulation.redraft(now)
  expect(falls()).toEqual([])
})

test('a draft that asks for other facts must be simulated anew; a firm with wrong facts is in neither', () => {
  const now = measure('300 平方米', '10 万元')
  const simulation = new Simulation(now, now, { on: '2025-03-01' })
  expect(() => simulation.redraft(programOf('tech-sme-2017'))).toThrow(RangeError)
  expect(() => simulation.add({ id: 'x', facts: { 'site-area': '三百' }, groups: [''] })).toThrow()
  simulation.add({ id: 'y', facts: { 'site-area': 300, cooperates: 'met' }, groups: [''] })
  expect(simulation.firms).toBe(1)
  expect(simulation.run()[0]?.now?.firms).toBe(1)
})
