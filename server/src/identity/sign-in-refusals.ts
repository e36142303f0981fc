import type { RefusalCatalogue } from '../kernel/index.ts'

/** What may be said no to on the way in, and about one's own ways of signing in. */
export const signInRefusals = {
  'identity.code-needed': {
    what: { zh: '还需要动态验证码。', en: 'A code is needed as well.' },
    why: { zh: '您为本账号启用了两步登录。', en: 'Two-step sign-in is set up for this login.' },
    next: {
      zh: '请输入验证器显示的六位数字，或一个恢复码。',
      en: 'Enter the six digits your generator shows, or a recovery code.',
    },
  },
  'identity.wrong-code': {
    what: { zh: '验证码不正确。', en: 'The code is wrong.' },
    why: {
      zh: '验证码每 30 秒更换，用过一次即失效。',
      en: 'A code changes every 30 seconds and works once.',
    },
    next: {
      zh: '请等下一个验证码，或使用恢复码。',
      en: 'Wait for the next code, or use a recovery code.',
    },
  },
  'identity.code-already': {
    what: { zh: '两步登录已经启用。', en: 'Two-step sign-in is already set up.' },
    why: { zh: '一人同时只用一个验证器。', en: 'A person uses one generator at a time.' },
    next: { zh: '请先停用，再重新设置。', en: 'Remove it first, then set it up again.' },
  },
  'identity.no-generator': {
    what: { zh: '尚未启用两步登录。', en: 'Two-step sign-in is not set up.' },
    why: {
      zh: '恢复码在验证器不可用时代替验证码。',
      en: 'Recovery codes stand in for a generator.',
    },
    next: { zh: '请先设置验证器。', en: 'Set up a generator first.' },
  },
  'identity.passkey-not-taken': {
    what: { zh: '通行密钥未被接受。', en: 'The passkey was not accepted.' },
    why: {
      zh: '密钥未登记、已失效，或请求超过五分钟。',
      en: 'It is not known here, no longer valid, or the five minutes were over.',
    },
    next: {
      zh: '请重试，或用账号和密码登录。',
      en: 'Try again, or sign in with login and password.',
    },
  },
  'identity.passkey.not-found': {
    what: { zh: '没有这个通行密钥。', en: 'There is no such passkey.' },
    why: { zh: '可能已在别处移除。', en: 'It may have been removed elsewhere.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.session.not-found': {
    what: { zh: '没有这个登录。', en: 'There is no such session.' },
    why: { zh: '它可能已经结束。', en: 'It may be over already.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.not-fresh': {
    what: {
      zh: '更改登录方式前请重新登录。',
      en: 'Sign in again before changing how you sign in.',
    },
    why: {
      zh: '登录超过 15 分钟后，为防他人借用本机，须再次确认本人。',
      en: 'More than 15 minutes after signing in, somebody else may be at this machine.',
    },
    next: {
      zh: '请退出后重新登录，再作更改。',
      en: 'Sign out, sign in again, then make the change.',
    },
  },
  'identity.wrong-present': {
    what: { zh: '当前密码不正确。', en: 'The present password is wrong.' },
    why: { zh: '更改密码须先核对当前密码。', en: 'Changing a password needs the present one.' },
    next: {
      zh: '请重新输入；忘记密码请联系管理员。',
      en: 'Enter it again; if it is lost, ask an administrator.',
    },
  },
  'identity.password-short': {
    what: { zh: '密码至少 {least} 个字符。', en: 'A password has at least {least} characters.' },
    why: {
      zh: '密码越长越难被猜出；汉字、空格也算字符。',
      en: 'Length is what makes guessing hard; Chinese characters and spaces count.',
    },
    next: { zh: '可以用一句只有自己知道的话。', en: 'A sentence only you know will do.' },
  },
  'identity.password-kinds': {
    what: { zh: '密码须含 {kinds} 类字符。', en: 'A password needs {kinds} kinds of characters.' },
    why: {
      zh: '本单位规定：大写、小写、数字、其他字符中至少 {kinds} 类。',
      en: 'The rule here: at least {kinds} of capitals, small letters, digits and others.',
    },
    next: { zh: '请补充其他类别的字符。', en: 'Add characters of another kind.' },
  },
  'identity.password-common': {
    what: { zh: '这个密码太常见。', en: 'This password is too common.' },
    why: {
      zh: '它在泄露的密码中经常出现，会最先被尝试。',
      en: 'It is often found among leaked passwords and is tried first.',
    },
    next: { zh: '请另选一个。', en: 'Choose another.' },
  },
  'identity.password-own': {
    what: {
      zh: '密码不能由账号、姓名或本系统的名称构成。',
      en: 'A password may not be made of the login, the name or the name of this product.',
    },
    why: { zh: '这是别人最先尝试的内容。', en: 'That is what others try first.' },
    next: { zh: '请另选一个。', en: 'Choose another.' },
  },
} as const satisfies RefusalCatalogue
