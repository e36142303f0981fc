import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportService, importTables, UnreadableXml, writeDmn } from '../../src/dmn.ts'
import { work } from '../../src/evaluate/formula.ts'
import { readGiven } from '../../src/evaluate/given.ts'
import { compile, readPack } from '../../src/index.ts'
import { evaluate } from '../../src/run.ts'
import type { Day } from '../../src/values/day.ts'
import { sha256 } from '../packs.ts'
import { days } from '../random-formula.ts'
import { changed } from '../small-pack.ts'
import { exported, plain, realDifferences, supplied } from './asked.ts'
import { faultsOf } from './schema.ts'

const VALUES = `values:
  - value: research-share
    title: { zh: 研发占比, en: Research share }
    cite: 第2条(一)
    that: 研发费用 / 营业收入
  - value: research-points
    title: { zh: 研发得分, en: Research points }
    cite: 第2条(一)
    table:
      of: 研发占比
      rows:
        - { when: ">= 6%", gives: 50 }
        - { when: "[5%..6%)", gives: 40 }
        - { when: "< 5%", gives: 0 }
  - value: bonus
    title: { zh: 加分, en: Bonus }
    cite: 第2条(一)
    table:
      of: [人员数, 技术领域 in ("软件"), 注册地]
      hit: sum
      rows:
        - { when: [">= 5 人", "-", "-"], gives: 3 }
        - { when: ["-", "true", '!= "市外"'], gives: 2 }
  - value: subsidy
    title: { zh: 补助, en: Subsidy }
    cite: 第2条(二)
    table:
      of: [场地面积, 运营起始日]
      hit: first
      rows:
        - { when: [">= 300 平方米", '<= date("2024-03-01")'], gives: 5 万元 }
        - { when: [">= 300 平方米", "-"], gives: 营业收入 * 2% }
      else: 0 元
  - value: grade
    title: { zh: 等次, en: Total grade }
    cite: 第2条(一)
    options:
      pass: { zh: 通过, en: Pass }
      fail: { zh: 未通过, en: Fail }
    table:
      of: [研发得分 + 加分, 人员数]
      hit: first
      rows:
        - { when: [">= 50", ">= 5 人"], gives: 通过 }
        - { when: ["-", "-"], gives: 未通过 }
`

const formula = '等次 = "通过" and 补助 > 0 元'
const { files, vocabulary } = changed({
  'conditions/fit.yaml': ['场地面积 >= 300 平方米', JSON.stringify(formula)],
})

function sourceWith(values: string) {
  return readPack({ files: { ...files, 'values/all.yaml': values }, vocabulary })
}

function programWith(values: string) {
  const { program, complaints } = compile(sourceWith(values), sha256)
  if (!program) throw new Error(complaints.map(({ says, line }) => `${line} ${says.en}`).join('\n'))
  return program
}

