import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emitModule, evaluate } from '../src/run.ts'
import { load } from './packs.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

const cases = programs.chain((program) =>
  fc.record({
    program: fc.constant(program),
    asked: fc.array(fc.record({ facts: factsFor(program), on: days }), {
      minLength: 12,
      maxLength: 12,
    }),
  }),
)

/** Every seventh of a month rests; of 2025 nothing is known. */
const workingDays = (day: string) => (day >= '2025' ? null : Number(day.slice(-2)) % 7 !== 0)

test('an emitted module and the interpreter agree on random programs and facts at their thresholds', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ program, asked }) => {
      const module = await load(emitModule(program, 'apply'))
      for (const { facts, on } of asked) {
        expect(module.evaluate(facts, on, workingDays)).toEqual(
          evaluate(program, { service: 'apply', facts, on, workingDays }),
        )
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
