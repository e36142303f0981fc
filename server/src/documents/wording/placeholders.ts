import type { Words } from '../../kernel/index.ts'
import type { WordedKind } from './wording.ts'

/** A name that stands for what a letter is about; `table` ones stand alone on a line. */
export type Placeholder = { readonly name: string; readonly says: Words; readonly table?: true }

const one = (name: string, zh: string, en: string): Placeholder => ({ name, says: { zh, en } })
const table = (name: string, zh: string, en: string): Placeholder => ({
  ...one(name, zh, en),
  table: true,
})

const ANY = [
  one('发文机关', '发文的机构', 'the office that signs'),
  one('文号', '发文字号', 'the number of the letter'),
  one('日期', '成文日期', 'the day of the letter'),
  one('办法', '所依据的办法，带书名号', 'the measure'),
]
const CASE = [
  ...ANY,
  one('申报单位', '申报单位名称', 'the applicant'),
  one(
    '统一社会信用代码',
    '没有时所在的行不印',
    'its credit code; the line is left out without one',
  ),
  one('合作单位说明', '“（合作申报单位：…）”，没有时为空', 'the partner in brackets, or nothing'),
  one('事项', '申报的事项', 'the service'),
]
const RECEIPT = [
  ...CASE,
  one('申报日期', '收到申报的日期', 'the day of filing'),
  one('申报批次', '申报通知的文号', 'the number of the call'),
  one('材料项数', '收到材料的项数', 'how many papers'),
  table('材料清单', '材料及其摘要', 'the papers with their hashes'),
  one('后续安排', '下一步由谁在多久内办理', 'what happens next'),
  one('封存摘要', '申报内容的SHA-256', 'the hash that seals the filing'),
]
const FINDINGS = table('逐条结论', '条件、审查所见、结论、条款', 'the findings, one a row')

/** Which names a letter of the kind knows. */
export const PLACEHOLDERS: Readonly<Record<WordedKind, readonly Placeholder[]>> = {
  receipt: RECEIPT,
  acceptance: RECEIPT,
  correction: [
    ...CASE,
    one('补正项数', '需补正的项数', 'how many points'),
    one('补正依据', '一次性告知的依据', 'the basis of telling all at once'),
    table('补正清单', '事项、需要补正的内容、条款', 'the points, one a row'),
    one(
      '补正说明',
      '经办人的说明，没有时所在的行不印',
      'remarks; the line is left out without any',
    ),
    one(
      '补正期限',
      '最后一日，没有时所在的行不印',
      'the last day; the line is left out without one',
    ),
  ],
  hearing: [
    ...CASE,
    one('听证事由', '拟作出的处理及其理由', 'what is about to be decided, and why'),
    one('听证时间', '日期和时刻', 'day and time'),
    one('听证地点', '地点', 'the place'),
    one('听证主持人', '姓名和职务', 'who presides'),
    one('听证依据', '法律和条文', 'the law and article'),
    one('联系方式', '联系人和电话', 'whom to call'),
  ],
  recommendation: [
    ...CASE,
    one('受文机关', '推荐给谁', 'to whom it is recommended'),
    one('条款', '初审所依据的条款', 'the article of the review'),
    FINDINGS,
    one('推荐意见', '经办人的意见', 'the opinion'),
  ],
  notice: [
    ...ANY,
    one('公示标题', '公示的标题', 'the title of the notice'),
    one('条款', '公示所依据的条款', 'the article of the notice'),
    one('公示起日', '第一日', 'the first day'),
    one('公示止日', '最后一日', 'the last day'),
    one('公示工作日数', '工作日的天数', 'how many working days'),
    table('拟认定名单', '冻结的名单', 'the frozen list'),
    one('受理方式', '异议向谁、怎样提出', 'how to object'),
    one('名单摘要', '名单的SHA-256', 'the hash of the list'),
  ],
  decision: [
    ...CASE,
    one('条款', '作出决定所依据的条款', 'the article of the decision'),
    one('认定名称', '认定为什么', 'what it is recognised as'),
    one('决定理由', '签发人写明的理由', 'the reason given by who signs'),
    one('公示文号', '公示的文号，没有时所在的行不印', 'the number of the notice'),
    one('救济途径', '复议和诉讼', 'the remedies'),
  ],
  refusal: [
    ...CASE,
    one('条款', '不予认定所依据的条款', 'the article of the refusal'),
    one('不予认定理由', '签发人写明的理由', 'the reason given by who signs'),
    FINDINGS,
    one('救济途径', '陈述申辩、复议和诉讼', 'the remedies'),
  ],
  sanction: [
    ...CASE,
    one(
      '处理文书名称',
      '拟处理告知书、处理决定书或者恢复决定书',
      'which of the three letters it is',
    ),
    one('处理缘由', '首段：因何事、作何处理', 'the first paragraph'),
    one('条款', '处理所依据的条款', 'the article of the sanction'),
    one('事实和理由', '查明的事实和理由', 'what was found, and why'),
    one('处理内容', '取消认定、限制申报或者追回的内容', 'what the sanction does'),
    one('权利告知', '陈述申辩和听证，或者复议和诉讼', 'how to be heard, or the remedies'),
  ],
  reply: [
    ...CASE,
    one('异议人', '提出异议的人', 'who objected'),
    one('异议编号', '异议的编号', 'the number of the objection'),
    one('异议日期', '提出异议的日期', 'the day of the objection'),
    one('异议内容', '所述的事实和理由', 'the grounds given'),
    one('核实情况', '核实的情况和理由', 'what was found, and why'),
    one('答复结论', '异议成立或者不成立，及其后果', 'upheld or dismissed, and what follows'),
    one('条款', '答复所依据的条款', 'the article of the answer'),
  ],
  minutes: [
    ...ANY,
    one('会议名称', '会议的名称', 'the name of the meeting'),
    one('会议时间', '日期和时刻', 'day and time'),
    one('会议地点', '地点', 'the place'),
    one('主持人', '姓名', 'who presides'),
    one('出席人员', '姓名，以顿号分开', 'who attended'),
    one('记录人', '姓名', 'who kept the minutes'),
    table('议题与表决', '议题、表决、结论', 'the items with votes and results'),
    one('议定事项', '会议议定的内容', 'what was settled'),
  ],
  adoption: [
    ...ANY.slice(0, 3),
    one('草案名称', '征求意见的标题', 'what was consulted on'),
    one('征求意见起日', '第一日', 'the first day'),
    one('征求意见止日', '最后一日', 'the last day'),
    one('意见条数', '收到意见的条数', 'how many comments'),
    one('采纳条数', '采纳的条数', 'how many were adopted'),
    one('部分采纳条数', '部分采纳的条数', 'how many in part'),
    one('未采纳条数', '未采纳的条数', 'how many were not'),
    table('分条统计', '各条意见的条数和采纳情况', 'the counts of each article'),
    table('意见要点与采纳情况', '意见要点、采纳情况、理由', 'each gist with its answer'),
    one('采纳情况说明', '办理机构的说明，没有时所在的行不印', 'remarks; left out without any'),
  ],
}
