import { stringify } from 'csv-stringify/sync'
import type { CaseView } from './views.ts'

type Listed = {
  readonly path: string
  readonly title: string
  readonly number: string | null
  readonly on: string
  readonly size: number
  readonly sha256: string
}

/** The list of a case file's parts for a spreadsheet; the mark at its head makes it read as UTF-8. */
export function csvIndex(files: readonly Listed[]): string {
  const rows = files.map(({ path, title, number, on, size, sha256 }) => [
    ...[path, title, number ?? '', on],
    ...[size, sha256],
  ])
  const head = ['路径', '名称', '文号', '日期', '字节', 'SHA-256']
  return `\uFEFF${stringify([head, ...rows], { escape_formulas: true })}`
}

/** The first page of a case file: what it is about, every part, what happened, why it was decided so. */
export function htmlIndex(view: CaseView, files: readonly Listed[]): string {
  const about = [
    ['案号', view.number],
    ['事项', view.serviceTitle.zh],
    ['申报单位', `${view.party.name} ${view.party.creditCode ?? ''}`],
    ['依据', `${view.measure.zh}（${view.version}）`],
    ['证书', view.certificate?.number],
    ['申报封存摘要', view.seal?.hash],
  ].flatMap(([name, said]) => (said ? [[name ?? '', said]] : []))
  return page(`案卷 ${view.number ?? view.serviceTitle.zh}`, [
    table(
      [],
      about.map((row) => row.map(escaped)),
    ),
    '<h2>文件</h2>',
    table(['名称', '文号', '日期', '字节', 'SHA-256'], files.map(fileRow)),
    '<h2>办理经过</h2>',
    table(['序号', '环节', '时间', '办理人', '依据', '理由', '记录摘要'], view.acts.map(actRow)),
    '<h2>逐条结论</h2>',
    table(['条件', '结论', '依据', '所见'], view.outcome.findings.map(findingRow)),
    ...opinions(view),
  ])
}

const fileRow = ({ path, title, number, on, size, sha256 }: Listed) => [
  `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${escaped(title)}</a>`,
  ...[number ?? '', on, String(size), sha256].map(escaped),
]

const actRow = (act: CaseView['acts'][number]) =>
  [
    ...[String(act.seq), act.title.zh, act.at, `${act.office?.zh ?? ''} ${act.by}`],
    ...[act.cite ?? '', act.reason ?? '', act.hash],
  ].map(escaped)

/** The opinions this viewer may see, each with what was added to it later. */
function opinions(view: CaseView): string[] {
  const rows = view.judgements.flatMap(({ title, reasons, mine }) =>
    (mine ? [{ by: '本人', ...mine }] : reasons).map(({ by, answer, points, reason, added }) => [
      ...[title.zh, by, answer ? ANSWERS[answer] : `${points ?? ''}分`, reason],
      added.map(({ at, says }) => `${at} ${says}`).join('；'),
    ]),
  )
  if (rows.length === 0) return []
  const head = ['条件', '评判人', '结论', '理由', '补充意见']
  return [
    '<h2>评判意见</h2>',
    table(
      head,
      rows.map((row) => row.map(escaped)),
    ),
  ]
}

const ANSWERS = { met: '符合', 'not-met': '不符合', unknown: '待补充', unavailable: '暂不可得' }

const findingRow = ({ title, answer, cite, saw }: CaseView['outcome']['findings'][number]) =>
  [
    title.zh,
    ANSWERS[answer],
    cite,
    saw.map((one) => `${one.title.zh} ${one.value}`).join('；'),
  ].map(escaped)

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const first = head.length > 0 ? `<tr>${head.map((one) => `<th>${one}</th>`).join('')}</tr>` : ''
  const cells = (row: readonly string[]) => row.map((one) => `<td>${one}</td>`).join('')
  return `<table>${first}${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`
}

const STYLE =
  'body{font:15px/1.6 "Noto Serif SC",serif;max-width:1100px;margin:32px auto;padding:0 16px}' +
  'table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:4px 8px;' +
  'text-align:left;vertical-align:top;overflow-wrap:anywhere}h1,h2{font-weight:600}'

function page(title: string, parts: readonly string[]): string {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style>`
  return `<!doctype html><html lang="zh-CN"><head>${head}</head><body><h1>${escaped(title)}</h1>${parts.join('')}</body></html>`
}

/** Everything shown was typed by somebody. */
function escaped(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
}
