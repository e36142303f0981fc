import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answersFor,
  appendAll,
  columnsFor,
  counter,
  countsFor,
  ReplayDiffers,
  replay,
  rowRunner,
  runner,
} from '../src/bulk.ts'
import { lower } from '../src/one-case.ts'
import { evaluate, type Facts, type Program, type SuppliedRecord, WrongFacts } from '../src/run.ts'
import { times, whole } from '../src/values/rational.ts'
import { workingDays } from './differential.ts'
import { factsFor, filledIn } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

const cases = programs.chain((program) =>
  fc.record({
    program: fc.constant(program),
    facts: fc.array(factsFor(program), { minLength: 6, maxLength: 6 }),
    on: days,
  }),
)

test('replaying a row of columns gives the outcome of its facts, bit for bit', () => {
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => {
      const plan = lower(program)
      const columns = columnsFor(program, { rows: 1 })
      appendAll(columns, program, facts)
      const answers = answersFor(plan, { rows: facts.length, keep: 'conditions' })
      const asked = { on, workingDays }
      runner(plan, { columns, answers, asked })(0, facts.length)
      for (const [row, one] of facts.entries()) {
        expect(replay(plan, { columns, answers, asked, row, service: 'apply' })).toEqual(
          evaluate(program, { service: 'apply', facts: one, on, workingDays }),
        )
      }
    }),
    { numRuns: 150 },
  )
})

test('a stored answer that is another is told, not shown', () => {
  const [program] = fc.sample(programs, { numRuns: 1, seed: 1 })
  if (!program) throw new Error('no program')
  const plan = lower(program)
  const columns = columnsFor(program, { rows: 1 })
  appendAll(columns, program, [{}])
  const answers = answersFor(plan, { rows: 1, keep: 'conditions' })
  const asked = { on: '2024-02-29' }
  runner(plan, { columns, answers, asked })(0, 1)
  for (const word of answers.words) word[0] = ~(word[0] ?? 0)
  expect(() => replay(plan, { columns, answers, asked, row: 0, service: 'apply' })).toThrow(
    ReplayDiffers,
  )
})

test('a fact made known never turns a decided answer, and one taken away never improves it', () => {
  const grown = cases.chain(({ program, facts: [facts = {}], on }) =>
    filledIn(program, facts).map((more) => ({ program, facts, more, on })),
  )
  fc.assert(
    fc.property(grown, ({ program, facts, more, on }) => {
      const run = rowRunner(lower(program), { on, workingDays })
      const before = run(facts).conditions
      const after = run(more).conditions
      for (const [at, bit] of before.entries()) {
        if (bit === 1 || bit === 8) expect(after[at]).toBe(bit)
      }
    }),
    { numRuns: 300 },
  )
})

test('the order of records never matters', () => {
  const turned = (facts: Facts): Facts => ({
    ...facts,
    ...(Array.isArray(facts.years) && {
      years: (facts.years as readonly SuppliedRecord[]).toReversed(),
    }),
  })
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => {
      const run = rowRunner(lower(program), { on, workingDays })
      for (const one of facts) expect(run(turned(one))).toEqual(run(one))
    }),
    { numRuns: 200 },
  )
})

test('counts and cost by group are what the rows add up to', () => {
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => {
      const plan = lower(program)
      const columns = columnsFor(program, { rows: 1 })
      appendAll(columns, program, facts)
      const asked = { on, workingDays }
      const answers = answersFor(plan, { rows: facts.length, keep: 'services' })
      runner(plan, { columns, answers, asked })(0, facts.length)
      const counts = countsFor(plan, { groups: 2 })
      const groups = { of: Int32Array.from(facts, (_, row) => row % 2), size: 2 }
      counter(plan, { columns, counts, asked, groups })(0, facts.length)
      const wanted = new Float64Array(8)
      const fen = new Float64Array(2)
      for (const row of facts.keys()) {
        const code = (answers.words[0]?.[row] ?? 0) & 3
        wanted[(row % 2) * 4 + code] = (wanted[(row % 2) * 4 + code] ?? 0) + 1
        const paid = answers.payable[0]?.[row] ?? Number.NaN
        if (code === 3 && !Number.isNaN(paid)) fen[row % 2] = (fen[row % 2] ?? 0) + paid
      }
      expect(counts.rows).toEqual(wanted)
      for (const [at, sum] of fen.entries()) expect(counts.fen[at]).toBeCloseTo(sum, 0)
    }),
    { numRuns: 150 },
  )
})

test('a run tuned to other thresholds answers as one made for them, mostly by the same code', () => {
  let same = 0
  fc.assert(
    fc.property(cases, fc.integer({ min: 2, max: 9 }), ({ program, facts, on }, by) => {
      const plan = lower(program)
      const other = lower(withThresholds(program, by))
      const columns = columnsFor(program, { rows: 1 })
      appendAll(columns, program, facts)
      const asked = { on, workingDays }
      const room = { rows: facts.length, keep: 'conditions' } as const
      const [answers, fresh] = [answersFor(plan, room), answersFor(other, room)]
      const run = runner(plan, { columns, answers, asked })
      if (run.tune(other)) same += 1
      run(0, facts.length)
      runner(other, { columns, answers: fresh, asked })(0, facts.length)
      expect(answers).toEqual(fresh)
    }),
    { numRuns: 150 },
  )
  expect(same).toBeGreaterThan(20)
})

/** Every literal number that something is compared with, so many times as large. */
function withThresholds(program: Program, by: number): Program {
  return JSON.parse(JSON.stringify(program), (_, one) => {
    const amount = one?.kind === 'compare' && one.right.kind === 'literal' && one.right.value.amount
    if (!amount) return one
    const value = { ...one.right.value, amount: times(amount, whole(by)) }
    return { ...one, right: { ...one.right, value } }
  })
}

test('a value that does not fit its fact is refused, and its row is not there', () => {
  const [program] = fc.sample(programs, { numRuns: 1, seed: 1 })
  if (!program) throw new Error('no program')
  const columns = columnsFor(program, { rows: 1 })
  expect(() => appendAll(columns, program, [{}, { staff: 'many' }])).toThrow(WrongFacts)
  expect(columns.rows).toBe(1)
})
