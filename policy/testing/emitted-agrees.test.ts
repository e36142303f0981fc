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

test('an emitted module and the interpreter agree on random programs and facts at their thresholds', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ program, asked }) => {
      const module = await load(emitModule(program, 'apply'))
      for (const { facts, on } of asked) {
        expect(module.evaluate(facts, on)).toEqual(
          evaluate(program, { service: 'apply', facts, on }),
        )
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)
