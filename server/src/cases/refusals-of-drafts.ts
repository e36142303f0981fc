import type { RefusalCatalogue } from '../kernel/index.ts'

export const draftRefusals = {
  'case.not-found': {
    what: { zh: '没有这件申请。', en: 'There is no such application.' },
    why: {
      zh: '编号有误，或者该件不由您办理、不属于您的单位。',
      en: 'The address is wrong, or the application is not yours to see.',
    },
    next: { zh: '请从“我的申请”或办件队列进入。', en: 'Open it from your list or the queue.' },
  },
  'case.call-not-found': {
    what: { zh: '没有这个申报通知。', en: 'There is no such call.' },
    why: { zh: '地址可能写错。', en: 'The address may be mistyped.' },
    next: { zh: '请从申报通知列表进入。', en: 'Open it from the list of calls.' },
  },
  'case.service-not-found': {
    what: { zh: '此通知不含事项“{service}”。', en: 'The call has no service "{service}".' },
    why: { zh: '申报通知只开放其列明的事项。', en: 'A call opens only the services it lists.' },
    next: { zh: '请选择通知列明的事项。', en: 'Choose one the call lists.' },
  },
  'case.not-in-force': {
    what: { zh: '{on} 没有施行中的办法文本。', en: 'No text of the measure is in force on {on}.' },
    why: {
      zh: '申报通知须以开放首日施行的文本为依据；征求意见稿须先有施行文件。',
      en: 'A call rests on the text in force on its first day; a draft needs an act that enacts it.',
    },
    next: {
      zh: '请先登记施行文件，或者改开放日期。',
      en: 'Enter the act first, or change the day.',
    },
  },
  'case.call-days': {
    what: {
      zh: '通知日期不对：{opensOn} 至 {closesOn}。',
      en: 'The days of the call are wrong: {opensOn} to {closesOn}.',
    },
    why: {
      zh: '开放日不得早于今天（{today}），截止日不得早于开放日。',
      en: 'It cannot open before today ({today}) nor close before it opens.',
    },
    next: { zh: '请改正日期。', en: 'Correct the days.' },
  },
  'case.limit-fixed': {
    what: {
      zh: '“{act}”的期限不能由通知规定为 {length}。',
      en: 'The call cannot set {length} for "{act}".',
    },
    why: {
      zh: '办法印明的期限不得改变；可以另定的期限为1至365。',
      en: 'What the measure prints is not changed; what it leaves open may be 1 to 365.',
    },
    next: { zh: '请删去该项，或者填写有效数字。', en: 'Remove it, or enter a valid number.' },
  },
  'case.notice-shortened': {
    what: {
      zh: '公示期不能缩短为 {length} 个工作日。',
      en: 'The notice cannot be cut to {length} working days.',
    },
    why: {
      zh: '至少 {least} 个工作日；通知只能延长。',
      en: 'At least {least}; a call may only lengthen it.',
    },
    next: { zh: '请填写不少于 {least} 的数字。', en: 'Enter {least} or more.' },
  },
  'case.call-not-open': {
    what: { zh: '本批申报自 {on} 起受理。', en: 'The call opens on {on}.' },
    why: { zh: '申报通知规定了开放日期。', en: 'The call states the day.' },
    next: { zh: '可先自查条件，届时申报。', en: 'Check yourself now and apply then.' },
  },
  'case.call-closed': {
    what: { zh: '本批申报已于 {on} 截止。', en: 'The call closed on {on}.' },
    why: { zh: '截止日当天24时前提交有效。', en: 'Filings counted until the end of that day.' },
    next: { zh: '可在下一批通知发布后申报。', en: 'Apply under the next call.' },
  },
  'case.party-kind': {
    what: { zh: '此类单位不能申报本事项。', en: 'This kind of body cannot apply here.' },
    why: { zh: '办法规定了申报单位的性质。', en: 'The measure says who may apply.' },
    next: { zh: '请以符合规定的单位申报。', en: 'Apply for a body the measure names.' },
  },
  'case.barred': {
    what: {
      zh: '{until}（含）前不得再次申报。',
      en: 'You may not apply until {until}, that day included.',
    },
    why: { zh: '原因：{reason}', en: 'The reason: {reason}' },
    next: {
      zh: '次日起可以申报；对处理有异议的，可以陈述申辩。',
      en: 'Apply from the day after; you may ask to be heard.',
    },
  },
  'case.recognised-already': {
    what: {
      zh: '已于 {on} 认定，证书 {number}。',
      en: 'Already recognised on {on}, certificate {number}.',
    },
    why: { zh: '认定有效期间不重复申报。', en: 'What stands is not applied for again.' },
    next: { zh: '请在“我的认定”查看证书。', en: 'See your certificate.' },
  },
  'case.recognised-until': {
    what: {
      zh: '已于 {on} 认定，证书 {number}，有效期至 {until}。',
      en: 'Already recognised on {on}, certificate {number}, until {until}.',
    },
    why: { zh: '有效期内不重复申报。', en: 'What stands is not applied for again.' },
    next: { zh: '自 {from} 起可以重新申报。', en: 'You may apply anew from {from}.' },
  },
  'case.open-already': {
    what: { zh: '“{service}”已有一件在办。', en: 'An application for {service} is open already.' },
    why: { zh: '同一单位同一事项同时只办一件。', en: 'One open application a body and service.' },
    next: { zh: '请继续办理原件，或者先撤回。', en: 'Go on with it, or withdraw it first.' },
  },
  'case.no-district': {
    what: {
      zh: '不能确定由哪个区（县）受理。',
      en: 'No district office is in charge of this body.',
    },
    why: {
      zh: '申报向所在区（县）主管部门提出，单位登记的区县没有对应的受理单位。',
      en: 'Applications go to the district where the body is registered.',
    },
    next: {
      zh: '请联系市级主管部门更正单位的所在区（县）。',
      en: 'Ask the city office to correct the district.',
    },
  },
  'case.stale': {
    what: { zh: '此草稿已在别处保存过。', en: 'This draft was saved elsewhere meanwhile.' },
    why: {
      zh: '您的版本是 {yours}，现在是 {current}；为免覆盖没有保存。',
      en: 'Yours is {yours}, it now is {current}; nothing was overwritten.',
    },
    next: { zh: '请刷新后核对再保存。', en: 'Reload, compare and save again.' },
  },
  'case.unknown-fact': {
    what: { zh: '本事项不需要“{name}”。', en: 'The service does not ask for "{name}".' },
    why: { zh: '清单以外的信息不收。', en: 'Nothing outside the list is taken.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'case.value-malformed': {
    what: { zh: '“{title}”填写有误。', en: '"{title}" is not a valid value.' },
    why: {
      zh: '内容与该项的类型、单位或者选项不符。',
      en: 'It does not fit the type, unit or options.',
    },
    next: { zh: '请改正后保存。', en: 'Correct it and save.' },
  },
  'case.fact-locked': {
    what: { zh: '“{title}”已经核验，不能改写。', en: '"{title}" is verified and locked.' },
    why: { zh: '{by} 于 {on} 核验。', en: 'Verified by {by} on {on}.' },
    next: {
      zh: '确有变化的，请向核验单位申请更正。',
      en: 'If it changed, ask the verifying office to correct it.',
    },
  },
  'case.paper-not-found': {
    what: { zh: '材料清单没有“{paper}”。', en: 'The list has no paper "{paper}".' },
    why: { zh: '清单以外的材料不收。', en: 'Nothing outside the list is taken.' },
    next: { zh: '请选择清单中的材料。', en: 'Choose a paper on the list.' },
  },
  'case.cursor-malformed': {
    what: { zh: '翻页位置无效。', en: 'The page position is not valid.' },
    why: { zh: '地址可能被改动。', en: 'The address may have been altered.' },
    next: { zh: '请从第一页开始。', en: 'Start from the first page.' },
  },
} as const satisfies RefusalCatalogue
