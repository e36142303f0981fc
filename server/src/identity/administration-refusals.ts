import type { RefusalCatalogue } from '../kernel/index.ts'

/** What may be said no to about offices, posts, delegations, substitutes, members and invitations. */
export const administrationRefusals = {
  'identity.post.not-found': {
    what: { zh: '没有这个岗位。', en: 'There is no such post.' },
    why: {
      zh: '岗位不存在、已结束，或不由您安排。',
      en: 'It does not exist, has ended, or is not yours to arrange.',
    },
    next: { zh: '请刷新页面后重选。', en: 'Reload the page and choose again.' },
  },
  'identity.person.not-found': {
    what: { zh: '没有这个人员。', en: 'There is no such person.' },
    why: { zh: '人员不存在或已停用。', en: 'They do not exist or are closed.' },
    next: { zh: '请刷新页面后重选。', en: 'Reload the page and choose again.' },
  },
  'identity.office.not-found': {
    what: { zh: '没有这个机构。', en: 'There is no such office.' },
    why: { zh: '机构不存在或已停用。', en: 'It does not exist or is closed.' },
    next: { zh: '请刷新页面后重选。', en: 'Reload the page and choose again.' },
  },
  'identity.office.already': {
    what: {
      zh: '该区域已有同名代号的机构。',
      en: 'An office with this key is already there for the area.',
    },
    why: { zh: '一个代号在一个区域只对应一个机构。', en: 'One key names one office in an area.' },
    next: { zh: '请另取代号或更换区域。', en: 'Choose another key or area.' },
  },
  'identity.office-area': {
    what: { zh: '区（县）机构须指明区域。', en: 'A district office needs its area.' },
    why: {
      zh: '管辖范围决定它能办理哪些申请。',
      en: 'Its jurisdiction decides which cases it handles.',
    },
    next: { zh: '请选择区（县）或功能区。', en: 'Choose a district or functional zone.' },
  },
  'identity.office-circle': {
    what: {
      zh: '机构不能隶属于自己或自己的下级。',
      en: 'An office cannot stand under itself or its own subordinate.',
    },
    why: {
      zh: '机构是一棵树，每个机构只有一条上级线。',
      en: 'Offices form a tree: each has one line upwards.',
    },
    next: { zh: '请另选上级机构。', en: 'Choose another parent.' },
  },
  'identity.area-districts': {
    what: { zh: '区域的对应关系不成立：{codes}。', en: 'The area is not mapped rightly: {codes}.' },
    why: {
      zh: '功能区须对应至少一个已登记的区（县），其他区域不对应。',
      en: 'A functional zone lies in one known district at least; other areas lie in none.',
    },
    next: {
      zh: '请先登记区（县），再登记功能区。',
      en: 'Enter the districts first, then the functional zone.',
    },
  },
  'identity.days-crossed': {
    what: { zh: '起止日期不成立。', en: 'The days do not fit together.' },
    why: {
      zh: '结束不能早于开始，安排不能早于今天。',
      en: 'The end is not before the beginning, and nothing is arranged for the past.',
    },
    next: { zh: '请更正日期。', en: 'Correct the days.' },
  },
  'identity.substitute-self-forbidden': {
    what: { zh: '不能由本人代行本人的岗位。', en: 'Nobody substitutes for themselves.' },
    why: {
      zh: '代行是为了本人不在时有人办理。',
      en: 'A substitute acts because the holder is away.',
    },
    next: { zh: '请另选一位同事。', en: 'Choose a colleague.' },
  },
  'identity.substitute-elsewhere': {
    what: {
      zh: '代行人须在同一机构任经办或签发岗位。',
      en: 'A substitute handles or signs in the same office.',
    },
    why: {
      zh: '职权属于机构，代行不能把职权带出机构。',
      en: 'Powers belong to the office; a substitution does not carry them out of it.',
    },
    next: { zh: '请在本机构同事中选择。', en: 'Choose among the colleagues of the office.' },
  },
  'identity.substitution.not-found': {
    what: { zh: '没有这项代行安排。', en: 'There is no such substitution.' },
    why: {
      zh: '它不存在、已结束，或不由您安排。',
      en: 'It does not exist, has ended, or is not yours.',
    },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.delegation.not-found': {
    what: { zh: '没有这项有效的委托。', en: 'There is no such delegation in force.' },
    why: { zh: '它不存在或已终止。', en: 'It does not exist or has ended.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.delegation-self-forbidden': {
    what: { zh: '机构不能委托自己。', en: 'An office does not delegate to itself.' },
    why: { zh: '委托须有委托机关和受托机构两方。', en: 'A delegation has two sides.' },
    next: { zh: '请更正受托机构。', en: 'Correct the delegate.' },
  },
  'identity.duties-apart': {
    what: {
      zh: '系统管理、安全管理、审计须由不同的人担任，且不兼办案件。',
      en: 'System, security and audit administration are held by different people, and by nobody who handles cases.',
    },
    why: {
      zh: '三员分立（GB/T 22239-2019）：任何一人都不能既授权、又使用、又检查。',
      en: 'Separation of the three administrators (GB/T 22239-2019): nobody grants, uses and checks alike.',
    },
    next: {
      zh: '请先结束其原有岗位，或另选人员。',
      en: 'End the other post first, or choose another person.',
    },
  },
  'identity.own-rights-forbidden': {
    what: { zh: '不能为自己设置或结束岗位。', en: 'Nobody grants or takes posts of their own.' },
    why: {
      zh: '授权须由他人作出，才能互相监督。',
      en: 'A grant made by another is what makes it checkable.',
    },
    next: { zh: '请由另一位安全管理员办理。', en: 'Ask another security administrator.' },
  },
  'identity.administrator-forbidden': {
    what: {
      zh: '不能在此重置或停用三员的账号。',
      en: 'The three administrators are not reset or closed here.',
    },
    why: {
      zh: '能重置他人即能冒用他人，三员之间不得如此。',
      en: 'Whoever resets another can act as them; among the three that is not allowed.',
    },
    next: {
      zh: '请在服务器上用命令办理，两人在场。',
      en: 'Do it with the command on the machine, two people present.',
    },
  },
  'identity.substitute-administrator': {
    what: {
      zh: '该岗位不能代行。',
      en: 'Nobody acts in this post in its holder’s place.',
    },
    why: {
      zh: '代行限于经办和签发；三员的岗位不得代行。',
      en: 'Only handling and signing are done in another’s place, never what the three administrators do.',
    },
    next: {
      zh: '请由安全管理员另授岗位。',
      en: 'Have the security administrator grant a post instead.',
    },
  },
  'identity.power.not-found': {
    what: { zh: '权责清单中没有这一项。', en: 'The register has no such entry.' },
    why: { zh: '它不存在或已停止。', en: 'It does not exist or no longer holds.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.invitation.not-found': {
    what: { zh: '邀请链接无效。', en: 'The invitation does not open anything.' },
    why: {
      zh: '链接只能使用一次，七天内有效；也可能已被收回。',
      en: 'A link works once within seven days; it may also have been withdrawn.',
    },
    next: {
      zh: '请向邀请人索取新的链接；如果您没有用过，请告知管理员。',
      en: 'Ask for a new link; if you have not used it, tell an administrator.',
    },
  },
  'identity.login-short': {
    what: { zh: '账号至少三个字符。', en: 'A login has at least three characters.' },
    why: {
      zh: '账号用来登录，不能与他人相同。',
      en: 'It is what you sign in with, and yours alone.',
    },
    next: { zh: '请更换账号。', en: 'Choose another.' },
  },
  'identity.name-missing': {
    what: { zh: '请填写姓名。', en: 'Enter your name.' },
    why: { zh: '办理记录须记明何人办理。', en: 'The record names who did what.' },
    next: { zh: '请填写真实姓名。', en: 'Enter your real name.' },
  },
  'identity.member.already': {
    what: { zh: '您已经是该单位的人员。', en: 'You already act for this organisation.' },
    why: { zh: '一人在一个单位只有一种身份。', en: 'A person has one part in an organisation.' },
    next: { zh: '需要变更身份的，请单位负责人调整。', en: 'To change it, ask an owner.' },
  },
  'identity.member.not-found': {
    what: { zh: '该单位没有这个人员。', en: 'The organisation has no such member.' },
    why: { zh: '其身份可能已经结束。', en: 'Their part may have ended.' },
    next: { zh: '请刷新页面。', en: 'Reload the page.' },
  },
  'identity.last-owner-conflict': {
    what: { zh: '单位至少须有一名负责人。', en: 'An organisation keeps one owner at least.' },
    why: {
      zh: '没有负责人就无人对申报负责。',
      en: 'Without one nobody answers for what is filed.',
    },
    next: { zh: '请先指定另一名负责人。', en: 'Name another owner first.' },
  },
  'identity.owner-conflict': {
    what: { zh: '该单位已有负责人。', en: 'The organisation has an owner already.' },
    why: {
      zh: '本单位人员由其负责人邀请，以免他人冒用。',
      en: 'Its people are invited by its owner, lest somebody else slips in.',
    },
    next: {
      zh: '原负责人无法办理的，请写明理由后再邀请。',
      en: 'Where the owner cannot, state why and invite another.',
    },
  },
  'identity.panel.not-found': {
    what: { zh: '本区域还没有专家组。', en: 'There is no panel of experts yet.' },
    why: { zh: '专家以专家组成员的身份评审。', en: 'Experts review as members of the panel.' },
    next: {
      zh: '请系统管理员在“机构”中增设专家组。',
      en: 'Have the system administrator add one under Offices.',
    },
  },
  'identity.other-person-conflict': {
    what: { zh: '账号{login}属于另一个姓名。', en: 'The login {login} belongs to another name.' },
    why: { zh: '一个账号只对应一个人。', en: 'A login stands for one person.' },
    next: { zh: '请核对姓名，或者换用其他账号。', en: 'Check the name, or choose another login.' },
  },
  'identity.provider-unreached': {
    what: { zh: '统一身份认证暂时连不上。', en: 'The identity provider does not answer.' },
    why: { zh: '认证由外部系统提供。', en: 'Sign-on there is done by another system.' },
    next: {
      zh: '请稍后再试，或用账号和密码登录。',
      en: 'Try again later, or sign in with login and password.',
    },
  },
  'identity.provider-not-taken': {
    what: { zh: '统一身份认证的答复未被接受。', en: 'The provider’s answer was not accepted.' },
    why: {
      zh: '答复与本浏览器发起的登录不符，或超过十分钟。',
      en: 'It does not belong to a sign-on this browser began, or came after ten minutes.',
    },
    next: { zh: '请重新登录。', en: 'Sign in again.' },
  },
  'identity.provider-unbound': {
    what: {
      zh: '统一身份尚未与本系统账号绑定。',
      en: 'This identity is not bound to anybody here.',
    },
    why: {
      zh: '绑定只凭认证系统核实的身份标识，不凭姓名或邮箱。',
      en: 'It is bound by the verified subject alone, never by name or address.',
    },
    next: {
      zh: '请先用账号登录，在“登录与安全”中绑定。',
      en: 'Sign in here first and bind it under “Sign-in and security”.',
    },
  },
  'identity.provider-bound-already': {
    what: { zh: '这个统一身份已绑定他人。', en: 'This identity is bound to somebody else.' },
    why: { zh: '一个身份只对应一个人。', en: 'One identity stands for one person.' },
    next: { zh: '请核对后联系管理员。', en: 'Check, then ask an administrator.' },
  },
} as const satisfies RefusalCatalogue
