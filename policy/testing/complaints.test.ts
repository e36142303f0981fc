import { expect, test } from 'vitest'
import { compile, readPack } from '../src/index.ts'
import { sha256 } from './packs.ts'
import { changed, complaintsAbout, FILES, VOCABULARY, withFormula } from './small-pack.ts'

const FIT = 'conditions/fit.yaml'
const APPLY = 'services/apply.yaml'
const OBJECT = '  - { act: object, by: public, cite: 第2条, title: { zh: 异议, en: Object } }\n'
const TRIED = 'examples/fit.yaml'

test('the small pack has no complaint and compiles to frozen data named by its digest', () => {
  const source = readPack({ files: FILES, vocabulary: VOCABULARY })
  const { program, complaints } = compile(source, sha256)
  expect(complaints).toEqual([])
  expect(program?.digest).toMatch(/^[0-9a-f]{64}$/)
  expect(Object.isFrozen(program?.conditions.fit)).toBe(true)
  expect(JSON.parse(JSON.stringify(program))).toEqual(program)
  expect(compile(source, sha256).program?.digest).toBe(program?.digest)
})

test.each([
  ['pack.yaml', ['issuer: bureau', 'issuer: bureua'], 'name.unknown'],
  ['pack.yaml', ['owner: bureau', 'owner: nobody'], 'name.unknown'],
  ['pack.yaml', ['    owner: bureau\n', ''], 'shape.missing'],
  ['pack.yaml', ['touches: [large-enough]', 'touches: []'], 'interpretation.idle'],
  ['pack.yaml', ['state: published', 'state: public'], 'shape.wrong'],
  ['pack.yaml', ['language: zh', 'langauge: zh'], 'shape.unknown'],
  ['gist.yaml', ['carried-by: [fit]', 'carried-by: [fti]'], 'name.unknown'],
  ['gist.yaml', ['carried-by: [fit]', 'carried-by: []'], 'gist.not-carried'],
  ['gist.yaml', ['article: 第1条', 'article: 第2条'], 'name.twice'],
  ['party.yaml', ['unit: 平方米', 'unit: 万元'], 'vocabulary.unit'],
  ['party.yaml', ['type: flag', 'type: choice'], 'vocabulary.options'],
  [FIT, ['cite: 第2条(一)', 'cite: 第9条'], 'cite.no-article'],
  [FIT, ['cite: 第2条(一)', 'cite: 二条'], 'cite.malformed'],
  [FIT, ['    cite: 第2条(一)\n', ''], 'shape.missing'],
  [FIT, ['by: panel', 'by: pannel'], 'name.unknown'],
  [FIT, ['    by: panel\n', ''], 'condition.judged-by'],
  [FIT, ['looks-at: [agreement]', 'looks-at: [agrement]'], 'name.unknown'],
  [FIT, ['condition: cooperates', 'condition: large-enough'], 'name.twice'],
  [FIT, ['condition: cooperates', 'condition: agreement'], 'name.twice'],
  [FIT, ['    that:', '    evidenced: agreement\n    that:'], 'condition.one-body'],
  [APPLY, ['needs: fit', 'needs: fitt'], 'name.unknown'],
  [APPLY, ['judges: [cooperates]', 'judges: []'], 'judged.by-nobody'],
  [APPLY, ['paper: agreement', 'paper: contract'], 'paper.not-asked'],
  [APPLY, ['act: deliberate', 'act: propose'], 'route.order'],
  [APPLY, ['act: certify', 'act: refuse'], 'route.unfinished'],
  [APPLY, ['  - act: propose', `${OBJECT}  - act: propose`], 'route.objections'],
  [APPLY, ['act: accept', 'act: aceept'], 'shape.wrong'],
  [TRIED, ['service: apply', 'service: aply'], 'name.unknown'],
  [TRIED, ['site-area: 300', 'site-aera: 300'], 'name.unknown'],
  [TRIED, ['300 平方米,', '300 人,'], 'example.misfit'],
  [TRIED, ['large-enough: met', 'large: met'], 'name.unknown'],
  [TRIED, ['on: 2025-03-01', 'on: 2025-02-30'], 'example.day'],
] as const)('%s, %j: complained of as %s', (file, change, code) => {
  const complaints = complaintsAbout(changed({ [file]: change }))
  expect(complaints.map((one) => one.code)).toContain(code)
  for (const one of complaints) {
    expect(one.line).toBeGreaterThan(0)
    expect(one.column).toBeGreaterThan(0)
    expect(one.says.zh && one.says.en).toBeTruthy()
  }
})

