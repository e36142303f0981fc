import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cite, words } from '../../testing/random-words.ts'
import type { Quotas } from '../program/declarations.ts'
import { whole } from '../values/rational.ts'
import { type Admitted, admit, type Entrant } from './quotas.ts'

const quota = (name: string, places: number) => ({
  quota: name,
  title: words(name),
  cite,
  seats: { places },
  within: null,
  only: null,
})

/** 总名额；每个区县各有名额. */
const quotas = (ties: Quotas['ties'], altogether: number, each: number): Quotas => ({
  least: null,
  ties,
  of: [quota('altogether', altogether), quota('each', each)],
})

const one = (id: string, score: number, district: string): Entrant => ({
  id,
  score: whole(score),
  thenBy: [],
  reaches: true,
  under: ['', district],
})

const inside = ({ of }: Admitted) =>
  [...of].flatMap(([id, admission]) => (admission.is === 'in' ? [id] : [])).sort()

const FIELD = [
  one('a', 90, '天山区'),
  one('b', 85, '天山区'),
  one('c', 80, '天山区'),
  one('d', 70, '米东区'),
  one('e', 60, '米东区'),
]

test('the best come in until the quota of their district, or the whole, is full', () => {
  expect(inside(admit(quotas('meeting', 3, 2), FIELD, []))).toEqual(['a', 'b', 'd'])
  const admitted = admit(quotas('meeting', 3, 2), FIELD, [])
  expect(admitted.of.get('c')).toEqual({ is: 'out', because: 'quota', quota: 'each' })
  expect(admitted.of.get('e')).toEqual({ is: 'out', because: 'quota', quota: 'altogether' })
  expect(admitted.taken).toContainEqual({ quota: 'each', under: '米东区', seats: 2, taken: 1 })
})

const EDGE = [one('a', 90, '天山区'), one('b', 80, '天山区'), one('c', 80, '天山区')]
const WITH_OTHERS = [...EDGE, one('d', 70, '米东区'), one('e', 70, '天山区')]

test('equals at the edge come in together, stay out together, or wait for a meeting', () => {
  expect(inside(admit(quotas('let-in', 9, 2), EDGE, []))).toEqual(['a', 'b', 'c'])
  expect(inside(admit(quotas('leave-out', 9, 2), EDGE, []))).toEqual(['a'])
  const waiting = admit(quotas('meeting', 9, 2), WITH_OTHERS, [])
  expect(waiting.ties).toEqual([
    { place: 2, among: ['b', 'c'], quotas: [{ quota: 'each', under: '天山区', left: 1 }] },
  ])
  expect(inside(waiting)).toEqual(['a', 'd'])
  expect(waiting.of.get('b')).toEqual({ is: 'tied', quota: 'each' })
  expect(waiting.of.get('e')).toEqual({ is: 'open', because: 'tie', quota: 'each' })
})

test('a meeting’s choice counts when it is among those who are tied and fills the places', () => {
  const chosen = (...ids: string[]) =>
    inside(admit(quotas('meeting', 9, 2), WITH_OTHERS, [{ among: ['c', 'b'], chosen: ids }]))
  expect(chosen('c')).toEqual(['a', 'c', 'd'])
  expect(chosen('b', 'c')).toEqual(['a', 'd'])
  expect(chosen()).toEqual(['a', 'd'])
  expect(chosen('e')).toEqual(['a', 'd'])
})

test('who is counted by something not known waits for it', () => {
  const unknown: Entrant = { ...one('a', 90, ''), under: ['', undefined] }
  const admitted = admit(quotas('meeting', 9, 2), [unknown], [])
  expect(admitted.of.get('a')).toEqual({ is: 'open', because: 'unknown', quota: 'each' })
})

const fields = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('天山区', '米东区', '新市区')),
  { maxLength: 14 },
)

test('whatever the field: nobody worse comes in before an equal quota’s better, and the order of the list is nothing', () => {
  fc.assert(
    fc.property(
      fields,
      fc.constantFrom('leave-out' as const, 'meeting' as const),
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 })),
      (drawn, ties, [altogether, each]) => {
        const field = drawn.map(([score, district], at) => one(String(at), score, district))
        const forth = admit(quotas(ties, altogether, each), field, [])
        const back = admit(quotas(ties, altogether, each), [...field].reverse(), [])
        expect(inside(back)).toEqual(inside(forth))
        for (const { seats, taken } of forth.taken) expect(taken).toBeLessThanOrEqual(seats)
        for (const [at, a] of drawn.entries())
          for (const [other, b] of drawn.entries()) {
            if (a[1] !== b[1] || a[0] <= b[0] || forth.of.get(String(other))?.is !== 'in') continue
            expect(forth.of.get(String(at))?.is).toBe('in')
          }
      },
    ),
  )
})
