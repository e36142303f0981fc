import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowRunner } from '../src/bulk.ts'
import { workedExamples } from '../src/examples/worked-example.ts'
import { lower, rowClosures, rowOutcomes } from '../src/one-case.ts'
import { evaluate, type Facts, type Program, WrongFacts } from '../src/run.ts'
import { workingDays } from './differential.ts'
import { PACKS, programOf, sourceOf } from './packs.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

function expectSame(program: Program, all: readonly Facts[], on: string): void {
  const services = Object.keys(program.services)
  const quick = rowOutcomes(lower(program), { on, workingDays })
  for (const facts of all) {
    const wanted = services.map((service) => evaluate(program, { service, facts, on, workingDays }))
    expect(quick(facts, services)).toEqual(wanted)
  }
}

test('an outcome told from closures is the interpreter’s, word for word', () => {
  const cases = programs.chain((program) =>
    fc.record({
      program: fc.constant(program),
      facts: fc.array(factsFor(program), { minLength: 12, maxLength: 12 }),
      on: days,
    }),
  )
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => expectSame(program, facts, on)),
    { numRuns: 400 },
  )
}, 60_000)

describe.each(PACKS)('%s', (pack) => {
  const program = programOf(pack)
  const byDay = Map.groupBy(workedExamples(sourceOf(pack)), ({ on }) => on)

  test('the outcomes of its examples, and of each with one fact taken away', () => {
    for (const [on, examples] of byDay) {
      const all = examples.flatMap(({ facts }) => [
        facts,
        ...Object.keys(facts).flatMap((name) => [
          { ...facts, [name]: null },
          { ...facts, [name]: { unavailable: '登记机关' } },
        ]),
      ])
      expectSame(program, all, on)
    }
  }, 60_000)
})

describe('facts that are no plain JSON', () => {
  const [program] = fc.sample(programs, { numRuns: 1, seed: 1 })
  if (!program) throw new Error('no program')
  const plan = lower(program)
  const on = '2024-02-29'
  const quick = rowOutcomes(plan, { on })
  const runners = { rows: rowRunner(plan, { on }), closures: rowClosures(plan, { on }) }
  const filled = {
    listed: true,
    since: '2024-02-29',
    colour: 'red',
    years: [{ year: 2023, revenue: 3, grade: 'blue', heads: 2 }],
  }

  test('what an object only inherits is nobody’s fact', () => {
    const heir = Object.create(filled) as Facts
    expect(quick(heir, ['apply'])).toEqual(quick({}, ['apply']))
    for (const run of Object.values(runners)) expect(run(heir)).toEqual(run({}))
    const years = filled.years.map((year) => Object.assign(Object.create({ heads: 4 }), year))
    const own = { ...filled, years }
    for (const run of Object.values(runners)) expect(run(own)).toEqual(run(filled))
  })

  test('a wrong value among right ones is refused by every runner', () => {
    const wrong: readonly Facts[] = [
      { ...filled, since: '2023-02-29' },
      { ...filled, colour: 'mauve' },
      { ...filled, years: [filled.years[0] ?? {}, filled.years[0] ?? {}] },
      { ...filled, years: [{ ...filled.years[0], heads: 1.5 }] },
      { ...filled, years: [{ revenue: 3 }] },
    ]
    for (const facts of wrong) {
      expect(() => quick(facts, ['apply'])).toThrow(WrongFacts)
      for (const run of Object.values(runners)) expect(() => run(facts)).toThrow(WrongFacts)
    }
    expect(quick(filled, ['apply'])).toEqual([
      evaluate(program, { service: 'apply', facts: filled, on }),
    ])
  })
})
