import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../kernel/index.ts'
import { drawLot, isSameLot } from './lot.ts'

const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('hex'))
const candidates = fc.uniqueArray(
  fc.record({ code: fc.uuid(), group: fc.constantFrom('甲', '乙', '丙', '丁', '戊') }),
  { selector: (one) => one.code, maxLength: 20 },
)
const asked = fc.record({
  on: fc.constant(day('2026-03-02')),
  wanted: fc.integer({ min: 1, max: 6 }),
  candidates,
  random: hex,
})

test('the same list, day and chance draw the same, in whatever order the list is written', () => {
  fc.assert(
    fc.property(asked, (of) => {
      const proof = drawLot(of)
      expect(drawLot({ ...of, candidates: [...of.candidates].reverse() })).toEqual(proof)
      expect(isSameLot(proof)).toBe(true)
      const groups = proof.drawn.map(
        (code) => of.candidates.find((one) => one.code === code)?.group,
      )
      expect(new Set(groups).size).toBe(proof.drawn.length)
      const all = new Set(of.candidates.map((one) => one.group)).size
      expect(proof.drawn).toHaveLength(Math.min(of.wanted, all))
    }),
  )
})

test('a candidate left out, another winner or another chance is found out', () => {
  fc.assert(
    fc.property(asked, hex, (of, other) => {
      fc.pre(of.candidates.length > 1 && other !== of.random)
      const proof = drawLot(of)
      expect(isSameLot({ ...proof, candidates: proof.candidates.slice(1) })).toBe(false)
      expect(isSameLot({ ...proof, random: other })).toBe(false)
      const losers = proof.candidates
        .map((one) => one.code)
        .filter((code) => !proof.drawn.includes(code))
      fc.pre(losers.length > 0)
      expect(isSameLot({ ...proof, drawn: [...proof.drawn.slice(1), losers[0] ?? ''] })).toBe(false)
    }),
  )
})

test('everybody has the same chance', () => {
  const of = ['甲', '乙', '丙', '丁'].map((name) => ({ code: name, group: name }))
  const won = new Map<string, number>()
  for (let at = 0; at < 4_000; at += 1) {
    const random = String(at).padStart(64, '0')
    const [winner = ''] = drawLot({
      on: day('2026-03-02'),
      wanted: 1,
      candidates: of,
      random,
    }).drawn
    won.set(winner, (won.get(winner) ?? 0) + 1)
  }
  // Chi-squared with three degrees of freedom: above 16.3 in one of a thousand honest lots; the lots are fixed.
  const chi = [...won.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0)
  expect(won.size).toBe(4)
  expect(chi).toBeLessThan(16.3)
})
