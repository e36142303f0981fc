import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../src/run.ts'
import { factsFor, filledIn } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

const cases = programs.chain((program) =>
  factsFor(program).chain((facts) =>
    fc.record({
      program: fc.constant(program),
      facts: fc.constant(facts),
      more: filledIn(program, facts),
      on: days,
    }),
  ),
)
const isDecided = (answer: string) => answer === 'met' || answer === 'not-met'

test('making a fact known never flips a decided verdict, of the whole or of any condition', () => {
  fc.assert(
    fc.property(cases, ({ program, facts, more, on }) => {
      const before = evaluate(program, { service: 'apply', facts, on })
      const after = evaluate(program, { service: 'apply', facts: more, on })
      const later = new Map(after.findings.map(({ condition, answer }) => [condition, answer]))
      for (const { condition, answer } of before.findings) {
        if (isDecided(answer)) expect(later.get(condition), condition).toBe(answer)
      }
      for (const { value, gives } of before.values) {
        const again = after.values.find((one) => one.value === value)
        if (gives !== null) expect(again?.gives, value).toBe(gives)
      }
    }),
    { numRuns: 2_000 },
  )
}, 60_000)

test('a condition that is decided waits for nothing', () => {
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => {
      for (const finding of evaluate(program, { service: 'apply', facts, on }).findings) {
        if (isDecided(finding.answer)) expect(finding.missing, finding.condition).toEqual([])
      }
    }),
    { numRuns: 1_000 },
  )
}, 60_000)
