import { expect, test } from 'vitest'
import { type Condition, evaluate, explainFinding } from '../src/run.ts'
import { programWith } from './random-program.ts'
import { cite, words } from './random-words.ts'
import { changed, complaintsAbout, withFormula } from './small-pack.ts'

const FIT = 'conditions/fit.yaml'
const codes = (input: Parameters<typeof complaintsAbout>[0]) =>
  complaintsAbout(input).map(({ code }) => code)

test.each(['第2条（一）', '第2条(一)之一', '第02条', '第2条(1)'])(
  '%s is not how a citation is written',
  (wrong) => {
    expect(codes(changed({ [FIT]: ['cite: 第2条(一)', `cite: ${wrong}`] }))).toContain(
      'cite.malformed',
    )
  },
)

test.each([
  ['a very long sum', `1${' + 1'.repeat(100_000)} > 0`],
  ['a very long unknown name', '很'.repeat(200_000)],
  ['a stretch longer than a century', '运营起始日 + 101 年 <= 申报日'],
])(
  '%s is complained of, soon',
  (_, formula) => {
    expect(codes(withFormula(formula))).toEqual(['formula.wrong'])
  },
  2_000,
)

test.each(['agreement: 5', 'cooperates: maybe', 'cooperates: [met]'])(
  'an example cannot give %s',
  (given) => {
    const change = ['cooperates: met', given] as const
    expect(codes(changed({ 'examples/fit.yaml': change }))).toContain('example.misfit')
  },
)

test('examples that start from each other start from nothing', () => {
  const other = `  - { name: 甲, like: 乙, service: apply, on: 2025-03-01, cite: 第2条, given: {}, answer: unknown }
  - { name: 乙, like: 甲, service: apply, on: 2025-03-01, cite: 第2条, given: {}, answer: unknown }
`
  const change = ['examples:\n', `examples:\n${other}`] as const
  expect(codes(changed({ 'examples/fit.yaml': change }))).toEqual([
    'example.like-circle',
    'example.like-circle',
  ])
})

test('options of two different facts are not compared', () => {
  const input = changed({
    'party.yaml': [
      '  legal-person:',
      '  seat:\n    title: { zh: 住所地, en: Seat }\n    type: choice\n    options: { inside: { zh: 市内, en: Inside } }\n    subject: party\n    from: register\n    sensitivity: public\n    ask: { zh: 在哪, en: Where }\n  legal-person:',
    ],
  })
  const text = input.files[FIT] ?? ''
  const files = { ...input.files, [FIT]: text.replace('场地面积 >= 300 平方米', '注册地 = 住所地') }
  expect(codes({ ...input, files })).toEqual(['formula.wrong'])
})

test('all facts there and still no answer: the reason is the divisor, not a missing fact', () => {
  const fact = (name: string) => ({ kind: 'fact', name }) as const
  const root: Condition = {
    kind: 'computed',
    name: 'share',
    cite,
    title: words('share'),
    printed: 'staff / staff-before = 1',
    test: {
      kind: 'compare',
      is: '=',
      left: { kind: 'arithmetic', is: '/', left: fact('staff'), right: fact('staff-before') },
      right: fact('score'),
    },
  }
  const program = programWith(root)
  const facts = { staff: 1, 'staff-before': 0, score: 1 }
  const [finding] = evaluate(program, { service: 'apply', facts, on: '2025-03-01' }).findings
  expect(finding && explainFinding(program, finding).zh).toContain('除数为零')
})
