import { expect, test } from 'vitest'
import { compile, readPack } from '../../src/index.ts'
import { evaluate, WrongFacts } from '../../src/run.ts'
import { programOf, sha256 } from '../packs.ts'
import { changed, complaintsAbout, FILES, VOCABULARY, withFormula } from '../small-pack.ts'

const codes = (input: Parameters<typeof complaintsAbout>[0]) => [
  ...new Set(complaintsAbout(input).map(({ code }) => code)),
]
const inFit = (text: string) =>
  complaintsAbout({ files: { ...FILES, 'conditions/fit.yaml': text }, vocabulary: VOCABULARY })

test('a pack of 3,000 criteria compiles and is answered, with a finding for each', () => {
  const criteria = Array.from(
    { length: 3_000 },
    (_, at) => `  - condition: c${at}
    title: { zh: 条件${at}, en: Condition ${at} }
    cite: 第2条(一)
    that: 人员数 >= ${at} 人
`,
  ).join('')
  const fit = `condition: fit\ntitle: { zh: 条件, en: Conditions }\ncite: 第2条\nall:\n${criteria}`
  const cooperates = / {2}- condition: cooperates[\s\S]*/.exec(
    FILES['conditions/fit.yaml'] ?? '',
  )?.[0]
  const files = { ...FILES, 'conditions/fit.yaml': fit + cooperates }
  const pack = FILES['pack.yaml']?.replace('large-enough', 'c1') ?? ''
  const examples = 'examples: []\n'
  const source = readPack({
    files: { ...files, 'pack.yaml': pack, 'examples/fit.yaml': examples },
    vocabulary: VOCABULARY,
  })
  const { program } = compile(source, sha256)
  if (!program) throw new Error('3,000 criteria did not compile')
  const question = { service: 'apply', facts: { staff: 1_500 }, on: '2025-03-01' }
  const { answer, findings } = evaluate(program, question)
  expect(answer).toBe('not-met')
  expect(findings.filter((one) => one.answer === 'not-met')).toHaveLength(1 + 1_499)
}, 60_000)

const valueNamed = (name: string, title: string, body: string) => `  - value: ${name}
    title: { zh: ${title}, en: ${title} }
    cite: 第2条
    ${body}
`
const valued = (values: readonly string[]) =>
  complaintsAbout({
    files: { ...FILES, 'values/flat.yaml': `values:\n${values.join('')}` },
    vocabulary: VOCABULARY,
  })
const aroundIn = (complaints: ReturnType<typeof complaintsAbout>) =>
  complaints.filter(({ says }) => says.en.includes('leads back to itself'))

test.each<readonly [string, readonly string[]]>([
  ['itself', ['that: first + 1']],
  ['each other', ['that: second + 1', 'that: first + 1']],
  ['three in a circle', ['that: second * 2', 'score: { of: [third] }', 'best-of: [first]']],
  ['one another by their titles', ['that: 乙值 + 1', 'that: 甲值 + 1']],
])('values that lead back to %s are complained of once, where the circle closes', (_, bodies) => {
  const names = [
    ['first', '甲值'],
    ['second', '乙值'],
    ['third', '丙值'],
  ] as const
  const values = bodies.map((body, at) =>
    valueNamed(names[at]?.[0] ?? '', names[at]?.[1] ?? '', body),
  )
  const [told, ...more] = aroundIn(valued(values))
  expect(more).toEqual([])
  expect(told).toMatchObject({ file: 'values/flat.yaml', code: 'formula.wrong' })
  expect(told?.line).toBeGreaterThan(1)
  expect(told?.says.en).toMatch(/first → .*first|second → .*second|third → .*third/)
})

test.each([
  ['a circle through a thousand values', (at: number) => `that: v${(at + 1) % 1_000} + 1`],
  ['a chain of a thousand, the last first', (at: number) => `that: ${at ? `v${at - 1} + 1` : '1'}`],
  ['the same, the first first', (at: number) => `that: ${at < 999 ? `v${at + 1} + 1` : '1'}`],
])('%s is told, and the stack holds', (_, body) => {
  const values = Array.from({ length: 1_000 }, (_, at) => valueNamed(`v${at}`, `值${at}`, body(at)))
  const deep = valued(values).filter(({ says }) => says.en.includes('more than 100 deep'))
  expect(deep.length).toBeGreaterThan(0)
  expect(deep[0]).toMatchObject({ file: 'values/flat.yaml', code: 'formula.wrong' })
})

