import { compile, readPack } from '@banfa/policy'
import type { Program } from '@banfa/policy/run'
import { sha256 } from '../src/kernel/index.ts'

const LIMIT = (length: number) =>
  `{ length: ${length}, unit: working-days, assumed: true, basis: { zh: 参照, en: By analogy } }`

const vocabulary = {
  'vocabulary/party.yaml': `
facts:
  registered-place:
    title: { zh: 注册地, en: Place of registration }
    type: choice
    options:
      urumqi: { zh: 乌鲁木齐市内, en: Within Urumqi }
      elsewhere: { zh: 乌鲁木齐市外, en: Outside Urumqi }
    subject: party
    from: register
    sensitivity: public
    ask: { zh: 注册在哪里？, en: Where? }
  floor-area:
    title: { zh: 场地面积, en: Floor area }
    type: area
    unit: 平方米
    subject: carrier
    from: applicant
    sensitivity: public
    ask: { zh: 场地多大？, en: How large? }
`,
}

const files = {
  'pack.yaml': `
format: 1
pack: small-measure
version: 2026.first
state: published
title: { zh: 小型基地认定办法, en: Measure for Small Bases }
issuer: city-bureau
language: zh
validity: { from: null, until: null, cite: 第4条 }
offices:
  city-bureau: { title: { zh: 市科技局, en: City Bureau }, level: city }
  district-bureau: { title: { zh: 区（县）科技局, en: District Bureau }, level: district }
  federation: { title: { zh: 联合会, en: Federation }, level: delegate }
  expert-panel: { title: { zh: 评审专家组, en: Panel of experts }, level: experts }
delegations:
  - name: hold-deliberations
    from: city-bureau
    to: federation
    may: [deliberate, publish-notice]
    title: { zh: 受托组织审议, en: Holds deliberations on the bureau's behalf }
    cite: 第3条
duties:
  - name: report-change
    of: recognised
    title: { zh: 变更提前报备, en: Report a change ahead }
    cite: 第3条
    clock: { length: 1, unit: months, before: true, event: { zh: 变更, en: the change }, basis: { zh: 第3条, en: Art. 3 } }
    change:
      kinds: [{ name: name, title: { zh: 名称变更, en: Change of name } }]
      verified: verify-change
      filed: file-change
    carried-out: true
  - name: verify-change
    of: district-bureau
    title: { zh: 实地核查, en: Verify on site }
    cite: 第3条
    carried-out: true
  - name: file-change
    of: recognised
    title: { zh: 提交变更报告, en: File the change }
    cite: 第3条
    carried-out: true
sanctions:
  - name: fraud
    title: { zh: 申报材料造假, en: False material }
    cite: 第3条
    upon: { zh: 查实造假, en: False material is found }
    revokes: true
    bar:
      length: 2
      unit: years
      from: revocation
      services: all
      basis: { zh: 第3条, en: Art. 3 }
    carried-out: true
  - name: misuse
    title: { zh: 挪用资金, en: Misuse of funds }
    cite: 第3条
    upon: { zh: 查实挪用, en: Misuse is found }
    revokes: false
    repays: true
    answer: { length: 10, unit: working-days, basis: { zh: 第3条, en: Art. 3 } }
    carried-out: true
  - name: reprimand
    title: { zh: 告诫, en: Reprimand }
    cite: 第3条
    upon: { zh: 轻微违规, en: A slight breach }
    revokes: false
    carried-out: true
interpretations: []
`,
  'gist.yaml': `
articles:
  - article: 第1条
    chapter: { zh: 条件, en: Conditions }
    gist: { zh: 认定条件, en: Conditions }
    mark: executable
    reason: { zh: 逐项可算, en: Computable }
    carried-by: [small-base]
  - article: 第2条
    chapter: { zh: 程序, en: Procedure }
    gist: { zh: 认定程序, en: Procedure }
    mark: executable
    reason: { zh: 逐步办理, en: Step by step }
    carried-by: [small-base-recognition]
  - article: 第3条
    chapter: { zh: 管理, en: Management }
    gist: { zh: 委托和处理, en: Delegation and sanctions }
    mark: executable
    reason: { zh: 可以执行, en: Carried out }
    carried-by: [report-change, verify-change, file-change, fraud, misuse, reprimand, hold-deliberations]
  - article: 第4条
    chapter: { zh: 附则, en: Final }
    gist: { zh: 施行, en: Entry into force }
    mark: out-of-scope
    reason: { zh: 由施行文件办理, en: By the enacting act }
    carried-by: []
`,
  'conditions/small-base.yaml': `
condition: small-base
title: { zh: 小型基地条件, en: Conditions of a small base }
cite: 第1条
all:
  - condition: in-city
    title: { zh: 在本市注册, en: Registered in the city }
    cite: 第1条(一)
    that: 注册地 = "乌鲁木齐市内"
  - condition: large-enough
    title: { zh: 面积达到300平方米, en: 300 m² or more }
    cite: 第1条(二)
    that: 场地面积 >= 300 平方米
  - condition: site-held
    title: { zh: 有权使用场地, en: Holds the site }
    cite: 第1条(二)
    evidenced: site-title
  - condition: lawful
    title: { zh: 依法经营, en: Operates lawfully }
    cite: 第1条(三)
    judged: { zh: 经营是否合法？, en: Does it operate lawfully? }
    by: district-bureau
    looks-at: [site-title]
  - condition: cooperation
    title: { zh: 合作紧密, en: Close cooperation }
    cite: 第1条(四)
    judged: { zh: 合作是否紧密？, en: Is cooperation close? }
    by: expert-panel
    looks-at: [cooperation-report]
`,
  'services/small-base-recognition.yaml': `
service: small-base-recognition
title: { zh: 小型基地认定, en: Recognition of a small base }
cite: 第2条
kind: recognition
needs: small-base
applicants: [enterprise]
joint: false
papers:
  - paper: site-title
    title: { zh: 场地证明, en: Title of the site }
    cite: 第1条(二)
    kinds: [pdf]
    required: true
  - paper: cooperation-report
    title: { zh: 合作情况报告, en: Report on cooperation }
    cite: 第1条(四)
    kinds: [pdf]
    required: true
route:
  - { act: file, by: applicant, cite: 第2条(一), title: { zh: 申报, en: File } }
  - { act: accept, by: district-bureau, cite: 第2条(一), title: { zh: 受理, en: Accept }, within: ${LIMIT(5)} }
  - { act: recommend, by: district-bureau, cite: 第2条(二), title: { zh: 初审推荐, en: Recommend }, judges: [lawful], within: ${LIMIT(20)} }
  - { act: assign, by: city-bureau, cite: 第2条(三), title: { zh: 指派专家, en: Assign }, experts: 3, within: ${LIMIT(10)} }
  - { act: conclude-review, by: city-bureau, cite: 第2条(三), title: { zh: 汇总评审, en: Conclude }, judges: [cooperation], experts: 3, within: ${LIMIT(30)} }
  - { act: deliberate, by: city-bureau, cite: 第2条(四), title: { zh: 审议, en: Deliberate }, within: ${LIMIT(10)} }
  - { act: publicise, by: city-bureau, cite: 第2条(四), title: { zh: 公示, en: Publicise }, window: ${LIMIT(5)} }
  - { act: object, by: public, cite: 第2条(四), title: { zh: 提出异议, en: Object } }
  - { act: answer-objection, by: city-bureau, cite: 第2条(四), title: { zh: 答复异议, en: Answer }, within: ${LIMIT(10)} }
  - { act: propose, by: city-bureau, cite: 第2条(四), title: { zh: 拟定意见, en: Propose }, within: ${LIMIT(5)} }
  - { act: decide, by: city-bureau, cite: 第2条(四), title: { zh: 决定, en: Decide }, within: ${LIMIT(5)} }
  - { act: certify, by: city-bureau, cite: 第2条(四), title: { zh: 发证, en: Certify }, within: ${LIMIT(10)} }
grants:
  title: { zh: 小型基地, en: Small base }
  number-prefix: 小基
  cite: 第2条(四)
`,
}

