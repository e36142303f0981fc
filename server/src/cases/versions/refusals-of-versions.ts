import type { RefusalCatalogue } from '../../kernel/index.ts'

export const versionRefusals = {
  'case.migration-not-in-force': {
    what: {
      zh: '{version} 在 {on} 没有施行，不能迁入。',
      en: '{version} is not in force on {on}; no case can be moved to it.',
    },
    why: {
      zh: '在办件只能改按现行版本办理。',
      en: 'Open cases can only be put under the version in force.',
    },
    next: {
      zh: '请先使该版本生效，或者选择现行版本。',
      en: 'Put it in force first, or choose another.',
    },
  },
  'case.migration-reason-missing': {
    what: { zh: '没有写明理由。', en: 'The reason is missing.' },
    why: {
      zh: '改变在办件适用的版本影响申报单位，理由记入各件的办理记录。',
      en: 'It touches applicants; the reason is kept on the record of each case.',
    },
    next: { zh: '请写明理由，不少于4个字。', en: 'Write it, in four characters at least.' },
  },
  'case.migration-empty': {
    what: { zh: '没有可以办理的申报件。', en: 'There is no case that could be moved.' },
    why: {
      zh: '所选各件都有不能改变版本的情形。',
      en: 'Something keeps each of the cases chosen under its version.',
    },
    next: {
      zh: '请查看各件的说明后重新选择。',
      en: 'Read what is said of each, and choose again.',
    },
  },
  'case.migration-too-many': {
    what: { zh: '一次最多 {most} 件。', en: 'No more than {most} cases at once.' },
    why: {
      zh: '迁移在一次办理中完成，期间其他办理须等待。',
      en: 'They are moved in one piece, and everybody else waits for it.',
    },
    next: { zh: '请分批办理。', en: 'Move them in several parts.' },
  },
  'case.migration-not-found': {
    what: { zh: '没有这次迁移。', en: 'There is no such migration.' },
    why: { zh: '编号不对，或者属于另一部办法。', en: 'The id is wrong, or of another measure.' },
    next: { zh: '请从迁移记录中选择。', en: 'Choose it from the list.' },
  },
} satisfies RefusalCatalogue
