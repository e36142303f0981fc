import type { RefusalCatalogue } from '../kernel/index.ts'

/** What whoever comments is told. */
export const refusalsOfComments = {
  'consultation.not-open-yet': {
    what: { zh: '征求意见自{on}开始。', en: 'Comments are taken from {on}.' },
    why: { zh: '现在还没有开始。', en: 'It has not begun.' },
    next: { zh: '请在开始以后提出。', en: 'Come back on that day.' },
  },
  'consultation.closed': {
    what: { zh: '征求意见已于{on}截止。', en: 'Comments were taken until {on}.' },
    why: {
      zh: '期限以公布的截止日期为准，截止以后不再收集。',
      en: 'The closing day was published with the draft.',
    },
    next: {
      zh: '请留意采纳情况的公布；仍有建议的，可以联系：{contact}。',
      en: 'Watch for the summary; for anything else write to: {contact}.',
    },
  },
  'consultation.no-such-article': {
    what: { zh: '草案没有{article}。', en: 'The draft has no {article}.' },
    why: { zh: '意见须针对草案的一条或者整体。', en: 'A comment is on an article or the whole.' },
    next: { zh: '请从草案中选择条文。', en: 'Choose an article of the draft.' },
  },
  'consultation.unnamed': {
    what: { zh: '请填写真实姓名。', en: 'Please give your real name.' },
    why: { zh: '办理机构需要时会回访核实。', en: 'The office may need to ask back.' },
    next: { zh: '请填写姓名后再提交。', en: 'Give your name and send again.' },
  },
  'consultation.contact-malformed': {
    what: {
      zh: '联系方式不是电话号码或者电子邮箱。',
      en: 'This is no telephone number or e-mail.',
    },
    why: {
      zh: '联系方式仅用于回访核实，不予公开。',
      en: 'It serves to ask back and is never public.',
    },
    next: { zh: '请改填电话或者电子邮箱。', en: 'Give a telephone number or an e-mail address.' },
  },
  'consultation.says-too-little': {
    what: { zh: '意见内容过短。', en: 'The comment is too short.' },
    why: { zh: '只有写明内容，才能研究答复。', en: 'Only what is said can be answered.' },
    next: { zh: '请写明意见和理由。', en: 'Say what should change, and why.' },
  },
  'consultation.comment-already': {
    what: { zh: '同样的意见已经提交过。', en: 'You have sent this comment already.' },
    why: { zh: '同一人对同一条的相同意见只记一次。', en: 'The same comment counts once.' },
    next: { zh: '有新的内容可以另行提出。', en: 'Send another where you have more to say.' },
  },
  'consultation.no-such-comment': {
    what: {
      zh: '没有找到这条意见，或者姓名和联系方式已经删除。',
      en: 'There is no such comment of yours.',
    },
    why: {
      zh: '查询码有误，或者个人信息已经删除。',
      en: 'The key is wrong, or name and contact are erased already.',
    },
    next: {
      zh: '请核对提交时给出的查询码，或者联系办理机构。',
      en: 'Check the key you were given, or ask the office.',
    },
  },
} as const satisfies RefusalCatalogue
