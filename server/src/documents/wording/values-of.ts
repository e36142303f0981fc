import type { Day } from '../../kernel/index.ts'
import type { Adoption, LetterContent } from '../letter.ts'
import type { Filling } from './fill.ts'

export type Frame = { readonly from: string; readonly number: string; readonly on: Day }

/** What each placeholder stands for in this letter. */
export function valuesOf(letter: LetterContent, { from, number, on }: Frame): Filling {
  const { content } = letter
  const any = {
    发文机关: from,
    文号: number,
    日期: inText(on),
    ...('measure' in content && { 办法: titled(content.measure.zh) }),
    ...('applicant' in content && {
      申报单位: content.applicant,
      统一社会信用代码: content.creditCode ?? '',
      合作单位说明: content.partner ? `（合作申报单位：${content.partner}）` : '',
      事项: content.service.zh,
    }),
  }
  return { values: { ...any, ...ownValues(letter) }, tables: tablesOf(letter) }
}

function ownValues(letter: LetterContent): Record<string, string> {
  switch (letter.kind) {
    case 'receipt': {
      const { filedOn, call, papers, next, seal } = letter.content
      const count = String(papers.length)
      const when = { 申报日期: inText(filedOn), 申报批次: call }
      return { ...when, 材料项数: count, 后续安排: next.zh, 封存摘要: grouped(seal) }
    }
    case 'correction': {
      const { items, basis, remarks, until } = letter.content
      const limit = until === null ? '' : inText(until)
      const count = String(items.length)
      return { 补正项数: count, 补正依据: basis, 补正说明: remarks, 补正期限: limit }
    }
    case 'hearing': {
      const { about, at, place, chair, basis, contact } = letter.content
      const where = { 听证时间: at, 听证地点: place, 听证主持人: chair }
      return { ...where, 听证事由: about, 听证依据: basis, 联系方式: contact }
    }
    case 'recommendation': {
      const { to, cite, opinion } = letter.content
      return { 受文机关: to.zh, 条款: cite, 推荐意见: opinion }
    }
    case 'notice': {
      const { title, cite, from, until, workingDays, contact, hash } = letter.content
      const window = { 公示起日: inText(from), 公示止日: inText(until) }
      const said = { 公示标题: title.zh, 条款: cite, 公示工作日数: String(workingDays) }
      return { ...window, ...said, 受理方式: contact.zh, 名单摘要: grouped(hash) }
    }
    case 'decision': {
      const { cite, title, reason, notice, remedies } = letter.content
      const said = { 条款: cite, 认定名称: title.zh, 决定理由: reason }
      return { ...said, 公示文号: notice ?? '', 救济途径: remedies.zh }
    }
    case 'refusal': {
      const { cite, reason, remedies } = letter.content
      return { 条款: cite ?? '', 不予认定理由: reason, 救济途径: remedies.zh }
    }
    case 'sanction': {
      const { title, opening, reason, effect, cite, rights } = letter.content
      const what = { 处理文书名称: title.zh, 处理缘由: opening, 处理内容: effect }
      return { ...what, 条款: cite, 事实和理由: reason, 权利告知: rights }
    }
    case 'reply': {
      const { to, objection, madeOn, grounds, reason, result, cite } = letter.content
      const what = { 异议人: to, 异议编号: objection, 异议日期: inText(madeOn), 异议内容: grounds }
      return { ...what, 核实情况: reason, 答复结论: result, 条款: cite }
    }
    case 'minutes': {
      const { title, at, place, chair, present, secretary, settled } = letter.content
      const who = { 主持人: chair, 出席人员: present.join('、'), 记录人: secretary }
      const where = { 会议名称: title.zh, 会议时间: at, 会议地点: place }
      return { ...where, ...who, 议定事项: settled }
    }
    case 'adoption':
      return ofAdoption(letter.content)
  }
}

function ofAdoption(content: Adoption): Record<string, string> {
  const { draft, from, until, comments, remarks, counts } = content
  const sum = (of: 'adopted' | 'partly' | 'not-adopted') =>
    String(counts.reduce((all, one) => all + one[of], 0))
  return {
    草案名称: draft.zh,
    征求意见起日: inText(from),
    征求意见止日: inText(until),
    意见条数: String(comments),
    采纳条数: sum('adopted'),
    部分采纳条数: sum('partly'),
    未采纳条数: sum('not-adopted'),
    采纳情况说明: remarks,
  }
}

function tablesOf({ content }: LetterContent): string[] {
  return [
    ['材料清单', 'papers' in content && content.papers],
    ['补正清单', 'items' in content && content.items],
    ['逐条结论', 'findings' in content && content.findings],
    ['拟认定名单', 'list' in content && content.list],
    ['议题与表决', 'agenda' in content && content.agenda],
    ['分条统计', 'counts' in content && content.counts],
    ['意见要点与采纳情况', 'answers' in content && content.answers],
  ].flatMap(([name, rows]) => (rows && rows.length > 0 ? [String(name)] : []))
}

const titled = (name: string) => (name.startsWith('《') ? name : `《${name}》`)
const grouped = (hash: string) => hash.match(/.{1,8}/g)?.join(' ') ?? ''

/** `2026年3月1日`, as GB/T 9704 writes days: Arabic numerals without leading zeros. */
export function inText(on: Day): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}
