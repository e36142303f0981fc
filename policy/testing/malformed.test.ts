import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complaintsAbout, FILES, VOCABULARY } from './small-pack.ts'

const files = Object.keys(FILES)
const JUNK = [
  '',
  '\u0000',
  '\uFEFF',
  '[',
  '}',
  '- - - -',
  'a: &x [*x]',
  '!!binary aGk=',
  '? {a: 1}\n: 2',
  '---\na: 1\n---\nb: 2',
  '__proto__: { constructor: 1 }',
  '1e999',
  '.nan',
  'null',
  '~: ~',
  '"\\ud800"',
  '"unclosed',
  'on: 2025-03-01',
  '\t- tab',
  '<<: { format: 1 }',
]

test.each(JUNK)('a file that says %j is complained of, never thrown at the caller', (junk) => {
  for (const file of files) {
    expect(
      complaintsAbout({ files: { ...FILES, [file]: junk }, vocabulary: VOCABULARY }).length,
    ).toBeGreaterThan(0)
  }
  expect(
    complaintsAbout({ files: FILES, vocabulary: { 'party.yaml': junk } }).length,
  ).toBeGreaterThan(0)
})

test('an empty pack says which files it lacks', () => {
  const codes = complaintsAbout({ files: {}, vocabulary: {} }).map(({ code, file }) => [code, file])
  expect(codes).toEqual([
    ['pack.no-file', 'gist.yaml'],
    ['pack.no-file', 'pack.yaml'],
  ])
})

test.each([
  ['brackets without end', '['.repeat(50_000)],
  ['brackets closed again', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
  ['maps inside maps', Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['three million letters', 'x'.repeat(3_000_000)],
])(
  '%s are complained of',
  (_, text) => {
    for (const file of ['pack.yaml', 'conditions/fit.yaml']) {
      expect(
        complaintsAbout({ files: { ...FILES, [file]: text }, vocabulary: VOCABULARY }).length,
      ).toBeGreaterThan(0)
    }
  },
  20_000,
)

const places = fc.constantFrom(...files).chain((file) =>
  fc.record({
    file: fc.constant(file),
    at: fc.nat((FILES[file] ?? '').length),
    length: fc.nat(30),
    put: fc.oneof(
      fc.constantFrom(...JUNK),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(': ', '\n', '  ', '- ', '{', '"', '#', '(', '一'),
    ),
  }),
)

test('a pack damaged anywhere is complained of or read, but never throws', () => {
  fc.assert(
    fc.property(fc.array(places, { minLength: 1, maxLength: 3 }), (damages) => {
      const damaged: Record<string, string> = { ...FILES }
      for (const { file, at, length, put } of damages) {
        const text = damaged[file] ?? ''
        damaged[file] = text.slice(0, at) + put + text.slice(at + length)
      }
      for (const { line, column, says } of complaintsAbout({
        files: damaged,
        vocabulary: VOCABULARY,
      })) {
        expect(line > 0 && column > 0 && says.zh !== '' && says.en !== '').toBe(true)
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('a formula made of any signs and names is complained of or read, but never throws', () => {
  const part = fc.constantFrom(
    '场地面积',
    '人员数',
    '3',
    '人',
    '3 人',
    '平方米',
    '申报日',
    '1 年',
    '(',
    ')',
    '[',
    '..',
    ',',
    'and',
    'or',
    'not',
    'in',
    'between',
    'if',
    'then',
    'else',
    'min',
    'date',
    '"市内"',
    '注册地',
    '+',
    '-',
    '*',
    '/',
    '>=',
    '=',
    '！',
    '_',
    '%',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const text = FILES['conditions/fit.yaml'] ?? ''
      const fit = text.replace('场地面积 >= 300 平方米', JSON.stringify(parts.join(' ')))
      complaintsAbout({ files: { ...FILES, 'conditions/fit.yaml': fit }, vocabulary: VOCABULARY })
    }),
    { numRuns: 300 },
  )
}, 60_000)