test.each([
  ['brackets', `${'('.repeat(20_000)}1${')'.repeat(20_000)} > 0`],
  ['not', `${'not('.repeat(20_000)}独立法人${')'.repeat(20_000)}`],
  ['if', `${'if 独立法人 then '.repeat(5_000)}true`],
  ['minus', `${'-'.repeat(50_000)}1 < 3`],
  ['min', `${'min('.repeat(10_000)}1${')'.repeat(10_000)} > 0`],
])('%s nested without end are complained of where they stand', (_, formula) => {
  const found = complaintsAbout(withFormula(formula))
  expect(
    found.some(({ file, code }) => file === 'conditions/fit.yaml' && code.startsWith('formula')),
  ).toBe(true)
})

test.each([
  ['1e400', '人员数 >= 1e400 人'],
  ['a hundred thousand digits', `人员数 >= ${'9'.repeat(100_000)} 人`],
  ['as many places', `场地面积 >= 0.${'7'.repeat(100_000)} 平方米`],
  ['thousands of ratios', `场地面积 / 3 平方米${' / 0.0001'.repeat(2_000)} > 1`],
])('%s in a formula are complained of', (_, formula) => {
  expect(codes(withFormula(formula))).toContain('formula.wrong')
})

test.each<readonly [string, unknown]>([
  ['1e400', Number('1e400')],
  ['not a number', Number.NaN],
  ['minus nothing at all', Number.NEGATIVE_INFINITY],
  ['1e300', 1e300],
  ['a hundred thousand digits', '9'.repeat(100_000)],
  ['as many places', `0.${'7'.repeat(100_000)}`],
  ['1e5000', '1e5000'],
])('%s is no number of square metres', (_, given) => {
  const facts = { 'carrier-area-in-city': given as number }
  const program = programOf('international-incubators')
  const service = 'maker-base-recognition'
  expect(() => evaluate(program, { service, facts, on: '2025-03-01' })).toThrow(WrongFacts)
})

const LAUGHS = [
  'a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]',
  ...'bcdefghi'.split('').map((name, at) => {
    const before = 'abcdefgh'[at]
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`
  }),
].join('\n')

test.each([
  ['a billion laughs', LAUGHS],
  ['an anchor that holds itself', 'condition: &x { all: [*x] }'],
  ['a key twice', `${FILES['conditions/fit.yaml']}cite: 第2条\n`],
  ['a key a million times', 'a: 1\n'.repeat(20_000)],
  ['a function', 'condition: !!js/function "function () { return 1 }"'],
  ['a regular expression', 'condition: !!js/regexp /a+$/'],
  ['a tag of nobody', 'condition: !<tag:evil,2026:run> fit'],
  ['bytes', 'condition: !!binary aGk='],
  ['a scalar of a million letters', `condition: ${'x'.repeat(1_000_000)}`],
  ['a folded scalar without end', `condition: >\n${'  x\n'.repeat(200_000)}`],
  ['a directive', '%YAML 9.9\n---\ncondition: fit'],
  ['a prototype', '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }'],
])(
  'YAML with %s is complained of in its file',
  (_, text) => {
    const found = inFit(text)
    expect(found.length).toBeGreaterThan(0)
    expect(found.some(({ file }) => file === 'conditions/fit.yaml')).toBe(true)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  },
  20_000,
)

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'a fact named %s is complained of or is a fact like others',
  (name) => {
    const files = changed({ 'party.yaml': ['  staff:\n', `  ${name}:\n`] })
    const { program, complaints } = compile(readPack(files), sha256)
    if (!program) return expect(complaints.length).toBeGreaterThan(0)
    const facts = { 'site-area': 300, cooperates: 'met' }
    expect(evaluate(program, { service: 'apply', facts, on: '2025-03-01' }).answer).toBe('met')
  },
)
