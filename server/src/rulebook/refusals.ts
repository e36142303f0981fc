import type { RefusalCatalogue } from '../kernel/index.ts'

/** What the rulebook refuses: what happened, why, and what to do now. */
export const refusals: RefusalCatalogue = {
  'rulebook.measure-not-found': {
    what: { zh: '没有安装名为“{pack}”的办法', en: 'No measure "{pack}" is installed' },
    why: { zh: '名称有误，或尚未安装', en: 'The name is mistyped or it was never installed' },
    next: { zh: '请从办法目录中选择', en: 'Choose from the list of measures' },
  },
  'rulebook.version-not-found': {
    what: {
      zh: '没有安装{pack}的{version}版本',
      en: 'Version {version} of {pack} is not installed',
    },
    why: { zh: '版本号有误，或尚未安装', en: 'The version is mistyped or it was never installed' },
    next: { zh: '请在办法页面查看已安装的版本', en: 'See the installed versions on its page' },
  },
  'rulebook.source-not-found': {
    what: {
      zh: '{pack}的{version}版本没有保存办法包原文',
      en: 'The pack of {pack} {version} is not kept',
    },
    why: {
      zh: '该版本安装时还不保存原文',
      en: 'It was installed before the text of packs was kept',
    },
    next: {
      zh: '请管理员用 banfa install 再安装一次同一办法包',
      en: 'Have the same pack installed once more with banfa install',
    },
  },
  'rulebook.does-not-compile': {
    what: {
      zh: '{pack}有{count}处错误，没有安装',
      en: '{pack} has {count} errors and was not installed',
    },
    why: {
      zh: '只有没有错误的办法包才能编译成程序',
      en: 'Only a pack without an error becomes a program',
    },
    next: { zh: '请逐处改正后再安装', en: 'Mend each place named and install again' },
  },
  'rulebook.another-pack': {
    what: { zh: '这是办法包{named}，不是{pack}', en: 'This is the pack {named}, not {pack}' },
    why: { zh: '新版本须属于同一办法', en: 'A new version belongs to the same measure' },
    next: {
      zh: '请在pack.yaml中恢复名称{pack}',
      en: 'Put the name {pack} back into pack.yaml',
    },
  },
  'rulebook.service-not-found': {
    what: { zh: '{pack}没有事项“{service}”', en: '{pack} has no service "{service}"' },
    why: { zh: '事项由办法规定', en: 'Services are those of the measure' },
    next: { zh: '请在办法页面选择事项', en: 'Choose one on the page of the measure' },
  },
  'rulebook.no-route': {
    what: { zh: '“{service}”没有办理步骤', en: '"{service}" has no steps' },
    why: {
      zh: '{pack}目前只用于匹配和测算，没有写明由谁办理',
      en: '{pack} is only matched and simulated so far and names nobody who handles it',
    },
    next: {
      zh: '请在包的事项文件中写明 route',
      en: 'Write its route into the service file of the pack',
    },
  },
  'rulebook.entitlement-not-found': {
    what: {
      zh: '还没有对{pack}“{service}”作出匹配',
      en: 'Nothing has been answered yet for {pack} “{service}”',
    },
    why: {
      zh: '办法施行或事实变化之后才逐户匹配',
      en: 'Answers are made once a measure is in force and facts are known',
    },
    next: { zh: '请稍后再看，或直接自查', en: 'Look again later, or run the self-check' },
  },
  'rulebook.version-already': {
    what: {
      zh: '{pack}的{version}版本已安装，且内容不同',
      en: 'Version {version} of {pack} is installed with another content',
    },
    why: {
      zh: '已有申报依据该版本提出，版本内容不得改变',
      en: 'Applications rest on that version; a version never changes',
    },
    next: { zh: '请在pack.yaml中使用新的版本号后再安装', en: 'Give it a new version in pack.yaml' },
  },
  'rulebook.wrong-digest': {
    what: {
      zh: '{pack}的{version}版本摘要与内容不符',
      en: 'The digest of {pack} {version} is wrong',
    },
    why: { zh: '程序在编译之后被改动过', en: 'The program was changed after it was compiled' },
    next: { zh: '请由办法包重新编译后安装', en: 'Compile it from its pack and install that' },
  },
  'rulebook.no-articles': {
    what: { zh: '在{file}中没有读到条文', en: 'No article was found in {file}' },
    why: {
      zh: '条文须以“第1条”或“第一条”起行并依次编号',
      en: 'Articles begin their line with 第1条 or 第一条, in order',
    },
    next: {
      zh: '用 banfa read 看看读出了什么；请提供该办法的全文',
      en: 'See what is read with banfa read; give the full text of the measure',
    },
  },
  'rulebook.text-already': {
    what: { zh: '{pack}这一版本已安装另一份正文', en: 'This version of {pack} has another text' },
    why: { zh: '一个版本只对应一份正文', en: 'A version has one official text' },
    next: {
      zh: '如正文有修订，请安装新版本',
      en: 'If the text was revised, install a new version',
    },
  },
  'rulebook.enactment-conflict': {
    what: {
      zh: '{version}版本自{from}起施行，新的施行日必须在此之后',
      en: 'Version {version} is in force from {from}; a new act must begin later',
    },
    why: {
      zh: '已经施行的日子不能再改由别的版本适用',
      en: 'A day on which a version was in force is never given to another',
    },
    next: { zh: '请选择更晚的施行日', en: 'Choose a later first day' },
  },
  'rulebook.reasonless-enactment': {
    what: { zh: '没有写明施行的理由', en: 'The reason for putting it in force is missing' },
    why: {
      zh: '施行是留痕的行为；征求意见稿尤其要说明依据',
      en: 'It is an act on the record, all the more for a consultation draft',
    },
    next: {
      zh: '请写明依据，如会议纪要或发文字号',
      en: 'Name the decision or document it rests on',
    },
  },
  'rulebook.outside-validity': {
    what: {
      zh: '施行期超出办法自身的有效期（{from}至{until}）',
      en: 'The period lies outside the measure’s own validity ({from} to {until})',
    },
    why: { zh: '有效期由办法正文规定', en: 'The text itself says how long it is valid' },
    next: { zh: '请在有效期内选择日期', en: 'Choose days inside it' },
  },
}
