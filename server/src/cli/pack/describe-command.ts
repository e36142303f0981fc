import {
  type Condition,
  type Limit,
  type Program,
  printQuantity,
  type Service,
  type Step,
  valueInWords,
  type Words,
} from '@banfa/policy/run'
import { type Out, print } from '../out.ts'
import { compiledPack } from './compiled.ts'

type Language = 'zh' | 'en'
type Asked = { readonly root: string; readonly pack: string; readonly language: Language }

/** banfa explain without a service: the whole pack in words, each line with its article. */
export async function describePack({ root, pack, language }: Asked, out: Out): Promise<void> {
  const { program } = await compiledPack(root, pack)
  print(out, { json: program, lines: linesOf(program, language) })
}

function linesOf(program: Program, language: Language): readonly string[] {
  const told: Telling = {
    say: (words) => words[language],
    office: (key) => {
      const title = program.offices[key]?.title ?? WHO[key]
      return title?.[language] ?? key
    },
    pick: (zh, en) => (language === 'zh' ? zh : en),
  }
  const { validFrom, validUntil } = program
  const { say, pick } = told
  const valid = validFrom || validUntil ? ` · ${validFrom ?? ''}—${validUntil ?? ''}` : ''
  return [
    `${say(program.title)} · ${program.pack} ${program.version}${valid}`,
    ...Object.values(program.services).flatMap((service) => serviceLines(program, service, told)),
    ...part(pick('数值', 'Values'), valueLines(program, told)),
    ...part(pick('处理措施', 'Sanctions'), program.sanctions.map(titled(told))),
    ...part(pick('目标', 'Targets'), targetLines(program, told)),
    ...part(pick('任务', 'Tasks'), actionLines(program, told)),
    ...part(
      pick('解释口径', 'Readings'),
      program.interpretations.map(
        ({ cite, question, taken }) => `  ${cite} ${say(question)} → ${say(taken)}`,
      ),
    ),
  ]
}

type Telling = {
  readonly say: (words: Words) => string
  readonly office: (key: string) => string
  readonly pick: (zh: string, en: string) => string
}

const WHO: Readonly<Record<string, Words>> = {
  applicant: { zh: '申请人', en: 'the applicant' },
  public: { zh: '公众', en: 'the public' },
}

const part = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? ['', heading, ...lines] : []

const titled =
  ({ say }: Telling) =>
  ({ cite, title }: { readonly cite: string; readonly title: Words }) =>
    `  ${cite} ${say(title)}`

function serviceLines(program: Program, service: Service, told: Telling): readonly string[] {
  const { say, pick } = told
  const root = program.conditions[service.needs]
  return [
    '',
    `${say(service.title)} · ${service.name} · ${service.cite}`,
    ...(root ? conditionLines(root, told, '  ') : []),
    ...part(`  ${pick('材料', 'Papers')}`, service.papers.map(titled(told))).slice(1),
    ...part(
      `  ${pick('步骤', 'Steps')}`,
      service.route.map((step) => stepLine(step, told)),
    ).slice(1),
    ...(service.pays ? [payLine(program, service.pays, told)] : []),
  ]
}

function conditionLines(condition: Condition, told: Telling, indent: string): readonly string[] {
  const line = `${indent}${condition.cite} ${told.say(condition.title)}${ruleOf(condition, told)}`
  const parts = 'of' in condition ? condition.of : []
  return [line, ...parts.flatMap((one) => conditionLines(one, told, `${indent}  `))]
}

function ruleOf(condition: Condition, { say, office, pick }: Telling): string {
  switch (condition.kind) {
    case 'all':
      return pick('：全部符合', ': all of')
    case 'any':
      return pick('：符合其一', ': any of')
    case 'none':
      return pick('：均不得有', ': none of')
    case 'variant':
      return pick('：按情形其一', ': the first that applies of')
    case 'at-least':
      return pick(`：至少符合${condition.count}项`, `: at least ${condition.count} of`)
    case 'computed':
      return ` = ${condition.printed}`
    case 'evidenced':
      return pick('：以材料证明', ': shown by a paper')
    case 'judged':
      return `：${office(condition.by)} ${say(condition.question)}`
  }
}

function stepLine(step: Step, told: Telling): string {
  const limit = step.within ?? step.window
  const time = limit ? ` · ${lengthOf(limit, told)}` : ''
  return `    ${step.cite} ${told.office(step.by)}：${told.say(step.title)}${time}`
}

const UNITS = {
  'working-days': { zh: '个工作日', en: ' working days' },
  days: { zh: '日', en: ' days' },
  months: { zh: '个月', en: ' months' },
  years: { zh: '年', en: ' years' },
} as const

function lengthOf({ length, unit, assumed }: Limit, { say, pick }: Telling): string {
  return `${length}${say(UNITS[unit])}${assumed ? pick('（推定）', ' (assumed)') : ''}`
}

function payLine(program: Program, pays: NonNullable<Service['pays']>, told: Telling): string {
  const amount = program.values[pays.amount]
  const until = pays.fairReview?.until
  const review = until ? told.pick(`，公平竞争审查至${until}`, `, reviewed until ${until}`) : ''
  return `  ${pays.cite} ${told.pick('支付', 'Pays')}：${amount ? told.say(amount.title) : pays.amount}${review}`
}

/** What is payable is made from the amount and its caps; the pack's own values are told. */
function valueLines(program: Program, told: Telling): readonly string[] {
  const own = Object.values(program.values).filter(({ name }) => !name.endsWith('-payable'))
  return own.flatMap((value) => {
    const { formula, rows, parts, joined, scoredBy } = valueInWords(program, value)
    const names = parts.map(({ title }) => told.say(title)).join(' · ')
    const says = [
      ...(formula ? [formula] : []),
      ...(joined ? [`${told.say(JOINED[joined])}：${names}`] : []),
      ...(scoredBy ? [`${told.say(scoredBy.office)}：${told.say(scoredBy.question)}`] : []),
    ]
    return [
      `  ${value.cite} ${told.say(value.title)} = ${says.join('；')}`,
      ...rows.map(({ when, gives }) => `      ${when.join(' · ')} → ${told.say(gives)}`),
    ]
  })
}

const JOINED = {
  sum: { zh: '合计', en: 'sum of' },
  best: { zh: '取最高', en: 'the highest of' },
} as const

const REACHES = {
  level: { zh: '达到', en: 'reaches' },
  growth: { zh: '增长', en: 'grows by' },
  added: { zh: '新增', en: 'adds' },
} as const

function targetLines({ targets }: Program, { say, pick }: Telling): readonly string[] {
  return targets.map(({ cite, year, title, is, atLeast, unit }) => {
    const figure = pick(printQuantity(atLeast, unit, 'zh'), printQuantity(atLeast, unit, 'en'))
    return `  ${cite} ${year} ${say(title)} ${say(REACHES[is])} ${figure}`
  })
}

function actionLines({ actions }: Program, { say, office, pick }: Telling): readonly string[] {
  return actions.map(
    ({ cite, title, offices }) =>
      `  ${cite} ${say(title)}${pick('：', ': ')}${offices.map(office).join(pick('、', ', '))}`,
  )
}
