import type { RefusalCatalogue } from '../kernel/index.ts'

/** The sentences of the clocks room. */
export const refusals = {
  'clock.none': {
    what: { zh: '目前没有计时的办理期限。', en: 'No time limit is running now.' },
    why: {
      zh: '只有正在计算期限的环节才能中止、恢复或者延长。',
      en: 'Only a step whose limit runs can be suspended, resumed or extended.',
    },
    next: { zh: '请刷新页面，查看案件所处的阶段。', en: 'Reload and see where the case stands.' },
  },
  'clock.cause-missing': {
    what: { zh: '没有写明事由。', en: 'The cause is missing.' },
    why: {
      zh: '中止、恢复和延长期限须说明理由，并告知申请人（行政许可法第42条、第45条）。',
      en: 'Whoever moves a limit says why, and the applicant is told (Administrative Licensing Law, art. 42 and 45).',
    },
    next: { zh: '请填写事由后再提交。', en: 'Write the cause, then send it again.' },
  },
  'clock.already-suspended': {
    what: { zh: '期限已于{on}中止。', en: 'The limit has been suspended since {on}.' },
    why: { zh: '中止期间不再重复中止。', en: 'A suspended limit is not suspended twice.' },
    next: { zh: '事由消除后请恢复计时。', en: 'Resume it once the cause is gone.' },
  },
  'clock.overdue-conflict': {
    what: { zh: '期限已于{on}届满，不能再中止。', en: 'The limit ended on {on}.' },
    why: {
      zh: '中止只能在期限届满前作出（行政许可法第42条、第45条）。',
      en: 'Only a limit that still runs can be suspended (Administrative Licensing Law, art. 42 and 45).',
    },
    next: { zh: '请尽快办结。', en: 'Finish the step as soon as you can.' },
  },
  'clock.not-suspended': {
    what: { zh: '期限没有中止，正在计算。', en: 'The limit is running; it was not suspended.' },
    why: { zh: '只有中止的期限才能恢复。', en: 'Only a suspended limit can be resumed.' },
    next: { zh: '请刷新页面查看期限。', en: 'Reload and look at the limit.' },
  },
  'clock.extension': {
    what: { zh: '延长的日数须为1至{most}日。', en: 'An extension is of 1 to {most} days.' },
    why: {
      zh: '经本机关负责人批准，可以延长十日（行政许可法第42条）。',
      en: 'With the approval of the head of the office a limit may be extended by ten days (Administrative Licensing Law, art. 42).',
    },
    next: { zh: '请改填日数。', en: 'Give another number of days.' },
  },
  'clock.extended-before': {
    what: { zh: '期限已于{on}延长过一次。', en: 'The limit was already extended on {on}.' },
    why: {
      zh: '同一环节的期限只延长一次（行政许可法第42条）。',
      en: 'The limit of a step is extended once (Administrative Licensing Law, art. 42).',
    },
    next: { zh: '请在期限内办结。', en: 'Finish within the limit.' },
  },
  'calendar.source-missing': {
    what: { zh: '没有写明依据的通知。', en: 'The notice it rests on is missing.' },
    why: {
      zh: '工作日历以公布的通知为准，须写明文号。',
      en: 'A calendar rests on a published notice, named by its number.',
    },
    next: {
      zh: '请填写通知名称和文号，如“国办发明电〔2025〕7号”。',
      en: 'Give the title and number of the notice.',
    },
  },
  'calendar.wrong-year': {
    what: { zh: '{day} 不属于 {year} 年。', en: '{day} is not in {year}.' },
    why: { zh: '一次录入一个年度的日历。', en: 'One year is entered at a time.' },
    next: { zh: '请核对日期。', en: 'Check the day.' },
  },
  'calendar.no-rest-days': {
    what: {
      zh: '{year} 年的日历缺少法定节假日：{name}。',
      en: 'The calendar of {year} lacks a statutory holiday: {name}.',
    },
    why: {
      zh: '录入全国日历后，该年度即视为已公布，缺项会使期限算错（全国年节及纪念日放假办法第2条）。',
      en: 'Once the national days are entered the year counts as published, and a gap would make limits wrong (Regulation on Public Holidays, art. 2).',
    },
    next: {
      zh: '请对照国务院办公厅通知补齐。',
      en: "Complete it from the State Council's notice.",
    },
  },
} as const satisfies RefusalCatalogue
