import type { RefusalCatalogue } from '../../kernel/index.ts'

export const rankingRefusals = {
  'case.no-such-ranking': {
    what: {
      zh: '这份通知所依据的办法没有这项排名。',
      en: 'The text of this call has no such ranking.',
    },
    why: { zh: '排名由办法规定。', en: 'Rankings are what the measure says.' },
    next: { zh: '请从页面列出的排名中选择。', en: 'Choose one that the page lists.' },
  },
  'case.ranking-empty': {
    what: { zh: '还没有可以排名的申报件。', en: 'There is no case to rank yet.' },
    why: { zh: '评审汇总后才有得分。', en: 'Points are there once a review is concluded.' },
    next: { zh: '请在评审汇总后再办。', en: 'Come back when reviews are concluded.' },
  },
  'case.ranking-not-frozen': {
    what: { zh: '排名名单尚未固定。', en: 'The list has not been frozen.' },
    why: {
      zh: '名单由审议会列入议程时固定，之后才能确定同分、导出和复核。',
      en: 'A meeting freezes it when it takes the ranking up.',
    },
    next: { zh: '请先在审议会列入议程。', en: 'Take it up at a meeting first.' },
  },
  'case.ranking-moved': {
    what: {
      zh: '名单固定以后，有申报件发生变化。',
      en: 'A case has moved since the list was frozen.',
    },
    why: {
      zh: '同分只能在与记录一致的名单上确定。',
      en: 'A tie is settled on a list that the records still give.',
    },
    next: { zh: '请重新列入议程，固定新的名单。', en: 'Take the ranking up anew.' },
  },
  'case.tie-not-open': {
    what: { zh: '所选与待定的同分不符。', en: 'The choice does not settle a tie of the list.' },
    why: {
      zh: '应在同分的申报件中选择，选满名额而不超出。',
      en: 'It is made among exactly those who are tied, and fills the places without going over.',
    },
    next: { zh: '请按剩余名额重新选择。', en: 'Choose as many as there are places.' },
  },
} as const satisfies RefusalCatalogue
