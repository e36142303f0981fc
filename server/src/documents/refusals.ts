import type { RefusalCatalogue } from '../kernel/index.ts'

/** What the documents room refuses: what happened, why, and what to do now. */
export const refusals: RefusalCatalogue = {
  'documents.folder-not-found': {
    what: { zh: '没有找到卷宗', en: 'There is no such folder' },
    why: { zh: '它尚未建立，或您无权查看', en: 'It is not open yet, or not yours to see' },
    next: { zh: '请从办件页面进入', en: 'Enter from the page of the case' },
  },
  'documents.file-not-found': {
    what: { zh: '没有找到这个文件', en: 'There is no such file' },
    why: { zh: '地址有误，或您无权查看', en: 'The address is mistyped, or it is not yours to see' },
    next: { zh: '请从办件页面的材料清单打开', en: 'Open it from the list on the page of the case' },
  },
  'documents.empty-file': {
    what: { zh: '“{name}”是空文件', en: '"{name}" is empty' },
    why: { zh: '空文件不能作为证明材料', en: 'An empty file proves nothing' },
    next: { zh: '请检查文件后重新上传', en: 'Check the file and upload it again' },
  },
  'documents.file-too-large': {
    what: { zh: '“{name}”超过{limit} MB', en: '"{name}" is larger than {limit} MB' },
    why: { zh: '单个文件不得超过{limit} MB', en: 'A file may have at most {limit} MB' },
    next: { zh: '请压缩或拆分后上传', en: 'Compress or split it and upload again' },
  },
  'documents.wrong-kind': {
    what: { zh: '“{name}”的格式不能用于这份材料', en: '"{name}" is not a kind this paper allows' },
    why: {
      zh: '按文件内容识别，只接受：{kinds}；含宏的文档和损坏的文件不接受',
      en: 'Told by content; allowed: {kinds}; documents with macros and broken files are not',
    },
    next: { zh: '请另存为所列格式后上传', en: 'Save it as one of these kinds and upload again' },
  },
  'documents.paper-full': {
    what: { zh: '这份材料已有{most}个文件', en: 'This paper has {most} files already' },
    why: { zh: '一份材料最多{most}个文件', en: 'A paper may have at most {most} files' },
    next: {
      zh: '请合并为一个PDF，或先移除不需要的文件',
      en: 'Merge them into a PDF or remove some',
    },
  },
  'documents.not-yours': {
    what: { zh: '不能移除“{name}”', en: '"{name}" is not yours to remove' },
    why: { zh: '材料只能由申报单位移除', en: 'Only the applicant removes its own papers' },
    next: { zh: '如需更换，请退回补正', en: 'Return the application to have it replaced' },
  },
  'documents.file-damaged': {
    what: { zh: '“{name}”与上传时不一致，不予打开', en: '"{name}" is not what was stored' },
    why: { zh: '打开时的摘要与登记的不符', en: 'Its hash differs from the one entered' },
    next: { zh: '请联系管理员从备份恢复', en: 'Ask the administrator to restore it from backup' },
  },
  'documents.number-already': {
    what: { zh: '文号{number}已被使用', en: 'The number {number} is taken' },
    why: { zh: '一个文号只对应一份文件', en: 'A number stands for one document' },
    next: { zh: '请取新的文号', en: 'Draw the next number' },
  },
  'documents.unprintable': {
    what: {
      zh: '文书的字体里没有这些字符：{text}',
      en: 'The fonts of the documents lack these signs: {text}',
    },
    why: {
      zh: '文书须长期可读，缺字的文书不能印出',
      en: 'A document must stay readable, so none is printed with gaps',
    },
    next: {
      zh: '请换成字体里有的字符；人名中的生僻字请联系管理员安装字体',
      en: 'Write them otherwise; for a rare character in a name ask the administrator for a font',
    },
  },
  'documents.certificate-not-found': {
    what: { zh: '没有编号为{number}的证书', en: 'There is no certificate {number}' },
    why: { zh: '编号有误，或并非本系统颁发', en: 'It is mistyped or was not issued here' },
    next: { zh: '请核对证书上的编号', en: 'Compare it with the certificate' },
  },
  'documents.certificate-closed': {
    what: { zh: '证书{number}已于{on}取消', en: 'Certificate {number} was revoked on {on}' },
    why: { zh: '已取消的证书不能再次取消', en: 'What is revoked cannot be revoked again' },
    next: { zh: '请查看取消决定', en: 'Read the decision that revoked it' },
  },
}
