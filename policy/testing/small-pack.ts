import { check, type PackFiles, readPack } from '../src/index.ts'

/** The smallest pack that has everything: each test changes one thing in it. */
export const VOCABULARY: PackFiles = {
  'party.yaml': `facts:
  registered-place:
    title: { zh: 注册地, en: Place of registration }
    type: choice
    options:
      inside: { zh: 市内, en: Inside }
      outside: { zh: 市外, en: Outside }
    subject: party
    from: register
    sensitivity: public
    ask: { zh: 注册在哪里？, en: Where registered? }
  site-area:
    title: { zh: 场地面积, en: Site area }
    type: area
    unit: 平方米
    subject: carrier
    from: applicant
    sensitivity: public
    ask: { zh: 场地多大？, en: How large is the site? }
  staff:
    title: { zh: 人员数, en: Staff }
    type: count
    unit: 人
    subject: party
    from: applicant
    sensitivity: public
    ask: { zh: 有多少人？, en: How many people? }
  turnover:
    title: { zh: 营业收入, en: Turnover }
    type: amount
    unit: 万元
    subject: party
    from: applicant
    sensitivity: internal
    ask: { zh: 收入多少？, en: How much turnover? }
  research-spending:
    title: { zh: 研发费用, en: Research spending }
    type: amount
    unit: 万元
    subject: party
    from: applicant
    sensitivity: internal
    ask: { zh: 研发花了多少？, en: How much on research? }
  opened-on:
    title: { zh: 运营起始日, en: Opened on }
    type: day
    subject: carrier
    from: applicant
    sensitivity: public
    ask: { zh: 哪天开始运营？, en: Since when? }
  legal-person:
    title: { zh: 独立法人, en: Legal person }
    type: flag
    subject: party
    from: register
    sensitivity: public
    ask: { zh: 是否独立法人？, en: A legal person? }
  fields:
    title: { zh: 技术领域, en: Fields of technology }
    type: choices
    options:
      software: { zh: 软件, en: Software }
      energy: { zh: 新能源, en: Energy }
    subject: party
    from: applicant
    sensitivity: public
    ask: { zh: 哪些领域？, en: Which fields? }
records:
  yearly:
    title: { zh: 年度数据, en: Yearly figures }
    key: year
    subject: party
    from: applicant
    sensitivity: internal
    ask: { zh: 各年度数据, en: Figures by year }
    fields:
      year: { title: { zh: 年度, en: Year }, type: number }
      revenue: { title: { zh: 年度收入, en: Revenue of the year }, type: amount, unit: 万元 }
      grade:
        title: { zh: 评价等次, en: Grade }
        type: choice
        options:
          good: { zh: 良好, en: Good }
          failed: { zh: 不合格, en: Failed }
          absent: { zh: 未参评, en: Absent }
  awards:
    title: { zh: 获奖, en: Awards }
    subject: party
    from: applicant
    sensitivity: public
    ask: { zh: 获过哪些奖？, en: Which awards? }
    fields:
      awarded-on: { title: { zh: 获奖日, en: Awarded on }, type: day }
      place: { title: { zh: 名次, en: Place }, type: number }
`,
}

const CONDITION = `condition: fit
title: { zh: 条件, en: Conditions }
cite: 第2条
all:
  - condition: large-enough
    title: { zh: 场地够大, en: Large enough }
    cite: 第2条(一)
    that: 场地面积 >= 300 平方米
  - condition: cooperates
    title: { zh: 有合作, en: Cooperates }
    cite: 第2条(二)
    judged: { zh: 合作是否紧密？, en: Is cooperation close? }
    by: panel
    looks-at: [agreement]
`

export const FILES: PackFiles = {
  'pack.yaml': `format: 1
pack: small
version: '1'
state: published
title: { zh: 小办法, en: A small measure }
issuer: bureau
language: zh
validity: { from: null, until: null, cite: 第1条 }
offices:
  bureau: { title: { zh: 科技局, en: Bureau }, level: city }
  panel: { title: { zh: 专家组, en: Panel }, level: experts }
interpretations:
  - name: reading
    cite: 第2条
    question: { zh: 问, en: Question }
    taken: { zh: 答, en: Answer }
    because: { zh: 因, en: Reason }
    owner: bureau
    touches: [large-enough]
`,
  'gist.yaml': `articles:
  - article: 第1条
    chapter: { zh: 总则, en: General }
    gist: { zh: 目的, en: Aim }
    mark: out-of-scope
    reason: { zh: 只讲目的, en: Aim only }
    carried-by: []
  - article: 第2条
    chapter: { zh: 条件, en: Conditions }
    gist: { zh: 条件, en: Conditions }
    mark: executable
    reason: { zh: 可算, en: Computable }
    carried-by: [fit]
`,
  'conditions/fit.yaml': CONDITION,
  'services/apply.yaml': `service: apply
title: { zh: 认定, en: Recognition }
cite: 第2条
kind: recognition
needs: fit
applicants: [enterprise]
joint: false
papers:
  - paper: agreement
    title: { zh: 协议, en: Agreement }
    cite: 第2条(二)
    kinds: [pdf]
    required: true
route:
${[
  'file',
  'accept',
  'recommend',
  'conclude-review',
  'deliberate',
  'publicise',
  'propose',
  'decide',
  'certify',
]
  .map(
    (act) =>
      `  - act: ${act}\n    by: ${act === 'file' ? 'applicant' : 'bureau'}\n    cite: 第2条\n    title: { zh: 步骤, en: Step }${act === 'conclude-review' ? '\n    judges: [cooperates]' : ''}\n`,
  )
  .join('')}grants: { title: { zh: 证书, en: Certificate }, number-prefix: 小, cite: 第2条 }
`,
  'values/flat.yaml': `values:
  - value: flat
    title: { zh: 定额, en: Flat amount }
    cite: 第2条(二)
    amount: { of: 10 万元 }
`,
  'examples/fit.yaml': `examples:
  - name: 恰好300平方米
    service: apply
    on: 2025-03-01
    cite: 第2条(一)
    given: { site-area: 300 平方米, cooperates: met, registered-place: inside, yearly: [] }
    answer: met
    findings: { large-enough: met }
  - { name: 差一点, service: apply, on: 2025-03-01, cite: 第2条(一), like: 恰好300平方米, given: { site-area: 299, staff: 4 }, answer: not-met }
  - { name: 有余, service: apply, on: 2025-03-01, cite: 第2条(一), like: 恰好300平方米, given: { site-area: 301 }, answer: met }
`,
}

/** The small pack with texts replaced: `file: [from, to]`; fails when `from` is not there. */
export function changed(changes: Readonly<Record<string, readonly [from: string, to: string]>>) {
  const files: Record<string, string> = { ...FILES }
  const vocabulary: Record<string, string> = { ...VOCABULARY }
  for (const [file, [from, to]] of Object.entries(changes)) {
    const into = file in files ? files : vocabulary
    const text = into[file]
    if (!text?.includes(from)) throw new Error(`${file} has no ${from}`)
    into[file] = text.replace(from, to)
  }
  return { files, vocabulary }
}

export function complaintsAbout(input: { files: PackFiles; vocabulary: PackFiles }) {
  return check(readPack(input))
}

/** The condition that a formula makes of the small pack, or its complaints. */
export function withFormula(formula: string) {
  return changed({ 'conditions/fit.yaml': ['场地面积 >= 300 平方米', JSON.stringify(formula)] })
}
