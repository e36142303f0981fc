import type { RefusalCatalogue } from '../../kernel/index.ts'

export const sanctionRefusals = {
  'case.sanction-conflict': {
    what: { zh: '此件没有可以这样办理的处理程序。', en: 'No proceeding here can take this step.' },
    why: {
      zh: '处理依次经告知、送达、陈述申辩或者听证、决定。',
      en: 'A sanction is told, served, answered or heard, and then decided.',
    },
    next: { zh: '请刷新页面，按当前环节办理。', en: 'Reload and take the step that is due.' },
  },
  'case.sanction-already': {
    what: {
      zh: '同一处理措施正在办理或者已经生效。',
      en: 'The sanction is pending or in force already.',
    },
    why: { zh: '同一事由不重复处理。', en: 'One ground is acted upon once.' },
    next: { zh: '请在已有的程序中继续办理。', en: 'Go on in the proceeding there is.' },
  },
  'case.nothing-to-revoke': {
    what: { zh: '此件没有有效的认定可以取消。', en: 'There is no standing recognition to revoke.' },
    why: { zh: '取消认定以持有证书为前提。', en: 'What was not granted cannot be revoked.' },
    next: { zh: '请选择不取消认定的处理措施。', en: 'Choose a sanction that revokes nothing.' },
  },
  'case.amount-needed': {
    what: { zh: '应追回金额填写不当。', en: 'The amount to pay back is missing or out of place.' },
    why: {
      zh: '追回须写明金额，单位为元；不追回的处理措施不写金额。',
      en: 'A demand names its amount in yuan; a sanction without one names none.',
    },
    next: {
      zh: '请填写大于零、最多两位小数的金额。',
      en: 'Give an amount above zero with two decimals at most.',
    },
  },
  'case.served-outside': {
    what: {
      zh: '送达日期应在告知之日至今日之间。',
      en: 'Served before the notice was made, or later than today.',
    },
    why: { zh: '期限自送达之日起算。', en: 'The limit runs from the day of service.' },
    next: { zh: '请按送达回证填写日期。', en: 'Enter the day on the receipt.' },
  },
  'case.limit-closed': {
    what: {
      zh: '陈述申辩和申请听证的期限已于{until}届满。',
      en: 'The time to answer ended on {until}.',
    },
    why: {
      zh: '逾期未答复的，视为放弃。',
      en: 'Whoever lets it pass is taken to have nothing to say.',
    },
    next: {
      zh: '可以在决定作出后申请行政复议或者提起行政诉讼。',
      en: 'Once it is decided you may apply for reconsideration or sue.',
    },
  },
  'case.hearing-too-soon': {
    what: {
      zh: '听证最早可以定在{earliest}。',
      en: 'A hearing may be held on {earliest} at the earliest.',
    },
    why: {
      zh: '应当在举行听证的七个工作日前通知（参照行政处罚法第64条(二)、第85条）。',
      en: 'The party is told seven working days before (by analogy with Arts. 64(2) and 85 of the Administrative Penalty Law).',
    },
    next: { zh: '请另定日期。', en: 'Choose a later day.' },
  },
  'case.hearing-not-yet': {
    what: { zh: '听证定于{day}，尚未举行。', en: 'The hearing is set for {day}.' },
    why: { zh: '听证笔录在听证之后形成。', en: 'A hearing is recorded once it was held.' },
    next: { zh: '请在听证当日或者之后记录。', en: 'Record it on the day or later.' },
  },
  'case.hearing-same-person': {
    what: {
      zh: '听证不能由提出处理意见的人主持。',
      en: 'Whoever proposed the sanction may not preside.',
    },
    why: {
      zh: '听证由非本案调查人员主持（参照行政处罚法第64条(四)）。',
      en: 'Hearings are held by somebody who did not investigate (by analogy with Art. 64(4) of the Administrative Penalty Law).',
    },
    next: { zh: '请由另一名工作人员主持并记录。', en: 'Let a colleague preside and record.' },
  },
  'case.sanction-same-person': {
    what: {
      zh: '提出处理意见的人不能作出决定。',
      en: 'Whoever proposed the sanction may not decide it.',
    },
    why: { zh: '拟办与决定由两人分别办理。', en: 'Two people propose and decide.' },
    next: { zh: '请由另一名签发人决定。', en: 'Let another signatory decide.' },
  },
  'case.untold-conflict': {
    what: {
      zh: '告知书尚未送达，不能作出处理决定。',
      en: 'The party has not been told; nothing can be decided.',
    },
    why: {
      zh: '处理决定作出前应当告知事实、理由、依据和陈述申辩的权利（参照行政处罚法第44条、第62条）。',
      en: 'The party is told facts, grounds and its rights first (by analogy with Arts. 44 and 62 of the Administrative Penalty Law).',
    },
    next: { zh: '请先送达告知书。', en: 'Serve the notice first.' },
  },
  'case.limit-runs-conflict': {
    what: { zh: '陈述申辩的期限至{until}，尚未届满。', en: 'The party may answer until {until}.' },
    why: {
      zh: '当事人在期限内可以陈述申辩、申请听证，期限届满前作出的决定不成立；当事人明确放弃听证的除外（参照行政处罚法第45条、第62条、第64条(一)）。',
      en: 'Until then the party may answer and ask for a hearing, and a decision before does not stand, unless the party expressly gave the hearing up (by analogy with Arts. 45, 62 and 64(1) of the Administrative Penalty Law).',
    },
    next: {
      zh: '请等候期满，或者由当事人明确放弃听证。',
      en: 'Wait for the end of the limit, or for the party to give the hearing up.',
    },
  },
  'case.hearing-owed-conflict': {
    what: {
      zh: '当事人申请了听证，听证尚未举行。',
      en: 'The party asked for a hearing that was not held.',
    },
    why: {
      zh: '听证结束后方可根据笔录决定（参照行政处罚法第65条）。',
      en: 'What is decided rests on the record of the hearing (by analogy with Art. 65 of the Administrative Penalty Law).',
    },
    next: { zh: '请发出听证通知并举行听证。', en: 'Call the hearing and hold it.' },
  },
} as const satisfies RefusalCatalogue
