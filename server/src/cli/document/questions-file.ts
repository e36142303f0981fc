import {
  type Asked,
  type QuestionKind,
  type Reading,
  sectionsOf,
  tablesOf,
} from '../../reader/index.ts'
import { doubtLine } from './doubt-words.ts'

const ASKS: Readonly<Record<QuestionKind, string>> = {
  conditions:
    '条件从这里开始：各项是否都是条件，怎样组合？ · Conditions begin here: is each item one, and how do they combine?',
  number: '数：是门槛吗，怎样比较？ · A number: is it a threshold, and how does it compare?',
  time: '期间：从哪天算到哪天，工作日还是日历日？ · A length of time: from which day to which, working days or calendar days?',
  amount: '金额：谁得，几次，有无上限？ · An amount: for whom, how often, is it capped?',
  day: '日期：起算、截止还是背景？ · A day: a start, an end or background?',
  judged: '由谁评判，看什么材料？ · Who judges it, looking at what?',
  vague: '没有写明数目或范围，问发布机关。 · No number or bound is printed: ask the issuer.',
  step: '环节：由哪个机构办，几日？ · A step: which office, within how many days?',
  office: '机构：列入 offices 吗，什么层级？ · An office: does it go into offices, at what level?',
  delegation: '委托：委托什么，不委托什么？ · A delegation: of what, and of what not?',
  sanction: '处理措施：何事引起，多久，及于谁？ · A sanction: upon what, how long, for whom?',
  validity: '效力：从哪天到哪天，由谁解释？ · Validity: from and until which day, who interprets?',
  'leans-on': '所引文件：现在还有效吗？ · A text leaned on: is it still in force?',
}

const ORDER = Object.keys(ASKS) as QuestionKind[]

/** QUESTIONS.md: what was found, address by address, each as a question to a person. */
export function questionsFile(reading: Reading, found: readonly Asked[]): string {
  return `${[...wholeDocument(reading), ...byAddress(reading, found)].join('\n')}\n`
}

function wholeDocument(reading: Reading): string[] {
  const { title, issuer, issued, draft, notice, file, doubts } = reading
  const cited = sectionsOf(reading.content).some(({ kind }) => kind === 'article')
  return [
    `# 待人回答的问题 · Questions for a person`,
    '',
    `由 ${file} 读出。只有地址、数和短语，没有原句；逐项核对原文后再写进办法包。 Read from ${file}: addresses, numbers and words only. Look each up in the document before you write it into the pack.`,
    '',
    '## 全文 · The whole document',
    '',
    asked(`题目 · title: ${title ?? '？'}`),
    asked(`发布机关 · issuer: ${issuer ?? '？'}${issued ? `，${issued}` : ''}`),
    asked(`状态 · state: ${draft ?? (issuer === null ? '？' : SIGNED)}`),
    ...(notice ? [asked(`随通知印发 · came with: ${notice}`)] : []),
    ...(cited ? [] : [asked(NO_ARTICLES)]),
    ...doubts.map((doubt) => asked(doubtLine(doubt))),
    ...tables(reading),
    '',
    '## 目录 · Contents',
    '',
    ...contents(reading),
  ]
}

const SIGNED = '有发布机关，按已发布登记，请核对 · an issuer is printed, entered as published'
const NO_ARTICLES =
  '没有“第N条”：怎样引用？包只引用条。 · There are no articles 第N条: how is it cited? A pack cites articles only.'

/** Every number of the document with its heading: what the pack has to answer for. */
function contents({ content }: Reading): string[] {
  return sectionsOf(content).map(({ address, title, place }) =>
    `- ${address} ${title === address ? '' : (title ?? '')} (:${place.line})`.replace('  ', ' '),
  )
}

function tables({ content }: Reading): string[] {
  return tablesOf(content).map(({ header, rows, place }) =>
    asked(
      `表 · table :${place.line}: ${header.cells.join('、')}，${rows.length} 行 (${rows.length} rows)`,
    ),
  )
}

function byAddress({ content }: Reading, found: readonly Asked[]): string[] {
  const titles = new Map(sectionsOf(content).map(({ address, title }) => [address, title]))
  const grouped = Map.groupBy(found, ({ address }) => address)
  const addresses = ['', ...titles.keys()].filter((address) => grouped.has(address))
  return addresses.flatMap((address) => [
    '',
    `## ${address === '' ? '正文之前 · Before the first number' : `${address} ${titles.get(address) ?? ''}`.trim()}`,
    '',
    ...ORDER.flatMap((kind) => ofKind(grouped.get(address) ?? [], kind)),
  ])
}

function ofKind(found: readonly Asked[], kind: QuestionKind): string[] {
  const own = found.filter((one) => one.kind === kind)
  if (own.length === 0) return []
  return [asked(ASKS[kind]), ...own.map((one) => `  - ${phrase(one)} (:${one.line})`)]
}

function phrase({ printed, value, unit, sign, step }: Asked): string {
  if (step) return `${printed} — ${step}`
  if (value === undefined) return printed
  return `${printed} — ${sign ?? '?'} ${value} ${unit ?? ''}`
}

function asked(text: string): string {
  return `- [ ] ${text}`
}
