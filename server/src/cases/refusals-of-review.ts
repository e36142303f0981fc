import type { RefusalCatalogue } from '../kernel/index.ts'

export const reviewRefusals = {
  'case.expert-loaded': {
    what: { zh: '{names}在办的评审已满。', en: '{names} have as many reviews open as they take.' },
    why: { zh: '超过本人同时承担的件数。', en: 'Each expert takes so many at a time.' },
    next: { zh: '请指派其他专家，或者等其完成评审。', en: 'Assign others, or wait.' },
  },
  'case.too-few-candidates': {
    what: {
      zh: '可抽取的专家只有 {count} 名，不足 {wanted} 名。',
      en: 'Only {count} experts could be drawn, not {wanted}.',
    },
    why: {
      zh: '回避、满额和同一单位的专家不参加抽取。',
      en: 'Who has a tie, a full load or an employer drawn already takes no part.',
    },
    next: {
      zh: '请减少人数、放宽领域或者增补专家库。',
      en: 'Draw fewer, from another field, or add to the pool.',
    },
  },
  'case.unknown-draw': {
    what: { zh: '没有这次抽取。', en: 'There is no such draw.' },
    why: { zh: '编号不对。', en: 'The number is wrong.' },
    next: { zh: '请核对编号。', en: 'Check the number.' },
  },
  'case.expert-not-found': {
    what: { zh: '专家库中没有此人。', en: 'The pool has no such expert.' },
    why: { zh: '只能从专家库指派。', en: 'Experts come from the pool.' },
    next: { zh: '请从列表选择。', en: 'Choose from the list.' },
  },
  'case.expert-already': {
    what: { zh: '{names} 已经指派。', en: '{names} is assigned already.' },
    why: { zh: '一名专家只计一次。', en: 'An expert counts once.' },
    next: { zh: '请选择其他专家。', en: 'Choose others.' },
  },
  'case.too-few-experts': {
    what: { zh: '专家 {count} 名，不足 {least} 名。', en: '{count} experts, {least} are needed.' },
    why: { zh: '评审须达到程序规定的人数。', en: 'The procedure sets the least number.' },
    next: { zh: '请增加专家。', en: 'Add experts.' },
  },
  'case.expert-interested': {
    what: { zh: '{name} 应当回避：{reason}。', en: '{name} must stand aside: {reasonEn}.' },
    why: {
      zh: '与申报单位有利害关系的专家不得评审。',
      en: 'Experts with an interest do not review.',
    },
    next: { zh: '请选择其他专家。', en: 'Choose another.' },
  },
  'case.review-begun-conflict': {
    what: { zh: '评审已经开始，不能增加专家。', en: 'The review has begun; nobody is added.' },
    why: { zh: '过半数以全部指派专家计算。', en: 'The majority is over all who are assigned.' },
    next: { zh: '请等待现有专家评审完毕。', en: 'Wait for those assigned.' },
  },
  'case.judge-forbidden': {
    what: { zh: '没有需要您评判的条件。', en: 'There is nothing for you to judge.' },
    why: { zh: '条件由办法指明的单位或者指派的专家评判。', en: 'The measure names who judges.' },
    next: { zh: '请从您的办件队列进入。', en: 'Open a case from your queue.' },
  },
  'case.condition-not-yours': {
    what: { zh: '不由您评判：{names}。', en: 'Not yours to judge: {names}.' },
    why: {
      zh: '各条件由办法指明的单位或者专家在其步骤评判。',
      en: 'Each is judged by whom the measure names, in its step.',
    },
    next: { zh: '请只提交页面列出的条件。', en: 'Send only those on the page.' },
  },
  'case.judged-already': {
    what: { zh: '已经评判：{names}。', en: 'Judged already: {names}.' },
    why: { zh: '一人一条只评判一次，不再更改。', en: 'Each is answered once, for good.' },
    next: { zh: '请刷新页面，评判其余条件。', en: 'Reload and answer the rest.' },
  },
  'case.recusal-late-conflict': {
    what: { zh: '您已经提交评判意见。', en: 'You have given answers already.' },
    why: {
      zh: '回避应当在评判之前提出；意见一经提交不再更改。',
      en: 'One stands aside before judging; an answer given stays.',
    },
    next: {
      zh: '请将有关情况书面告知组织评审的单位。',
      en: 'Tell the office that holds the review in writing.',
    },
  },
  'case.opinion-missing': {
    what: { zh: '这一条还没有您的意见。', en: 'There is no opinion of yours on this yet.' },
    why: { zh: '补充意见附于本人已经提交的意见。', en: 'Words are added to one’s own answer.' },
    next: { zh: '请先评判。', en: 'Judge it first.' },
  },
  'case.opinion-closed': {
    what: { zh: '本件已经办结。', en: 'The case is over.' },
    why: { zh: '办结后案卷不再增加意见。', en: 'Nothing is added to a file that is closed.' },
    next: { zh: '请向主管部门书面反映。', en: 'Write to the office in charge.' },
  },
  'case.blind-forbidden': {
    what: { zh: '匿名评审期间不提供这份文件。', en: 'This file is not shown in a blind review.' },
    why: {
      zh: '本事项匿名评审，能看出申报单位的文书和指明不提供的材料不给专家。',
      en: 'The review is blind: letters, and papers that were withheld, would say whose case it is.',
    },
    next: { zh: '请依据页面列出的材料评审。', en: 'Judge on the papers listed on the page.' },
  },
  'case.review-named': {
    what: { zh: '本事项不是匿名评审。', en: 'This review is not blind.' },
    why: {
      zh: '办法没有规定匿名评审，专家看得到全部材料。',
      en: 'The measure does not review blind, so experts see every paper.',
    },
    next: { zh: '无需设置。', en: 'There is nothing to set.' },
  },
  'case.paper-shown-already': {
    what: { zh: '“{paper}”已经是这样设置的。', en: '“{paper}” is set so already.' },
    why: { zh: '设置没有变化。', en: 'Nothing would change.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'case.points-outside': {
    what: {
      zh: '“{title}”不能打{points}分。',
      en: '“{title}” cannot be given {points} points.',
    },
    why: {
      zh: '按申报的数据，该项可以打{from}至{to}分，最多两位小数。',
      en: 'On the facts filed it may have {from} to {to} points, two digits after the point at most.',
    },
    next: { zh: '请在范围内打分。', en: 'Give points within the range.' },
  },
  'case.answers-missing': {
    what: { zh: '尚未评判完毕：{owing}。', en: 'Answers are missing: {owing}.' },
    why: { zh: '全部专家逐条评判后方可汇总。', en: 'Every expert answers every condition first.' },
    next: { zh: '请提醒专家完成评判。', en: 'Remind them.' },
  },
  'case.notice-not-found': {
    what: { zh: '没有这份公示。', en: 'There is no such notice.' },
    why: { zh: '地址可能写错。', en: 'The address may be mistyped.' },
    next: { zh: '请从公示列表进入。', en: 'Open it from the list.' },
  },
  'case.case-not-on-notice': {
    what: { zh: '{number} 的名单没有此件。', en: 'It is not on the list of {number}.' },
    why: { zh: '异议只能针对名单所列的单位。', en: 'An objection is to a name on the list.' },
    next: { zh: '请在名单中选择。', en: 'Choose from the list.' },
  },
  'case.notice-closed': {
    what: {
      zh: '公示已于 {on} 期满或者已经办结。',
      en: 'The notice ended on {on}, or the case was closed.',
    },
    why: { zh: '异议在公示期内提出。', en: 'Objections are made while it runs.' },
    next: { zh: '可以向主管部门反映情况。', en: 'You may write to the office in charge.' },
  },
  'case.objector-unnamed': {
    what: { zh: '请填写真实姓名。', en: 'Your real name is needed.' },
    why: { zh: '异议须实名，以便核实。', en: 'Objections are looked into with their author.' },
    next: {
      zh: '姓名只供核实人员使用，不公开。',
      en: 'It is used for that only and not published.',
    },
  },
  'case.contact-malformed': {
    what: {
      zh: '联系方式应为电话或者邮箱。',
      en: 'The contact must be a telephone number or e-mail.',
    },
    why: { zh: '核实时需要联系您。', en: 'You will be asked about it.' },
    next: { zh: '请改正后提交，联系方式不公开。', en: 'Correct it; it is not published.' },
  },
  'case.reason-needed': {
    what: { zh: '请写明理由，不少于10个字。', en: 'State the grounds, 10 characters or more.' },
    why: { zh: '没有理由无法核实。', en: 'Without grounds nothing can be looked into.' },
    next: { zh: '请写明事实和线索。', en: 'Say what happened and how you know.' },
  },
  'case.objection-not-found': {
    what: {
      zh: '没有这条异议，或者编号与查询码不符。',
      en: 'No such objection, or number and key do not belong together.',
    },
    why: {
      zh: '异议按编号和查询码查询，由负责答复的经办人办理。',
      en: 'An objection is followed by its number and key, and handled by the post that answers it.',
    },
    next: {
      zh: '请核对编号和查询码，或者从案件页面进入。',
      en: 'Check the number and the key, or open it from the case.',
    },
  },
  'case.objection-full': {
    what: { zh: '这件异议已补充{most}次。', en: 'This objection was added to {most} times.' },
    why: {
      zh: '补充过多，不利于尽快核实答复。',
      en: 'More would keep it from being looked into and answered.',
    },
    next: {
      zh: '请等候答复；还有重要情况的，按公示所列联系方式告知。',
      en: 'Wait for the answer; for anything more call the office named on the notice.',
    },
  },
  'case.objections-too-many': {
    what: {
      zh: '这一联系方式已对本次公示提出{most}件异议。',
      en: 'This contact has raised {most} objections to this notice.',
    },
    why: {
      zh: '异议逐件核实答复，同一人的事实和理由宜合并提出。',
      en: 'Each is looked into by itself; one person had better put facts together.',
    },
    next: {
      zh: '请凭编号和查询码在已提出的异议中补充。',
      en: 'Add to one already raised, by its number and key.',
    },
  },
  'case.objection-asked-already': {
    what: { zh: '已请异议人在 {until} 前补充。', en: 'The objector was asked to add by {until}.' },
    why: { zh: '一次请补充期满或者答复后再请。', en: 'One question at a time.' },
    next: { zh: '请等候补充，或者直接答复。', en: 'Wait for it, or answer.' },
  },
  'case.objection-overdue-conflict': {
    what: { zh: '答复期限已于{due}届满。', en: 'The answer was due on {due}.' },
    why: {
      zh: '期限届满后请异议人补充，不再中止期限。',
      en: 'A question asked after the last day does not stop the clock.',
    },
    next: { zh: '请根据已有材料答复。', en: 'Answer on what there is.' },
  },
  'case.objection-asked-out-conflict': {
    what: { zh: '已请异议人补充{most}次。', en: 'The objector was asked {most} times.' },
    why: {
      zh: '请补充期间不计入答复期限，因此次数有限。',
      en: 'The clock stands still for each question, so there are only so many.',
    },
    next: { zh: '请根据已有材料答复。', en: 'Answer on what there is.' },
  },
  'case.objection-already': {
    what: { zh: '已于 {on} 提出或者答复过。', en: 'Made or answered already on {on}.' },
    why: { zh: '同一异议只办理一次。', en: 'One objection is handled once.' },
    next: { zh: '请刷新页面查看。', en: 'Reload to see it.' },
  },
} as const satisfies RefusalCatalogue
