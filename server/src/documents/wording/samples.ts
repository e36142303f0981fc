import type { Day } from '../../kernel/index.ts'
import type { LetterContent, LetterFinding } from '../letter.ts'
import type { WordedKind } from './wording.ts'

const words = (zh: string, en: string) => ({ zh, en })
const DAY = '2026-03-02' as Day
const HASH = 'ab'.repeat(32)
const about = {
  applicant: '新疆丝路启航孵化器有限公司',
  creditCode: '91000000MA0000007C',
  partner: 'Almaty Tech Garden LLP',
  service: words('离岸孵化器认定', 'Recognition as an offshore incubator'),
  measure: words('国际孵化器管理办法（试行）', 'Measures for international incubators'),
}
const REMEDIES = words(
  '不服本决定的，可以自收到之日起60日内申请行政复议，或者自收到之日起6个月内提起行政诉讼。',
  'You may apply for reconsideration within 60 days, or sue within 6 months.',
)
const AGREEMENT = words('与境外机构的合作协议', 'Agreement with a body abroad')
const findings: readonly LetterFinding[] = [
  {
    title: words('境外孵化场地不少于500平方米', 'Premises'),
    saw: '520 平方米',
    answer: 'met',
    cite: '第6条(二)',
  },
  {
    title: words('在孵企业不少于5家', 'Incubatees'),
    saw: '4 家',
    answer: 'not-met',
    cite: '第6条(三)',
  },
]
const receipt = {
  ...about,
  call: '申通〔2026〕1号',
  filedOn: DAY,
  papers: [{ title: AGREEMENT, sha256: HASH }],
  seal: HASH,
  next: words('区科技局在5个工作日内决定是否受理。', 'Accepted or not within 5 working days.'),
}

/** Made-up letters for previews: nobody of them exists. */
export const SAMPLES: Readonly<Record<WordedKind, LetterContent>> = {
  receipt: { kind: 'receipt', content: { ...receipt, of: 'filed' } },
  acceptance: { kind: 'receipt', content: { ...receipt, of: 'accepted' } },
  correction: {
    kind: 'correction',
    content: {
      ...about,
      items: [
        {
          title: AGREEMENT,
          what: words('请提交双方盖章的协议', 'Hand it in sealed'),
          cite: '第6条(三)',
        },
      ],
      remarks: '协议应当附中文译本。',
      basis: '行政许可法第32条',
      until: DAY,
    },
  },
  hearing: {
    kind: 'hearing',
    content: {
      ...about,
      about: '拟取消离岸孵化器认定',
      at: '2026年3月18日10时30分',
      place: '市科技局三楼会议室',
      chair: '王丽（法规处处长）',
      basis: '行政许可法第47条、第48条',
      contact: '李明，0991-0000000',
    },
  },
  recommendation: {
    kind: 'recommendation',
    content: {
      ...about,
      to: words('市科技局', 'City bureau'),
      findings,
      opinion: '经实地查看，场地与材料一致。',
      cite: '第8条(三)',
    },
  },
  notice: {
    kind: 'notice',
    content: {
      title: words('关于2026年第一批国际孵化器拟认定名单的公示', 'Notice of the list'),
      measure: about.measure,
      cite: '第8条(四)',
      from: DAY,
      until: '2026-03-09' as Day,
      workingDays: 5,
      list: [
        {
          party: about.applicant,
          creditCode: about.creditCode,
          district: '天山区',
          title: words('离岸孵化器', 'Offshore incubator'),
        },
      ],
      contact: words('请以真实姓名和联系方式向市科技局书面提出。', 'Object in writing.'),
      hash: HASH,
    },
  },
  decision: {
    kind: 'decision',
    content: {
      ...about,
      title: words('离岸孵化器', 'Offshore incubator'),
      reason: '经审查，场地、在孵企业和合作协议均符合规定的条件。',
      cite: '第8条(四)',
      notice: '公示〔2026〕1号',
      remedies: REMEDIES,
    },
  },
  refusal: {
    kind: 'refusal',
    content: {
      ...about,
      reason: '在孵企业数量不足。',
      cite: '第6条(三)',
      findings,
      remedies: REMEDIES,
    },
  },
  sanction: {
    kind: 'sanction',
    content: {
      ...about,
      title: words('拟处理告知书', 'Notice of an intended sanction'),
      opening: '关于你单位“离岸孵化器认定”一件，本机关拟作出处理，现予告知。',
      reason: '所附场地租赁合同经境外登记机关函复系伪造。',
      effect: '取消认定；两年内不得再次申报。',
      cite: '第11条',
      rights: '你单位可以自收到本告知书之日起5个工作日内陈述、申辩，或者申请听证。',
    },
  },
  reply: {
    kind: 'reply',
    content: {
      ...about,
      to: '李某',
      objection: '异〔2026〕1号',
      madeOn: DAY,
      grounds: '所报场地有一部分转租给餐饮企业，面积不实。',
      result: '异议不成立。该件按照规定程序继续办理。',
      reason: '经实地核查，转租部分未计入所报面积。',
      cite: '第8条(四)',
    },
  },
  minutes: {
    kind: 'minutes',
    content: {
      title: words('2026年第一次国际孵化器认定审议会', 'First deliberation of 2026'),
      measure: about.measure,
      at: '2026年3月2日10时',
      place: '市科技局三楼会议室',
      chair: '王丽',
      secretary: '李明',
      present: ['王丽', '陈立新', '马晓东'],
      agenda: [
        {
          title: words(`审议${about.applicant}的认定`, 'An item'),
          yes: 3,
          no: 0,
          abstained: 0,
          result: '通过',
        },
      ],
      settled: '同意将该单位列入拟认定名单并公示。',
    },
  },
  adoption: {
    kind: 'adoption',
    content: {
      title: words('意见征集及采纳情况', 'Summary of comments'),
      draft: words('关于《国际孵化器管理办法（修订草案）》公开征求意见', 'The draft'),
      from: DAY,
      until: '2026-04-01' as Day,
      comments: 3,
      remarks: '感谢社会各界的关心和支持。',
      counts: [{ article: '第6条', comments: 3, adopted: 2, partly: 0, 'not-adopted': 1 }],
      answers: [
        {
          articles: ['第6条'],
          gist: '建议明确境外场地面积的计算口径。',
          outcome: 'adopted',
          reason: '已在条文中写明按建筑面积计算。',
          numbers: ['意见〔2026〕1号', '意见〔2026〕3号'],
        },
      ],
    },
  },
}
