import { expect, test } from 'vitest'
import { type Complaint, compile, readPack, soundNumbers } from '../src/index.ts'
import { sha256 } from './packs.ts'
import { FILES, VOCABULARY } from './small-pack.ts'

/** A pack with one of every slip that the compiler knows, in files of their own where that helps. */
const WRONG = {
  'pack.yaml': (FILES['pack.yaml'] ?? '')
    .replace('until: null', 'until: 2025-12-31')
    .replace('    owner: bureau\n', ''),
  'gist.yaml': FILES['gist.yaml'] ?? '',
  'conditions/fit.yaml': `condition: fit
title: { zh: 条件, en: Conditions }
cite: 第2条
all:
${leaf('a-type', '第2条(一)', '注册地 >= 3 人')}
${leaf('a-unit', '第2条(一)', '场地面积 >= 300 万元')}
${leaf('an-option', '第2条(一)', '注册地 = "郊区"')}
${leaf('a-name', '第2条(一)', '场地面及 >= 300 平方米')}
${leaf('never', '第2条(一)', '人员数 > 5 人 and 人员数 < 3 人')}
${leaf('always', '第2条(一)', '人员数 >= 5 人 or 人员数 < 5 人')}
${leaf('more', '第2条(二)', '营业收入 >= 800 万元')}
${leaf('less', '第2条(二)', '营业收入 < 500 万元')}
${leaf('nobody', '第2条(二)', '见证数 >= 1 人')}
${leaf('too-late', '第2条(二)', '运营起始日 <= date("2027-01-01")')}
${leaf('in-records', '第2条(二)', 'count(年度数据[年度收入 >= 100 万元]) >= 1')}
${leaf('no-article', '第9条', '独立法人')}
  - condition: no-citation
    title: { zh: 没有出处, en: No citation }
    that: 独立法人
`,
  'values/bands.yaml': `values:
  - value: with-a-gap
    title: { zh: 有空档, en: With a gap }
    cite: 第2条(一)
    table: { of: 人员数, rows: [{ when: ">= 5 人", gives: 2 }, { when: "< 3 人", gives: 0 }] }
  - value: overlapping
    title: { zh: 有重叠, en: Overlapping }
    cite: 第2条(一)
    table: { of: 人员数, rows: [{ when: ">= 5 人", gives: 2 }, { when: "<= 5 人", gives: 0 }] }
  - value: grant
    title: { zh: 补助, en: Grant }
    cite: 第2条(二)
    unit: 万元
    amount: { of: 研发费用 }
`,
  'services/apply.yaml': FILES['services/apply.yaml'] ?? '',
  'services/reward.yaml': `service: reward
title: { zh: 奖励, en: Reward }
cite: 第2条(二)
kind: reward
needs: fit
applicants: [enterprise]
joint: false
papers: []
route: []
pays: { cite: 第2条(二), amount: grant }
`,
  'examples/fit.yaml': FILES['examples/fit.yaml'] ?? '',
}

const PEOPLE = {
  ...VOCABULARY,
  'more.yaml': `facts:
  witnesses:
    title: { zh: 见证数, en: Witnesses }
    type: count
    unit: 人
    subject: party
    from: notary
    sensitivity: public
    ask: { zh: 有多少见证人？, en: How many witnesses? }
`,
}

function leaf(name: string, cite: string, formula: string): string {
  return `  - condition: ${name}
    title: { zh: ${name}, en: ${name} }
    cite: ${cite}
    that: ${formula}`
}

/** What is looked for: the code, the file, and a word of what is said. */
const LOOKED_FOR = [
  ['types', 'formula.wrong', 'conditions/fit.yaml', /3人|3 人|顺序|比较/],
  ['units', 'formula.wrong', 'conditions/fit.yaml', /万元/],
  ['options', 'formula.wrong', 'conditions/fit.yaml', /郊区/],
  ['unknown names', 'formula.wrong', 'conditions/fit.yaml', /场地面及/],
  ['a missing citation', 'shape.missing', 'conditions/fit.yaml', /cite/],
  ['an article that is not there', 'cite.no-article', 'conditions/fit.yaml', /第9条/],
  ['what can never hold', 'condition.never', 'conditions/fit.yaml', /never/],
  ['what always holds', 'condition.always', 'conditions/fit.yaml', /always/],
  ['a contradiction', 'service.contradiction', 'conditions/fit.yaml', /more/],
  ['a fact nobody supplies', 'fact.nobody', 'more.yaml', /notary/],
  ['a day after the end', 'condition.after-the-end', 'conditions/fit.yaml', /2027-01-01/],
  ['a gap in a band', 'table.gap', 'values/bands.yaml', /staff 3/],
  ['an overlap in a band', 'table.overlap', 'values/bands.yaml', /staff 5/],
  ['money without an end', 'pays.unbounded', 'services/reward.yaml', /没有上限/],
  ['a reading without an owner', 'shape.missing', 'pack.yaml', /owner/],
  ['a boundary untried', 'example.boundary', 'conditions/fit.yaml', /恰好/],
  ['a boundary inside records', 'example.boundary', 'conditions/fit.yaml', /in-records.*100/],
  ['a number the article does not print', 'number.not-printed', 'conditions/fit.yaml', /800/],
] as const

const source = readPack({ files: WRONG, vocabulary: PEOPLE })
const { program, complaints } = compile(source, sha256)
const official = new Map([['第2条', '场地300平方米以上，收入500万元以下。']])
const all: readonly Complaint[] = [...complaints, ...soundNumbers(source, official)]

test('nothing of it compiles', () => {
  expect(program).toBeNull()
})

test.each(LOOKED_FOR)('all at once: %s', (...[, code, file, says]) => {
  const told = all.filter((one) => one.code === code && one.file === file)
  expect(told.map((one) => one.says.zh + one.says.en).join('\n')).toMatch(says)
})

test('each has its file and line, an article where there is one, and says what to do', () => {
  for (const one of all) {
    expect(one.line, one.says.zh).toBeGreaterThan(0)
    expect(one.suggestion?.zh && one.suggestion.en, `${one.code} ${one.says.zh}`).toBeTruthy()
    if (one.file.startsWith('conditions/') && one.code !== 'shape.missing')
      expect(one.cite, one.says.zh).toMatch(/^第/)
  }
})
