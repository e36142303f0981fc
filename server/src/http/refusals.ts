import type { RefusalCatalogue } from '../kernel/index.ts'

/** What the door itself refuses, before any use case. */
export const refusals: RefusalCatalogue = {
  'http.list-too-long': {
    what: { zh: '名单超过 {most} 行', en: 'The list has more than {most} rows' },
    why: { zh: '网页导出只供查看和核对', en: 'Files of a page are for looking and checking' },
    next: {
      zh: '按区县或结论筛选后再导出，或由管理员运行 banfa match --database --out',
      en: 'Filter by district or answer, or have banfa match --database --out run',
    },
  },
  'http.not-found': {
    what: { zh: '没有这个地址', en: 'There is nothing at this address' },
    why: { zh: '地址可能写错或已经变动', en: 'The address may be mistyped or have changed' },
    next: { zh: '请从首页进入', en: 'Start from the home page' },
  },
  'http.cross-site': {
    what: { zh: '拒绝来自其他网站的操作', en: 'Refused an act sent from another site' },
    why: { zh: '为防止冒用您的登录', en: 'It could misuse your sign-in' },
    next: { zh: '请在本系统页面内操作', en: 'Act from a page of this product' },
  },
  'http.no-file': {
    what: { zh: '没有收到文件', en: 'No file arrived' },
    why: { zh: '请求中没有名为 file 的文件', en: 'The request has no file field named "file"' },
    next: { zh: '请选择文件后重新上传', en: 'Choose a file and upload again' },
  },
  'http.file-too-large': {
    what: { zh: '文件超过 {limit} MB', en: 'The file is larger than {limit} MB' },
    why: { zh: '单个文件有大小限制', en: 'There is a limit for a single file' },
    next: { zh: '请压缩或拆分后上传', en: 'Compress or split it and upload again' },
  },
  'http.database-gone': {
    what: { zh: '数据库暂时无法连接', en: 'The database cannot be reached just now' },
    why: {
      zh: '本次操作没有生效，已保存的内容不受影响',
      en: 'Nothing of this request took effect; what was saved is safe',
    },
    next: { zh: '请稍候再试，恢复后可继续办理', en: 'Try again shortly; it goes on by itself' },
  },
  'http.disk-full': {
    what: { zh: '服务器存储空间已满', en: 'The server has no room left' },
    why: {
      zh: '本次操作没有生效，已保存的内容不受影响',
      en: 'Nothing of this request took effect; what was saved is safe',
    },
    next: { zh: '请联系管理员清理空间后再试', en: 'Ask the administrator to make room' },
  },
  'http.busy': {
    what: { zh: '此件正在由他人办理', en: 'Somebody else is at work on this just now' },
    why: {
      zh: '同一件的办理依次进行；本次操作没有生效',
      en: 'What is done about one case is done in turn; nothing of this request took effect',
    },
    next: { zh: '请稍候再试', en: 'Try again shortly' },
  },
  'http.too-many': {
    what: { zh: '请求过于频繁', en: 'Too many requests' },
    why: { zh: '同一地址一分钟内请求过多', en: 'One address sent too many in a minute' },
    next: { zh: '请稍候一分钟再试', en: 'Wait a minute and try again' },
  },
  'http.too-many-this-hour': {
    what: {
      zh: '一小时内从同一网络地址提交已超过{most}次',
      en: 'More than {most} were sent from one network address within the hour',
    },
    why: {
      zh: '不登录也可以提交的事项限制次数，以免被滥用',
      en: 'What anybody may send without an account is limited, lest it be misused',
    },
    next: {
      zh: '请在{minutes}分钟后再提交，或者到公布的受理地点书面提交',
      en: 'Send it again in {minutes} minutes, or hand it in on paper where the notice says',
    },
  },
  'http.not-demo': {
    what: { zh: '本区不是演示环境', en: 'This zone is not a demo' },
    why: {
      zh: '只有演示环境可以调整日期或列出演示人员',
      en: 'Only a demo may set its day or list demo people',
    },
    next: { zh: '请使用自己的账号', en: 'Use your own account' },
  },
  'http.unstorable-text': {
    what: { zh: '有不能保存的字符', en: 'There are characters that cannot be kept' },
    why: {
      zh: '文字中有空字符或不完整的字符',
      en: 'The text holds a NUL or half of a character',
    },
    next: { zh: '请删去这些字符后再提交', en: 'Remove them and send again' },
  },
  'http.fact-malformed': {
    what: { zh: '“{title}”不能是这个值', en: '"{titleEn}" cannot have this value' },
    why: { zh: '与该项的类型、单位或者选项不符', en: 'It does not fit the type, unit or options' },
    next: { zh: '请改正后再核实', en: 'Correct it and verify again' },
  },
  'http.unknown-fact': {
    what: { zh: '没有名为 {name} 的事实', en: 'There is no fact named {name}' },
    why: { zh: '词汇表里没有任何办法用到它', en: 'No installed measure asks for it' },
    next: { zh: '请从列表中选择事实', en: 'Choose a fact from the list' },
  },
}
