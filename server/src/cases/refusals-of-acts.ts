import type { RefusalCatalogue } from '../kernel/index.ts'

export const actRefusals = {
  'case.already': {
    what: {
      zh: '“{act}”已由{by}于 {on} 办理，没有重复办理。',
      en: '"{act}" was done by {by} on {on}; nothing was done twice.',
    },
    why: { zh: '案件现处于“{stage}”阶段。', en: 'The case is at the stage "{stage}".' },
    next: {
      zh: '无需再办。请刷新页面，按页面列出的事项继续。',
      en: 'Nothing is left to do here. Reload and go on with the acts listed.',
    },
  },
  'case.stage-conflict': {
    what: { zh: '现阶段不能办理“{act}”。', en: '"{act}" is not possible at this stage.' },
    why: {
      zh: '案件现处于“{stage}”阶段{last}，程序不允许跳步。',
      en: 'The case is at "{stage}"{last}, and no step is skipped.',
    },
    next: {
      zh: '请刷新页面，按页面列出的事项办理。',
      en: 'Reload and take one of the acts listed.',
    },
  },
  'case.incomplete': {
    what: { zh: '还缺 {count} 项：{titles}。', en: '{count} items are missing: {titles}.' },
    why: {
      zh: '材料和事实齐全后方可受理。',
      en: 'Acceptance needs every required paper and fact.',
    },
    next: { zh: '请退回补正，一次性告知。', en: 'Return it for correction, all at once.' },
  },
  'case.nothing-to-correct': {
    what: {
      zh: '材料和事实齐全，也没有写补正意见。',
      en: 'Nothing is missing and no remark was made.',
    },
    why: { zh: '退回须说明补正什么。', en: 'A return says what to correct.' },
    next: { zh: '请受理，或者写明需要补正的内容。', en: 'Accept it, or write what to correct.' },
  },
  'case.filters-too-many': {
    what: { zh: '最多保存 {most} 个筛选。', en: 'At most {most} filters are kept.' },
    why: { zh: '再多就不易查找。', en: 'More could not be found again.' },
    next: { zh: '请先删除不用的。', en: 'Forget one first.' },
  },
  'case.point-unknown': {
    what: { zh: '本事项没有“{about}”这一项。', en: 'The service does not ask for "{about}".' },
    why: {
      zh: '补正意见须对应表中的一项或者整体。',
      en: 'A point is about an item of the form, or the whole.',
    },
    next: { zh: '请从列表中选择。', en: 'Choose from the list.' },
  },
  'case.correction-open': {
    what: {
      zh: '补正期限到 {until} 为止，尚未届满。',
      en: 'The correction may be handed in until {until}.',
    },
    why: { zh: '期限内申报单位可以补正。', en: 'The applicant may use the whole limit.' },
    next: { zh: '请在期限届满后办理。', en: 'Wait until it is over.' },
  },
  'case.correction-unlimited': {
    what: { zh: '退回补正时没有规定期限。', en: 'The case was returned without a limit.' },
    why: { zh: '没有期限，不能以逾期未补正为由不予认定。', en: 'Without a limit nobody is late.' },
    next: { zh: '请联系申报单位补正或者撤回。', en: 'Ask the applicant to correct or withdraw.' },
  },
  'case.transfer-nowhere': {
    what: { zh: '该区（县）没有设置对应的机关。', en: 'That district has no such office.' },
    why: { zh: '只能移送给有管辖权的机关。', en: 'A case goes to an office in charge.' },
    next: { zh: '请选择另一个区（县）。', en: 'Choose another district.' },
  },
  'case.transfer-same': {
    what: { zh: '案件已在{office}。', en: 'The case is with {office} already.' },
    why: { zh: '不需要移送。', en: 'Nothing is to be transferred.' },
    next: { zh: '请直接办理。', en: 'Go on with it.' },
  },
  'case.nothing-upheld': {
    what: { zh: '没有成立的异议。', en: 'No objection was upheld.' },
    why: {
      zh: '异议成立后才重新评审。',
      en: 'A case is appraised anew only after an objection was upheld.',
    },
    next: { zh: '请按程序继续办理。', en: 'Go on with the procedure.' },
  },
  'case.not-met': {
    what: {
      zh: '尚有条件不符合或者未确定：{reasons}。',
      en: 'Conditions fail or are open: {reasons}.',
    },
    why: { zh: '只有全部符合才能继续。', en: 'Only what is met goes on.' },
    next: {
      zh: '不符合的，请作出不予认定决定并说明理由。',
      en: 'Where they fail, refuse with reasons.',
    },
  },
  'case.judge-first': {
    what: { zh: '先评判：{titles}。', en: 'Judge first: {titles}.' },
    why: { zh: '推荐意见以本单位评判完毕为前提。', en: 'A recommendation rests on these answers.' },
    next: { zh: '请逐条评判并写明理由。', en: 'Answer each with a reason.' },
  },
  'case.window-open': {
    what: {
      zh: '{number} 公示至 {until}，期满前不能办理。',
      en: 'Notice {number} runs until {until}; not before.',
    },
    why: { zh: '公示不得提前结束。', en: 'A notice is never cut short.' },
    next: { zh: '请于次日起办理。', en: 'Act from the day after.' },
  },
  'case.objection-open': {
    what: { zh: '有 {count} 件异议尚未答复。', en: '{count} objections are not answered.' },
    why: { zh: '公示无异议后方可决定。', en: 'A decision needs a notice without objection.' },
    next: { zh: '请先核实并答复异议。', en: 'Look into them and answer first.' },
  },
  'case.objection-upheld': {
    what: { zh: '有 {count} 件异议成立。', en: '{count} objections were upheld.' },
    why: { zh: '公示无异议后方可认定。', en: 'Recognition needs a notice without objection.' },
    next: { zh: '请作出不予认定决定并说明理由。', en: 'Refuse with reasons.' },
  },
  'case.same-person-forbidden': {
    what: { zh: '拟定意见的人不能作出决定。', en: 'Who proposed cannot decide.' },
    why: { zh: '拟办与决定由不同的人负责。', en: 'Proposing and deciding are two people.' },
    next: { zh: '请由另一位签发人办理。', en: 'Let another signatory decide.' },
  },
  'case.cite-needed': {
    what: { zh: '不予认定须写明依据条款。', en: 'A refusal needs its article.' },
    why: {
      zh: '系统没有发现不符合的条件，请由您指出依据。',
      en: 'No condition fails by itself; name the article.',
    },
    next: { zh: '请填写条款，如 第8条(三)。', en: 'Enter it, such as 第8条(三).' },
  },
  'case.sanction-unknown': {
    what: {
      zh: '办法没有可以执行的处理“{name}”。',
      en: 'The measure has no such sanction "{name}".',
    },
    why: {
      zh: '取消认定须以办法规定的情形为依据。',
      en: 'Revocation rests on a sanction of the measure.',
    },
    next: { zh: '请选择办法列明的情形。', en: 'Choose one the measure names.' },
  },
  'case.found-later': {
    what: { zh: '查实日期不能晚于今天。', en: 'The day of finding cannot be in the future.' },
    why: { zh: '处理以已经查实的事实为依据。', en: 'A sanction rests on what was found.' },
    next: { zh: '请改正日期。', en: 'Correct the day.' },
  },
  'case.empty-notice': {
    what: { zh: '公示名单是空的。', en: 'The list of the notice is empty.' },
    why: { zh: '至少列入一件审议通过的案件。', en: 'At least one deliberated case is needed.' },
    next: { zh: '请选择案件。', en: 'Choose cases.' },
  },
  'case.mixed-notice': {
    what: {
      zh: '所选案件依据 {texts} 个不同的文本。',
      en: 'The cases rest on {texts} different texts.',
    },
    why: {
      zh: '一份公示只能依据一个办法的一个版本。',
      en: 'A notice rests on one version of one measure.',
    },
    next: { zh: '请分别公示。', en: 'Publish them apart.' },
  },
  'case.not-mandated-forbidden': {
    what: {
      zh: '贵单位目前没有受托办理此事。',
      en: 'Your office does not act for another in this at present.',
    },
    why: {
      zh: '委托书不在有效期内、已终止，或未包括此事。',
      en: 'The written delegation is not in force or does not cover it.',
    },
    next: {
      zh: '请与委托机关核对委托书。',
      en: 'Check the delegation with the office that gave it.',
    },
  },
  'case.delegation-unknown': {
    what: { zh: '办法没有规定这项委托。', en: 'The measure knows no such delegation.' },
    why: { zh: '没有依据的委托无效。', en: 'Without a provision there is no delegation.' },
    next: { zh: '请按办法选择委托事项。', en: 'Choose one the measure names.' },
  },
  'case.delegation-offices': {
    what: {
      zh: '委托双方与办法规定不符。',
      en: 'The two offices are not those the measure names.',
    },
    why: { zh: '办法写明由谁委托、委托给谁。', en: 'It says who delegates to whom.' },
    next: {
      zh: '请更正委托机关或受托机构。',
      en: 'Correct the office that gives it or the delegate.',
    },
  },
  'case.delegation-acts': {
    what: {
      zh: '委托的内容超出办法的规定：{acts}。',
      en: 'The delegation goes beyond the measure: {acts}.',
    },
    why: {
      zh: '委托只能在条款列明的范围内缩小，不能扩大。',
      en: 'It may be narrower than the article, not wider.',
    },
    next: { zh: '请去掉超出的内容。', en: 'Leave out what is beyond it.' },
  },
} as const satisfies RefusalCatalogue
