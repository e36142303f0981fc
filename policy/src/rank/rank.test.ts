import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cite, words } from '../../testing/random-words.ts'
import type { Ranking } from '../run.ts'
import { type Rational, ratio } from '../values/rational.ts'
import { type Contestant, rank } from './rank.ts'

const n = (value: number): Rational => ratio(BigInt(value), 1n)
const grade = (name: string, atLeast: number | null, share: number | null) => ({
  grade: name,
  title: words(name),
  atLeast: atLeast === null ? null : n(atLeast),
  top: share === null ? null : { share: ratio(BigInt(share), 100n), round: 'down' as const },
})

/** 优秀 90 分以上且前 20%（向下取整），良好 75 分以上，合格 60 分以上，其余不合格。 */
const yearly = (ties: Ranking['ties']): Ranking => ({
  name: 'yearly',
  title: words('yearly'),
  cite,
  by: 'score',
  thenBy: [],
  ties,
  grades: [
    grade('excellent', 90, 20),
    grade('good', 75, null),
    grade('pass', 60, null),
    grade('fail', null, null),
  ],
  ceilings: [],
})
const one = (id: string, score: number | null, ceiling: string | null = null): Contestant => ({
  id,
  score: score === null ? null : n(score),
  thenBy: [],
  ceiling,
})
const grades = (ties: Ranking['ties'], field: readonly Contestant[]) =>
  rank(yearly(ties), field).map((ranked) => ranked.grade)

test('a share of the field is rounded as the measure says: 20% of nine seats one', () => {
  const field = [99, 98, 97, 80, 75, 74, 60, 59, 10].map((score, at) => one(String(at), score))
  expect(grades('let-in', field)).toEqual([
    'excellent',
    'good',
    'good',
    'good',
    'good',
    'pass',
    'pass',
    'fail',
    'fail',
  ])
})

test('equals at the edge of a share come in together, or stay out together', () => {
  const field = [95, 95, 80, 70, 50].map((score, at) => one(String(at), score))
  expect(grades('let-in', field).slice(0, 3)).toEqual(['excellent', 'excellent', 'good'])
  expect(grades('leave-out', field).slice(0, 3)).toEqual(['good', 'good', 'good'])
})

test('after an accident no better than the ceiling; without a score no grade at all', () => {
  const field = [one('a', 95, 'pass'), one('b', 50, 'pass'), one('c', null), ...many(3)]
  expect(grades('let-in', field).slice(0, 3)).toEqual(['pass', 'fail', null])
})

const many = (count: number) => Array.from({ length: count }, (_, at) => one(`m${at}`, 1))

test('nobody’s place or grade depends on the order of the list, and a better score is never worse', () => {
  const field = fc.array(fc.integer({ min: 50, max: 100 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(field, fc.constantFrom('let-in' as const, 'leave-out' as const), (scores, ties) => {
      const all = scores.map((score, at) => one(String(at), score))
      const forth = rank(yearly(ties), all)
      const back = rank(yearly(ties), [...all].reverse())
      expect([...back].reverse()).toEqual(forth)
      const order = ['excellent', 'good', 'pass', 'fail']
      scores.forEach((a, i) => {
        scores.forEach((b, j) => {
          if (a <= b) return
          expect(order.indexOf(forth[i]?.grade ?? '')).toBeLessThanOrEqual(
            order.indexOf(forth[j]?.grade ?? ''),
          )
        })
      })
    }),
  )
})
