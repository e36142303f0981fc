import type { RefusalCatalogue } from './refusals.ts'

export const kernelRefusals = {
  'kernel.malformed-id': {
    what: { zh: '编号“{text}”无法识别。', en: 'The identifier "{text}" cannot be read.' },
    why: {
      zh: '系统内的编号有固定格式，此处不符。',
      en: 'Identifiers have one fixed form and this is not one.',
    },
    next: {
      zh: '请从列表页重新进入，不要手工修改地址。',
      en: 'Open the page again from its list; do not edit the address by hand.',
    },
  },
  'kernel.malformed-day': {
    what: { zh: '“{text}”不是有效日期。', en: '"{text}" is not a day of the calendar.' },
    why: { zh: '日期须写作 年-月-日。', en: 'A day is written year-month-day.' },
    next: { zh: '请按 2026-03-01 的样式填写。', en: 'Write it like 2026-03-01.' },
  },
  'kernel.set-day.forbidden': {
    what: { zh: '正式运行的系统不能调整日期。', en: 'A real office cannot set its day.' },
    why: {
      zh: '只有演示环境可以把日期向后调。',
      en: 'Only a demonstration may move its day forward.',
    },
    next: { zh: '如需演示，请另起一套演示环境。', en: 'Start a separate demonstration.' },
  },
  'kernel.day-goes-back': {
    what: {
      zh: '演示日期不能从 {today} 倒退到 {to}。',
      en: 'The day cannot go back from {today} to {to}.',
    },
    why: {
      zh: '已发生的事会因此落在将来。',
      en: 'What has already happened would then lie in the future.',
    },
    next: {
      zh: '请选择 {today} 或以后的日期。',
      en: 'Choose {today} or a later day.',
    },
  },
  'calendar.unknown-year': {
    what: {
      zh: '{year} 年的工作日历尚未公布，无法推算工作日。',
      en: 'The working days of {year} are not known, so nothing is counted.',
    },
    why: {
      zh: '国务院办公厅每年发布放假调休通知，系统不猜测未公布的年份。',
      en: "Each year's rest days follow the State Council's notice; a year without one is not guessed.",
    },
    next: {
      zh: '请管理员在通知公布后录入 {year} 年日历。',
      en: 'Ask an administrator to enter the calendar of {year} once the notice is out.',
    },
  },
} as const satisfies RefusalCatalogue
