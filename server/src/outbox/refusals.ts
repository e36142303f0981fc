import type { RefusalCatalogue } from '../kernel/index.ts'

export const refusals: RefusalCatalogue = {
  'outbox.email-malformed': {
    what: { zh: '邮箱地址格式不对', en: 'This is no e-mail address' },
    why: { zh: '通知只能发到一个完整的邮箱地址', en: 'One whole address is needed' },
    next: { zh: '请按 name@example.cn 的样式填写', en: 'Write it like name@example.cn' },
  },
  'outbox.link.not-found': {
    what: { zh: '确认链接无效或者已经过期', en: 'The link is not valid, or no longer' },
    why: { zh: '链接24小时内有效，只能使用一次', en: 'It is good once, within 24 hours' },
    next: { zh: '请在“我的账号”重新填写邮箱', en: 'Enter the address again under "My account"' },
  },
  'outbox.unknown-kind': {
    what: { zh: '没有这类通知：{kinds}', en: 'There is no such notification: {kinds}' },
    why: { zh: '系统不产生这类通知', en: 'Nothing of the kind is ever announced' },
    next: { zh: '请从列表中选择', en: 'Choose from the list' },
  },
  'outbox.url-malformed': {
    what: { zh: '推送地址格式不对', en: 'This is no address for a webhook' },
    why: {
      zh: '须为不含账号口令的 https 地址；经配置允许的内部网络可以用 http',
      en: 'It must be an https address without a password; http is for networks that the configuration allows',
    },
    next: { zh: '请改正地址', en: 'Correct the address' },
  },
  'outbox.webhook.not-found': {
    what: { zh: '没有这个推送，或者已经终止', en: 'There is no such webhook, or it has ended' },
    why: { zh: '终止的推送不能再更改', en: 'One that has ended cannot be changed' },
    next: { zh: '请重新添加', en: 'Add a new one' },
  },
  'outbox.message.not-found': {
    what: {
      zh: '没有这条消息，或者地址已经删除',
      en: 'There is no such message, or its address was erased',
    },
    why: {
      zh: '本人停用通知后，地址一并删除',
      en: 'Whoever ends notifications takes the address along',
    },
    next: { zh: '请以其他方式告知', en: 'Tell the person in another way' },
  },
  'outbox.not-set-aside-conflict': {
    what: { zh: '这条消息不需要重发', en: 'This message need not be sent again' },
    why: { zh: '消息已送达或者正在等待发送', en: 'It was delivered, or waits for its turn' },
    next: { zh: '请刷新列表', en: 'Refresh the list' },
  },
}
