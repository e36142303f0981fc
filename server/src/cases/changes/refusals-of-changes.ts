import type { RefusalCatalogue } from '../../kernel/index.ts'

export const changeRefusals = {
  'case.change-conflict': {
    what: { zh: '此件没有可以这样办理的变更。', en: 'No change here can take this step.' },
    why: {
      zh: '变更依次经报备、实地核查、提交变更报告、确认影响。',
      en: 'A change is reported, verified on site, filed with the bureau, and settled.',
    },
    next: { zh: '请刷新页面，按当前环节办理。', en: 'Reload and take the step that is due.' },
  },
  'case.change-unknown': {
    what: {
      zh: '办法没有要求报备这类变更。',
      en: 'The measure asks for no report of such a change.',
    },
    why: { zh: '只报备办法列明的变更。', en: 'Only changes the measure names are reported.' },
    next: { zh: '请从列表选择。', en: 'Choose from the list.' },
  },
  'case.late-unexplained': {
    what: { zh: '报备最迟应在{due}，已经逾期。', en: 'It was due on {due} and is late.' },
    why: {
      zh: '无法预见的变更在知道后立即报备，须写明何时知道；可以预见的按逾期记录。',
      en: 'What could not be foreseen is reported once it is known, with the day; what could is recorded as late.',
    },
    next: { zh: '请写明逾期的原因后再提交。', en: 'Say why it comes late, and send it again.' },
  },
  'case.visit-outside': {
    what: {
      zh: '核查日期应在变更之日至今日之间。',
      en: 'The visit was before the change, or later than today.',
    },
    why: { zh: '变更完成后方可核查。', en: 'What is verified is the completed change.' },
    next: {
      zh: '请改正日期，或者等变更完成后再核查。',
      en: 'Correct the day, or visit once it is done.',
    },
  },
  'case.photos-needed': {
    what: { zh: '没有现场照片。', en: 'There is no photograph of the place.' },
    why: { zh: '实地核查以照片为证。', en: 'A visit is shown by photographs.' },
    next: { zh: '请至少拍摄并上传一张。', en: 'Take at least one and upload it.' },
  },
  'case.referral-needed': {
    what: { zh: '请选择移送的处理措施。', en: 'Choose the sanction it is referred for.' },
    why: {
      zh: '移送即向当事人发出拟处理告知，须有办法规定的处理措施。',
      en: 'A referral tells the party what is intended, which the measure must provide for.',
    },
    next: {
      zh: '请选择一项；办法没有规定的，不能移送。',
      en: 'Choose one; where the measure has none, nothing can be referred.',
    },
  },
  'case.became-needed': {
    what: { zh: '请写明变更后的名称或者地址。', en: 'Say the new name or place.' },
    why: { zh: '登记内容随之更正。', en: 'It is what the recognition now stands under.' },
    next: { zh: '请填写后提交。', en: 'Fill it in and send it again.' },
  },
} as const satisfies RefusalCatalogue