test('a day before the measure takes effect is asked about, in a condition and in a value', () => {
  const early = changed({
    'pack.yaml': ['validity: { from: null', 'validity: { from: 2025-01-01'],
    [FIT]: ['场地面积 >= 300 平方米', '运营起始日 >= date("2024-12-31")'],
  })
  const found = complaintsAbout(early).filter(({ code }) => code === 'condition.before-the-start')
  expect(found).toMatchObject([{ level: 'warning', file: FIT }])
  const value = {
    ...early,
    files: {
      ...early.files,
      [FIT]: FILES[FIT] ?? '',
      'values/since.yaml': `values:
  - value: since
    title: { zh: 年数, en: Years }
    cite: 第2条
    that: years between(date("2024-12-31"), 运营起始日)
`,
    },
  }
  const inValue = complaintsAbout(value).map(({ code, file }) => [code, file])
  expect(inValue).toContainEqual(['condition.before-the-start', 'values/since.yaml'])
  const onTheDay = changed({
    'pack.yaml': ['validity: { from: null', 'validity: { from: 2025-01-01'],
    [FIT]: ['场地面积 >= 300 平方米', '运营起始日 >= date("2025-01-01")'],
  })
  expect(complaintsAbout(onTheDay).map(({ code }) => code)).not.toContain(
    'condition.before-the-start',
  )
})

test('what only a partner tells is asked of a joint application alone', () => {
  const partners = {
    'party.yaml': (VOCABULARY['party.yaml'] ?? '').replace('subject: carrier', 'subject: partner'),
  }
  const asked = (files: typeof FILES) =>
    complaintsAbout({ files, vocabulary: partners }).map(({ code }) => code)
  expect(asked(FILES)).toContain('fact.no-partner')
  const joint = (FILES[APPLY] ?? '').replace('joint: false', 'joint: true')
  expect(asked({ ...FILES, [APPLY]: joint })).not.toContain('fact.no-partner')
})

const stepped = (steps: string) => ({
  files: {
    ...FILES,
    'values/stepped.yaml': `values:
  - value: stepped
    title: { zh: 分段, en: Stepped }
    cite: 第2条
    piecewise: { of: 场地面积, steps: [${steps}] }
`,
  },
  vocabulary: VOCABULARY,
})

test.each([
  ['a step without an end before the last', '{ rate: 5% }, { up-to: 50 平方米, rate: 10% }'],
  [
    'ends that fall',
    '{ up-to: 90 平方米, rate: 5% }, { up-to: 50 平方米, rate: 10% }, { rate: 1% }',
  ],
  ['a first end of nothing', '{ up-to: 0 平方米, rate: 5% }, { rate: 1% }'],
])('%s would pay twice or never, and is complained of', (_, steps) => {
  expect(complaintsAbout(stepped(steps)).map(({ code }) => code)).toContain('piecewise.order')
})

test('steps that ascend are in order, with and without an end of the last', () => {
  for (const last of ['{ rate: 1% }', '{ up-to: 200 平方米, rate: 1% }']) {
    const found = complaintsAbout(stepped(`{ up-to: 50 平方米, rate: 5% }, ${last}`))
    expect(found.map(({ code }) => code)).not.toContain('piecewise.order')
  }
})

test('all complaints come at once, each where it is', () => {
  const complaints = complaintsAbout(
    changed({
      [FIT]: ['by: panel', 'by: pannel'],
      [APPLY]: ['act: accept', 'act: aceept'],
      [TRIED]: ['300 平方米,', '300 人,'],
    }),
  )
  expect(new Set(complaints.map((one) => one.file))).toEqual(new Set([FIT, APPLY, TRIED]))
})

test('a mistyped name is answered with the nearest', () => {
  const [complaint] = complaintsAbout(changed({ [FIT]: ['by: panel', 'by: pannel'] }))
  expect(complaint).toMatchObject({
    file: FIT,
    line: 9,
    cite: '第2条(二)',
    suggestion: { zh: '是否为 panel？', en: 'did you mean panel?' },
  })
})

test.each([
  ['场地面积 >= 300', 11],
  ['场地面积 >= 300 人', 11],
  ['人员数 >= 5 家', 10],
  ['人员数 + 场地面积 > 5 人', 10],
  ['营业收入 * 研发费用 > 5 万元', 10],
  ['注册地 = "郊区"', 10],
  ['注册地 < "市内"', 10],
  ['独立法人 > 3 人', 10],
  ['运营起始日 + 3 人 > 申报日', 10],
  ['申报日 >= date("2025-02-30")', 10],
  ['面积 >= 300 平方米', 10],
  ['场地面积 >=', 10],
  ['场地面积 >= 300 平方米 and', 10],
  ['人员数', 10],
  ['场地面积 >= 300 平方米）', 10],
] as const)('the formula %j does not pass', (formula, column) => {
  const complaints = complaintsAbout(withFormula(formula))
  expect(complaints.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['formula.wrong', FIT, 8],
  ])
  expect(complaints[0]?.column).toBeGreaterThanOrEqual(column)
})
