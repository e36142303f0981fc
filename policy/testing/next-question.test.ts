import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Asking,
  type Expression,
  evaluate,
  type Facts,
  nextQuestion,
  type Program,
} from '../src/run.ts'
import { factsFor } from './random-facts.ts'
import { days } from './random-formula.ts'
import { programs, programWith } from './random-program.ts'
import { cite, words } from './random-words.ts'
import { everyCase, smallFacts, smallMeasures } from './repair/small-measures.ts'

const ANYBODY = { from: ['applicant', 'register', 'bureau'] }

function askingOf(program: Program, facts: Facts, on: string): Asking {
  const question = { service: 'apply', facts, on }
  return { program, question, outcome: evaluate(program, question) }
}

/** Asks until nothing is asked any more, answering out of what is true. */
function interview(program: Program, truth: Facts, on: string) {
  const known: Record<string, Facts[string]> = {}
  const asked: string[] = []
  for (;;) {
    const asking = askingOf(program, known, on)
    const name = nextQuestion([asking], { ...ANYBODY, without: asked })
    if (name === null) return { asked, known, outcome: asking.outcome }
    asked.push(name)
    known[name] = truth[name]
  }
}

const interviews = programs.chain((program) =>
  fc.record({ program: fc.constant(program), truth: factsFor(program), on: days }),
)

test('answering what is asked comes to what all the facts together come to', () => {
  fc.assert(
    fc.property(interviews, ({ program, truth, on }) => {
      const { outcome } = interview(program, truth, on)
      const whole = evaluate(program, { service: 'apply', facts: truth, on }).answer
      if (whole === 'met' || whole === 'not-met') expect(outcome.answer).toBe(whole)
      else expect(['met', 'not-met']).not.toContain(outcome.answer)
    }),
    { numRuns: 1_500 },
  )
}, 60_000)

test('nothing is asked once the answer stands, and nothing twice', () => {
  fc.assert(
    fc.property(interviews, ({ program, truth, on }) => {
      const known: Record<string, Facts[string]> = {}
      const asked = interview(program, truth, on).asked
      expect(new Set(asked).size).toBe(asked.length)
      for (const name of asked) {
        const { answer } = askingOf(program, known, on).outcome
        expect(['unknown', 'unavailable']).toContain(answer)
        known[name] = truth[name]
      }
    }),
    { numRuns: 500 },
  )
}, 60_000)

const [staff, before, score] = ['staff', 'staff-before', 'score'].map(
  (name): Expression => ({ kind: 'fact', name }),
) as [Expression, Expression, Expression]
const compare = (left: Expression, right: Expression): Expression => ({
  kind: 'compare',
  is: '>=',
  left,
  right,
})

const programOf = (test: Expression) =>
  programWith({ name: 'c', cite, title: words('c'), kind: 'computed', printed: 'c', test })

test.each<readonly [what: string, test: Expression, known: Facts, asks: string | null]>([
  [
    'the branch that is not taken',
    compare(
      { kind: 'choose', when: { kind: 'fact', name: 'listed' }, gives: staff, otherwise: before },
      score,
    ),
    { listed: true, score: 3 },
    'staff',
  ],
  [
    'the limb beside one that is undecided',
    { kind: 'or', of: [compare(staff, score), compare(before, score)] },
    { staff: 2, score: 3 },
    'staff-before',
  ],
])('%s is never asked for', (...[, of, known, asks]) => {
  expect(nextQuestion([askingOf(programOf(of), known, '2024-03-01')], ANYBODY)).toBe(asks)
})

test('what stands over a divisor of zero is asked for: where it does not apply, that decides', () => {
  const program = programOf(
    compare({ kind: 'arithmetic', is: '/', left: staff, right: before }, score),
  )
  const known = { 'staff-before': 0, score: 3 }
  expect(nextQuestion([askingOf(program, known, '2024-03-01')], ANYBODY)).toBe('staff')
  const told = { ...known, staff: { doesNotApply: true } } as const
  expect(askingOf(program, told, '2024-03-01').outcome.answer).toBe('not-met')
})

test('nine in ten questions asked could change the answer, by every case there is', () => {
  const cases = fc.sample(fc.tuple(smallMeasures, smallFacts), { numRuns: 60, seed: 55 })
  const tally = { asked: 0, idle: 0 }
  for (const [program, truth] of cases) {
    const known: Record<string, Facts[string]> = {}
    for (const name of interview(program, truth, '2024-03-01').asked) {
      tally.asked += 1
      if (!canMatter(program, known, name)) tally.idle += 1
      known[name] = truth[name]
    }
  }
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  expect(tally.asked).toBeGreaterThan(50)
  expect(tally.idle / tally.asked).toBeLessThanOrEqual(0.1)
}, 60_000)

/** Whether, all else answered some way or other, knowing the fact ever brings another answer. */
function canMatter(program: Program, known: Facts, name: string): boolean {
  for (const one of everyCase({})) {
    if (Object.entries(known).some(([fact, value]) => one[fact] !== value)) continue
    const without = askingOf(program, { ...one, [name]: null }, '2024-03-01').outcome
    if (without.answer !== askingOf(program, one, '2024-03-01').outcome.answer) return true
  }
  return false
}