test('tables go out and come in again with the same verdicts', () => {
  const program = programWith(VALUES)
  const xml = writeDmn(exportService(program, 'apply'))
  const { yaml, taken, refused } = importTables(xml, sourceWith(VALUES))
  expect(refused).toEqual([])
  expect(taken.map(({ value }) => value)).toEqual(['research-points', 'bonus', 'subsidy', 'grade'])
  const [first = ''] = VALUES.split('  - value: research-points')
  const again = programWith(`${first}${yaml.slice(yaml.indexOf('\n') + 1)}`)
  fc.assert(
    fc.property(supplied(program), days, (facts, on) => {
      const [one, other] = [program, again].map((from) =>
        evaluate(from, { service: 'apply', facts, on }),
      )
      expect(other?.answer).toBe(one?.answer)
      expect(other?.values.map(({ gives }) => gives)).toEqual(one?.values.map(({ gives }) => gives))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('the file of such a service is answered alike by an independent engine', async () => {
  const program = programWith(VALUES)
  const file = exported(program, 'apply')
  expect(await faultsOf(writeDmn(file.definitions))).toEqual([])
  fc.assert(
    fc.property(supplied(program), days, (facts, on) => {
      expect(realDifferences(file, program, { facts, on }).real).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 120_000)

type Table = {
  readonly hit: string
  readonly inputs: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly output?: string
}

function dmn({ hit, inputs, rows, output = '<output/>' }: Table): string {
  const text = (one: string) => `<text>${one.replaceAll('<', '&lt;')}</text>`
  const rules = rows.map((row) => {
    const cells = row.slice(0, -1).map((cell) => `<inputEntry>${text(cell)}</inputEntry>`)
    return `<rule>${cells.join('')}<outputEntry>${text(row.at(-1) ?? '')}</outputEntry></rule>`
  })
  const clauses = inputs.map(
    (one) => `<input><inputExpression>${text(one)}</inputExpression></input>`,
  )
  return `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="x" namespace="x">
<decision id="d1" name="Bonus points"><decisionTable ${hit}>
${clauses.join('\n')}
${output}
${rules.join('\n')}
</decisionTable></decision></definitions>`
}

function taken(table: Table) {
  return importTables(dmn(table), sourceWith('values: []'))
}
const U = 'hitPolicy="UNIQUE"'
const low = ['< 5', '1']
const high = ['>= 5', '2']

test('a table of rows that exclude one another is taken; numbers get the unit of the fact', () => {
  const { yaml, refused } = taken({ hit: U, inputs: ['人员数'], rows: [low, high] })
  expect(refused).toEqual([])
  expect(yaml).toContain('value: bonus-points')
  expect(yaml).toContain('{ when: < 5 人, gives: 1 }')
})

test.each([
  ['rows overlap', U, ['人员数'], [['<= 5', '1'], high], 'rows 1 and 2 overlap'],
  ['not to be looked at', U, ['人员数 + 1'], [['< 人员数', '1'], high], 'cannot be proved'],
  ['disagree', 'hitPolicy="ANY"', ['人员数'], [['<= 5', '1'], high], 'give different results'],
  ['a list', 'hitPolicy="RULE ORDER"', ['人员数'], [low], 'gives a list'],
  ['a bare list', 'hitPolicy="COLLECT"', ['人员数'], [low], 'gives a list'],
  ['a count', 'hitPolicy="COLLECT" aggregation="COUNT"', ['人员数'], [low], 'engines differ'],
  ['not covered', 'hitPolicy="COLLECT" aggregation="SUM"', ['人员数'], [low], 'add a row'],
  ['no priorities', 'hitPolicy="PRIORITY"', ['人员数'], [low], 'with its values in order'],
  ['null', U, ['人员数'], [['null', '1'], high], 'a test of null'],
  ['a loop', U, ['for x in 人员数 return x'], [low], 'column 1: a loop'],
  ['a name', U, ['面积'], [low], 'neither a fact nor a value'],
  ['a function', U, ['abs(人员数)'], [low], 'the function abs'],
  ['an option', U, ['注册地'], [['"abroad"', '1']], '“abroad”'],
  ['no test', U, ['人员数'], [['-', '1']], 'no column tests anything'],
] as const)('refused with its place and reason: %s', (...[, hit, inputs, rows, says]) => {
  const { yaml, refused } = taken({ hit, inputs, rows })
  expect(yaml).toBe('')
  expect(refused.map(({ table, en }) => `${table}: ${en}`).join('\n')).toContain(says)
  expect(refused[0]?.line).toBeGreaterThan(1)
})

test.each([
  [
    'ANY',
    'hitPolicy="ANY"',
    [
      ['<= 5', '1'],
      ['>= 5', '1'],
    ],
    5,
    '1',
  ],
  [
    'FIRST',
    'hitPolicy="FIRST"',
    [
      ['<= 5', '1'],
      ['>= 5', '2'],
    ],
    5,
    '1',
  ],
  [
    'PRIORITY',
    'hitPolicy="PRIORITY"',
    [
      ['<= 5', '1'],
      ['>= 5', '2'],
    ],
    5,
    '2',
  ],
  [
    'least',
    'hitPolicy="COLLECT" aggregation="MIN"',
    [
      ['>= 5', '7'],
      ['>= 2', '3'],
      ['-', '9'],
    ],
    6,
    '3',
  ],
  [
    'greatest',
    'hitPolicy="COLLECT" aggregation="MAX"',
    [
      ['-', '0'],
      ['>= 2', '3'],
      ['>= 5', '7'],
    ],
    6,
    '7',
  ],
  [
    'sum',
    'hitPolicy="COLLECT" aggregation="SUM"',
    [
      ['>= 5', '7'],
      ['>= 2', '3'],
      ['-', '0'],
    ],
    6,
    '10',
  ],
] as const)('%s gives what DMN gives', (...[, hit, rows, staff, gives]) => {
  const output = '<output><outputValues><text>2, 1</text></outputValues></output>'
  const { yaml, refused } = taken({ hit, inputs: ['人员数'], rows, output })
  expect(refused).toEqual([])
  const program = programWith(
    `${VALUES}${yaml.slice(yaml.indexOf('\n') + 1)}`.replaceAll('第?条', '第2条'),
  )
  const given = readGiven(program, { staff })
  const frame = { program, given, on: '2025-03-01' as Day, workingDays: null, record: null }
  const result = work({ kind: 'value', name: 'bonus-points' }, { ...frame, worked: new Map() })
  expect(plain('value' in result ? result.value : { kind: 'does-not-apply' })).toBe(Number(gives))
})

test('a gap is the same in both and worth a word; options and several outputs are taken', () => {
  const rows = [
    ['"inside"', '"Good"'],
    ['"outside"', '"Quite bad"'],
  ]
  const one = taken({ hit: U, inputs: ['注册地'], rows })
  expect(one.yaml).toContain('good: { zh: Good, en: Good }')
  expect(one.yaml).toContain('gives: quite-bad')
  const gap = taken({ hit: U, inputs: ['人员数'], rows: [low] })
  expect(gap.refused).toEqual([])
  expect(gap.notes.map(({ en }) => en).join()).toContain('no row covers')
})

test('a file that is no XML, or declares entities, is not read', () => {
  const source = sourceWith('values: []')
  for (const xml of ['', '<a>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) {
    expect(() => importTables(xml, source)).toThrow(UnreadableXml)
  }
})
