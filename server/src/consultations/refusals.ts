import type { RefusalCatalogue } from '../kernel/index.ts'
import { refusalsOfComments } from './refusals-of-comments.ts'

export const refusals = {
  ...refusalsOfComments,
  'consultation.not-found': {
    what: { zh: '没有找到这次征求意见。', en: 'There is no such consultation.' },
    why: { zh: '编号有误，或者尚未发布。', en: 'The address is wrong, or it is not published.' },
    next: { zh: '请从征求意见目录中选择。', en: 'Choose from the list of drafts.' },
  },
  'consultation.not-a-draft': {
    what: { zh: '版本{version}不是征求意见稿。', en: 'Version {version} is not a draft.' },
    why: {
      zh: '只就没有施行的征求意见稿征求意见。',
      en: 'One consults on a consultation draft that is not in force.',
    },
    next: {
      zh: '请选择状态为征求意见稿的版本，或者上传草案文本。',
      en: 'Choose a version that is a draft, or hand in the text.',
    },
  },
  'consultation.opens-in-the-past': {
    what: {
      zh: '开始日期已过，今天是{today}。',
      en: 'The opening day has passed; today is {today}.',
    },
    why: { zh: '发布之前公众无法提意见。', en: 'Nobody can comment before publication.' },
    next: { zh: '请另定开始日期和截止日期。', en: 'Choose other days.' },
  },
  'consultation.closes-before-opening': {
    what: {
      zh: '截止日期须在开始日期{opens}之后。',
      en: 'It must close after it opens on {opens}.',
    },
    why: { zh: '开始当日不计入期限（民法典第201条）。', en: 'The first day is not counted.' },
    next: { zh: '请改填截止日期。', en: 'Choose another closing day.' },
  },
  'consultation.too-short': {
    what: { zh: '征求意见只有{days}日，不足30日。', en: 'It is open {days} days, less than 30.' },
    why: {
      zh: '向社会公开征求意见的期限一般不少于30日（优化营商环境条例第62条）。',
      en: 'In general a draft is open for comment no less than 30 days (Regulation on Optimising the Business Environment, art. 62).',
    },
    next: {
      zh: '请将截止日期定在{earliest}或者以后；确需缩短的，写明理由，理由一并公开。',
      en: 'Close on {earliest} or later; where it must be shorter, give the reason, which is published.',
    },
  },
  'consultation.draft-is-installed': {
    what: {
      zh: '本次征求意见的草案是已安装的版本{version}。',
      en: 'This consultation is about the installed version {version}.',
    },
    why: { zh: '一次征求意见只有一份草案。', en: 'A consultation has one draft.' },
    next: {
      zh: '就另一份文本征求意见的，请另行准备。',
      en: 'Prepare another consultation for another text.',
    },
  },
  'consultation.no-articles': {
    what: { zh: '{file}中没有读到条文。', en: 'No articles were found in {file}.' },
    why: { zh: '公众按条提意见，草案须有第几条。', en: 'People comment article by article.' },
    next: { zh: '请核对文本，条文以“第一条”等开头。', en: 'Check that articles are numbered.' },
  },
  'consultation.no-draft': {
    what: { zh: '还没有草案文本。', en: 'There is no draft yet.' },
    why: { zh: '没有条文，公众无从提意见。', en: 'There is nothing to comment on.' },
    next: { zh: '请先上传草案文本。', en: 'Hand in the text of the draft first.' },
  },
  'consultation.no-note': {
    what: { zh: '还没有起草说明。', en: 'There is no drafting note yet.' },
    why: {
      zh: '草案连同起草说明一并公布，说明为什么、改什么。',
      en: 'A draft is published with a note that says why and what.',
    },
    next: { zh: '请填写或者上传起草说明。', en: 'Write or hand in the drafting note.' },
  },
  'consultation.published': {
    what: {
      zh: '已于{on}发布，内容不再改动。',
      en: 'It was published on {on} and stays as it is.',
    },
    why: { zh: '公众就同一份文本提意见。', en: 'Everybody comments on one text.' },
    next: { zh: '确需改动的，请另行征求意见。', en: 'Consult again where it must change.' },
  },
  'consultation.not-published': {
    what: { zh: '尚未发布。', en: 'It is not published.' },
    why: { zh: '发布之前没有意见可以答复。', en: 'Before that there is nothing to answer.' },
    next: { zh: '请先发布。', en: 'Publish it first.' },
  },
  'consultation.still-open': {
    what: { zh: '征求意见到{on}才截止。', en: 'It is open until {on}.' },
    why: { zh: '截止当日仍可提意见。', en: 'Comments are taken on the last day too.' },
    next: { zh: '请在截止次日以后公布采纳情况。', en: 'Publish the summary after that day.' },
  },
  'consultation.unanswered': {
    what: { zh: '尚有意见没有答复：{numbers}。', en: 'Not answered yet: {numbers}.' },
    why: {
      zh: '采纳情况须对每条意见说明是否采纳及理由。',
      en: 'The summary says of every comment what became of it, and why.',
    },
    next: { zh: '请逐条或者合并答复后再公布。', en: 'Answer them, alone or together.' },
  },
  'consultation.summarised': {
    what: { zh: '采纳情况已于{on}公布。', en: 'The summary was published on {on}.' },
    why: { zh: '公布的答复不再改动。', en: 'Published answers do not change.' },
    next: { zh: '需要更正的，请另行公告。', en: 'Publish a correction where one is needed.' },
  },
  'consultation.not-summarised': {
    what: { zh: '采纳情况尚未公布。', en: 'The summary is not published yet.' },
    why: {
      zh: '截止以后逐条答复，再公布采纳情况。',
      en: 'It follows once every comment is answered.',
    },
    next: { zh: '请稍后查阅。', en: 'Come back later.' },
  },
  'consultation.not-adopted': {
    what: { zh: '版本{version}尚未公布，也没有施行。', en: 'Version {version} is still a draft.' },
    why: { zh: '关联的是征求意见以后正式采用的文本。', en: 'One links the text that was adopted.' },
    next: { zh: '请先安装正式文本，或者使其施行。', en: 'Install the adopted text, or enact it.' },
  },
  'consultation.adopted-already': {
    what: { zh: '已关联正式版本{version}。', en: 'Version {version} is linked already.' },
    why: { zh: '一次征求意见对应一个正式版本。', en: 'A consultation ends in one text.' },
    next: { zh: '请刷新页面查看对照。', en: 'Reload to see the comparison.' },
  },
  'consultation.no-such-file': {
    what: { zh: '没有这个文件。', en: 'There is no such file.' },
    why: { zh: '地址有误。', en: 'The address is wrong.' },
    next: { zh: '请从征求意见页面打开。', en: 'Open it from the page of the draft.' },
  },
} as const satisfies RefusalCatalogue
