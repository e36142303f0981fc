import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersFor, appendAll, type Columns, columnsFor, replay, runner } from '../src/bulk.ts'
import { lower } from '../src/one-case.ts'
import { evaluate, type Facts, type Program } from '../src/run.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs } from './random-program.ts'

const cases = programs.chain((program) =>
  fc.record({ program: fc.constant(program), facts: factsFor(program), on: days }),
)
const ask = (program: Program, facts: Facts, on: string) =>
  evaluate(program, { service: 'apply', facts, on })

test('removing facts never improves: what is met without them was met with them', () => {
  const removals = cases.chain((one) =>
    fc.record({
      one: fc.constant(one),
      gone: fc.subarray(Object.keys(one.facts), { minLength: 1 }),
    }),
  )
  fc.assert(
    fc.property(removals, ({ one: { program, facts, on }, gone }) => {
      const whole = ask(program, facts, on)
      const less = ask(
        program,
        { ...facts, ...Object.fromEntries(gone.map((name) => [name, null])) },
        on,
      )
      const before = new Map(whole.findings.map(({ condition, answer }) => [condition, answer]))
      for (const { condition, answer } of less.findings) {
        if (answer === 'met') expect(before.get(condition) ?? 'met', condition).toBe('met')
      }
      const payable = less.pays?.payable ?? null
      if (payable !== null) expect(whole.pays?.payable).toBe(payable)
    }),
    { numRuns: 2_000 },
  )
}, 60_000)

test('the order of records never matters, to any answer, value, reason or sum', () => {
  fc.assert(
    fc.property(cases, fc.nat(), ({ program, facts, on }, turn) => {
      const { years } = facts
      if (!Array.isArray(years) || years.length < 2) return
      const by = 1 + (turn % (years.length - 1))
      const turned = [...years.slice(by), ...years.slice(0, by)]
      const whole = ask(program, facts, on)
      expect(ask(program, { ...facts, years: turned }, on)).toEqual(whole)
      expect(ask(program, { ...facts, years: years.toReversed() }, on)).toEqual(whole)
    }),
    { numRuns: 2_000 },
  )
}, 60_000)

test('a case replayed is the same to the bit: program and facts stored, read back, keys in any order', () => {
  const stored = <T>(one: T): T => JSON.parse(JSON.stringify(one), (_, value) => turnedKeys(value))
  fc.assert(
    fc.property(cases, ({ program, facts, on }) => {
      const first = JSON.stringify(ask(program, facts, on))
      expect(JSON.stringify(ask(program, facts, on))).toBe(first)
      const again = ask(JSON.parse(JSON.stringify(program)), stored(facts), on)
      expect(JSON.stringify(again)).toBe(first)
    }),
    { numRuns: 1_000 },
  )
}, 60_000)

function turnedKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).reverse())
}

test('what a bulk run stored is what its replay finds, row by row', () => {
  const bulk = programs.chain((program) =>
    fc.record({
      program: fc.constant(program),
      firms: fc.array(factsFor(program), { minLength: 1, maxLength: 12 }),
      on: days,
    }),
  )
  fc.assert(
    fc.property(bulk, ({ program, firms, on }) => {
      const plan = lower(program)
      const columns: Columns = columnsFor(program, { rows: firms.length })
      appendAll(columns, program, firms)
      const answers = answersFor(plan, { rows: firms.length, keep: 'conditions' })
      const asked = { on }
      runner(plan, { columns, answers, asked })(0, firms.length)
      for (const [row, facts] of firms.entries()) {
        const outcome = replay(plan, { columns, answers, asked, row, service: 'apply' })
        expect(outcome.answer).toBe(ask(program, facts, on).answer)
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)