/** Experts are not told whose case it is. */
const judgedBlind = (route: string) =>
  route.replace(/(conclude-review,.*experts: 3)/, '$1, review: blind')

const DELEGATED = ['deliberate', 'publish-notice']
const compiled = new Map<string, Program>()

/** Two are inside, one of a district; equals at the edge are chosen among by the meeting. */
const RANKINGS = `rankings:
  - name: best-served
    title: { zh: 服务得分排名, en: Ranking by points for service }
    cite: 第1条(五)
    by: service-points
    ties: let-in
    grades:
      - { grade: good, title: { zh: 良好, en: Good }, at-least: 8 }
      - { grade: fair, title: { zh: 一般, en: Fair } }
    quotas:
      of:
        - { quota: altogether, title: { zh: 总名额, en: Altogether }, cite: 第2条(四), places: 2 }
        - { quota: each-district, title: { zh: 各区县名额, en: Each district }, cite: 第2条(四), within: district, places: 2 }
`

/** The same measure with a score: experts give up to as many points as the area allows. */
const scored = {
  'values/points.yaml': `
values:
  - value: service-points
    title: { zh: 服务得分, en: Points for service }
    cite: 第1条(五)
    scored:
      question: { zh: 服务能力得几分？, en: How many points for service? }
      by: expert-panel
      from: 0
      to: if 场地面积 >= 400 平方米 then 10 else 6
`,
  'pack.yaml': `${files['pack.yaml']}${RANKINGS}`,
  'conditions/small-base.yaml': `${files['conditions/small-base.yaml']}  - condition: good-service
    title: { zh: 服务得分高于5分, en: More than 5 points for service }
    cite: 第1条(五)
    that: 服务得分 > 5
`,
  'services/small-base-recognition.yaml': files['services/small-base-recognition.yaml']
    .replace('judges: [cooperation]', 'judges: [cooperation, service-points]')
    .concat('  lasts: { length: 3, unit: years, cite: 第2条(四) }\n'),
}

/**
 * A measure of four articles with one service and every step of the procedure, for room tests; the
 * city delegates `may` to the federation. `points` has the experts score as well, ranks by it, and the title end; `blind`
 * keeps from them whose case it is.
 */
export function smallMeasure(
  may: readonly string[] = DELEGATED,
  { points = false, blind = false }: { points?: boolean; blind?: boolean } = {},
): Program {
  const key = `${may.join()} ${points} ${blind}`
  const found = compiled.get(key)
  if (found) return found
  const chosen = { ...files, ...(points && scored) }
  const route = chosen['services/small-base-recognition.yaml']
  const all = {
    ...chosen,
    'pack.yaml': chosen['pack.yaml'].replace(DELEGATED.join(', '), may.join(', ')),
    'services/small-base-recognition.yaml': blind ? judgedBlind(route) : route,
  }
  const { program, complaints } = compile(readPack({ files: all, vocabulary }), sha256)
  if (!program) throw new Error(complaints.map((one) => `${one.file}: ${one.says.en}`).join('\n'))
  compiled.set(key, program)
  return program
}
