import { expect, test } from 'vitest'
import { type Condition, type Expression, evaluate, type Facts, WrongFacts } from '../src/run.ts'
import { programWith } from './random-program.ts'
import { cite, words } from './random-words.ts'

const fact = (name: string): Expression => ({ kind: 'fact', name })
const people = (count: number): Expression => ({
  kind: 'literal',
  printed: `${count}人`,
  value: { kind: 'quantity', dimension: 'count', amount: { over: String(count), under: '1' } },
})
const compare = (
  left: Expression,
  is: '>=' | '=' | '!=' | '<=',
  right: Expression,
): Expression => ({
  kind: 'compare',
  is,
  left,
  right,
})
const computed = (name: string, formula: Expression): Condition => ({
  kind: 'computed',
  name,
  cite,
  title: words(name),
  test: formula,
  printed: name,
})
const judged = (name: string): Condition => ({
  kind: 'judged',
  name,
  cite,
  title: words(name),
  question: words(name),
  by: 'bureau',
  looksAt: [],
})
const evidenced: Condition = {
  kind: 'evidenced',
  name: 'proved',
  cite,
  title: words('proved'),
  paper: 'deed',
}
const ask = (root: Condition, facts: Facts, on = '2025-03-01') =>
  evaluate(programWith(root), { service: 'apply', facts, on })
const answerTo = (formula: Expression, facts: Facts) => ask(computed('c', formula), facts).answer
const enough = compare(fact('staff'), '>=', people(5))

test.each([
  [4, 'not-met'],
  [5, 'met'],
  [6, 'met'],
  ['5人', 'met'],
  [null, 'unknown'],
  ['', 'unknown'],
  [{ unavailable: '社保系统' }, 'unavailable'],
  [{ doesNotApply: true } as const, 'not-met'],
])('at least 5 persons: %j is answered %s', (staff, answer) => {
  expect(answerTo(enough, { staff })).toBe(answer)
})

test('what does not apply equals nothing but itself', () => {
  const staff = { doesNotApply: true } as const
  expect(answerTo(compare(fact('staff'), '=', people(0)), { staff })).toBe('not-met')
  expect(answerTo(compare(fact('staff'), '!=', people(0)), { staff })).toBe('met')
})

test('a tenth and two tenths are three tenths', () => {
  const sum: Expression = {
    kind: 'arithmetic',
    is: '+',
    left: fact('score'),
    right: fact('score-before'),
  }
  const third: Expression = {
    kind: 'literal',
    printed: '0.3',
    value: { kind: 'quantity', dimension: 'number', amount: { over: '3', under: '10' } },
  }
  expect(answerTo(compare(sum, '=', third), { score: 0.1, 'score-before': '0.2' })).toBe('met')
})

test('a division by zero is unknown, not an error and not a no', () => {
  const ratio: Expression = {
    kind: 'arithmetic',
    is: '/',
    left: fact('staff'),
    right: fact('staff-before'),
  }
  const half = compare(ratio, '>=', {
    kind: 'literal',
    printed: '50%',
    value: { kind: 'quantity', dimension: 'share', amount: { over: '1', under: '2' } },
  })
  expect(answerTo(half, { staff: 1, 'staff-before': 0 })).toBe('unknown')
  expect(answerTo(half, { staff: 1, 'staff-before': 2 })).toBe('met')
})

test.each([
  ['2024-03-01', '2025-02-28', 'not-met'],
  ['2024-03-01', '2025-03-01', 'met'],
  ['2024-02-29', '2025-02-28', 'met'], // no 29 February in 2025: the month's last day stands in
  ['2024-02-29', '2025-02-27', 'not-met'],
])('in operation since %s, asked on %s: a full year is %s', (since, on, answer) => {
  const year: Expression = { kind: 'move-day', day: fact('since'), by: 12, unit: 'months' }
  const full = compare(year, '<=', { kind: 'day-asked' })
  expect(ask(computed('c', full), { since }, on).answer).toBe(answer)
})

const group = (kind: 'all' | 'any', ...of: Condition[]): Condition => ({
  kind,
  name: 'group',
  cite,
  title: words('group'),
  of,
})
const [a, b, c] = [judged('a'), judged('b'), judged('c')]
const gone = { unavailable: '档案' }

test.each([
  ['all', { a: 'met', b: 'met' }, 'met'],
  ['all', { a: 'not-met' }, 'not-met'],
  ['all', { a: 'met' }, 'unknown'],
  ['all', { a: 'met', b: gone }, 'unavailable'],
  ['all', { a: gone }, 'unknown'],
  ['all', { a: gone, b: 'not-met' }, 'not-met'],
  ['any', { a: 'not-met', b: 'not-met' }, 'not-met'],
  ['any', { a: 'met' }, 'met'],
  ['any', { a: 'not-met' }, 'unknown'],
  ['any', { a: 'not-met', b: gone }, 'unavailable'],
  ['any', { a: gone }, 'unknown'],
] as const)('%s of two judgements, given %j, is %s', (kind, facts, answer) => {
  expect(ask(group(kind, a, b), facts).answer).toBe(answer)
})

test.each([
  [{ a: 'met', b: 'met' }, 'met'],
  [{ a: 'not-met', b: 'not-met' }, 'not-met'],
  [{ a: 'met', b: 'not-met' }, 'unknown'],
  [{ a: 'met', b: 'not-met', c: gone }, 'unavailable'],
  [{ a: 'met', b: gone }, 'unknown'],
] as const)('at least two of three judgements, given %j, is %s', (facts, answer) => {
  const root: Condition = {
    kind: 'at-least',
    name: 'two',
    cite,
    title: words('two'),
    count: 2,
    of: [a, b, c],
  }
  expect(ask(root, facts).answer).toBe(answer)
})

test.each([
  [true, 'met'],
  ['met', 'met'],
  ['not-met', 'not-met'],
  [false, 'unknown'],
  [null, 'unknown'],
] as const)('a condition shown by a paper: %j is answered %s', (deed, answer) => {
  expect(ask(evidenced, { deed }).answer).toBe(answer)
})

test('who can supply what is missing is said: the register, the applicant, the office', () => {
  const root = group('all', computed('enough', enough), evidenced, a)
  const from = ask(root, {}).findings.flatMap(({ missing }) => missing.map((one) => one.from))
  expect(from).toEqual(['applicant', 'applicant', 'bureau'])
})

test('groups stand before their members, in printed order', () => {
  const inner: Condition = { ...group('any', b, c), name: 'inner' }
  const names = ask(group('all', a, inner), {}).findings.map(({ condition }) => condition)
  expect(names).toEqual(['group', 'a', 'inner', 'b', 'c'])
})

test('every wrong fact is refused at once, with a code', () => {
  const root = group('all', computed('enough', enough), a)
  try {
    ask(root, { staff: '4.5', since: '2025-02-30', a: 'maybe' })
    expect.unreachable()
  } catch (problem) {
    expect(problem).toBeInstanceOf(WrongFacts)
    const { code, misfits } = problem as WrongFacts
    expect(code).toBe('policy.wrong-facts')
    expect(misfits.map(({ fact: name }) => name)).toEqual(['staff', 'since', 'a'])
  }
})

test('names that objects are born with are nobody’s facts', () => {
  expect(ask(computed('c', enough), JSON.parse('{"__proto__": 5}')).answer).toBe('unknown')
  expect(() =>
    evaluate(programWith(a), { service: 'constructor', facts: {}, on: '2025-03-01' }),
  ).toThrow(RangeError)
})
