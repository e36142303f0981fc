import type { RefusalCatalogue } from '../kernel/index.ts'
import { administrationRefusals } from './administration-refusals.ts'
import { signInRefusals } from './sign-in-refusals.ts'

export const identityRefusals = {
  ...signInRefusals,
  ...administrationRefusals,
  'identity.forbidden': {
    what: { zh: '您的岗位不能办理此事项。', en: 'Your post does not allow this.' },
    why: {
      zh: '此事项由程序规定的单位和岗位在其职责、区县和任期内办理。',
      en: 'It belongs to the office and post that the procedure names, within its duties, district and dates.',
    },
    next: {
      zh: '请联系该事项的承办单位；岗位有误的，请管理员更正。',
      en: 'Contact the office in charge; if your post is recorded wrongly, ask an administrator.',
    },
  },
  'identity.signed-out': {
    what: { zh: '您尚未登录或登录已过期。', en: 'You are not signed in, or no longer.' },
    why: {
      zh: '30 分钟未操作或登录满 12 小时须重新登录。',
      en: 'A session ends after 30 minutes without use and after 12 hours in any case.',
    },
    next: {
      zh: '请登录后继续，已保存的内容不会丢失。',
      en: 'Sign in and go on; what was saved is kept.',
    },
  },
  'identity.wrong-login': {
    what: { zh: '账号或密码不正确。', en: 'The login or the password is wrong.' },
    why: {
      zh: '为保护账号，系统不说明是哪一项有误。',
      en: 'To protect accounts the system does not say which.',
    },
    next: {
      zh: '请核对后重试；忘记密码请联系管理员。',
      en: 'Check both and try again; if the password is lost, ask an administrator.',
    },
  },
  'identity.too-many': {
    what: {
      zh: '登录尝试过多，请等待 {seconds} 秒。',
      en: 'Too many attempts: wait {seconds} seconds.',
    },
    why: {
      zh: '连续输错后每次须等待更久，以防他人猜测密码。',
      en: 'After repeated failures each wait is longer, so that nobody can guess a password.',
    },
    next: { zh: '请稍候再试，或联系管理员。', en: 'Try again then, or ask an administrator.' },
  },
  'identity.login.already': {
    what: { zh: '账号“{login}”已被使用。', en: 'The login "{login}" is taken.' },
    why: { zh: '一个账号只对应一个人。', en: 'A login belongs to one person.' },
    next: { zh: '请另取一个账号。', en: 'Choose another.' },
  },
} as const satisfies RefusalCatalogue
