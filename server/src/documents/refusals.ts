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
  'documents.key-not-found': {
    what: { zh: '没有可以作废的签名密钥{kid}', en: 'There is no key {kid} to revoke' },
    why: { zh: '编号有误，或已经作废', en: 'It is mistyped, or was revoked before' },
    next: { zh: '请用 banfa keys 查看密钥清单', en: 'List the keys with banfa keys' },
  },
  'documents.status-list-not-found': {
    what: { zh: '没有{year}年的证书状态清单', en: 'There is no status list of {year}' },
    why: { zh: '本机构尚未签发电子证书', en: 'No certificate was signed here yet' },
    next: { zh: '请按证书编号核验', en: 'Verify the certificate by its number' },
  },
  'documents.two-kinds': {
    what: { zh: '“{name}”同时是两种文件', en: '"{name}" is two kinds of file at once' },
    why: {
      zh: '同一内容会被别的程序读成另一种文件，可能藏有恶意代码',
      en: 'Other programs would read it as something else, which may hide malicious code',
    },
    next: {
      zh: '请用原软件重新导出后上传',
      en: 'Export it anew from the program it was made with',
    },
  },
  'documents.macros': {
    what: { zh: '“{name}”含有宏', en: '"{name}" carries macros' },
    why: {
      zh: '宏是程序，打开时会自动运行',
      en: 'Macros are programs that run when the file is opened',
    },
    next: { zh: '请另存为不含宏的文档后上传', en: 'Save it without macros and upload again' },
  },
  'documents.active-file': {
    what: {
      zh: '“{name}”含有会自动运行或联网的内容',
      en: '"{name}" carries content that runs or fetches by itself',
    },
    why: {
      zh: '脚本、程序、嵌入对象和外部模板不予接收',
      en: 'Scripts, programs, embedded objects and remote templates are not taken',
    },
    next: { zh: '请打印为PDF后上传', en: 'Print it to PDF and upload that' },
  },
  'documents.zip-bomb': {
    what: { zh: '“{name}”展开后过大', en: '"{name}" unpacks into far too much' },
    why: {
      zh: '展开后超过200 MB，或大小与所标不符',
      en: 'It unpacks to more than 200 MB, or its sizes are not true',
    },
    next: {
      zh: '请减少内容或打印为PDF后上传',
      en: 'Reduce it, or print it to PDF and upload that',
    },
  },
  'documents.bad-paths': {
    what: { zh: '“{name}”内部的文件名指向文件之外', en: '"{name}" names parts outside itself' },
    why: {
      zh: '内部结构不合规范，可能用来覆盖别的文件',
      en: 'Its structure is not in order and may serve to overwrite other files',
    },
    next: { zh: '请用原软件重新保存后上传', en: 'Save it anew and upload again' },
  },
  'documents.broken-image': {
    what: { zh: '“{name}”不是完整的图片', en: '"{name}" is not a whole image' },
    why: { zh: '读不出宽度和高度', en: 'Its width and height cannot be read' },
    next: { zh: '请重新拍摄或导出后上传', en: 'Take or export it again' },
  },
  'documents.too-many-pixels': {
    what: {
      zh: '“{name}”的像素过多（{width}×{height}）',
      en: '"{name}" has too many pixels ({width}×{height})',
    },
    why: { zh: '图片最多{most}像素', en: 'An image may have at most {most} pixels' },
    next: { zh: '请缩小后上传', en: 'Scale it down and upload again' },
  },
  'documents.infected': {
    what: { zh: '“{name}”含有恶意代码', en: '"{name}" carries malicious code' },
    why: {
      zh: '查毒结果：{found}；文件未予保留，本次上传已记录',
      en: 'The scanner found: {found}. It was not kept, and the attempt is on record',
    },
    next: { zh: '请查杀本机病毒后换一份文件', en: 'Clean your machine and send another file' },
  },
  'documents.in-quarantine': {
    what: { zh: '“{name}”正在等待查毒', en: '"{name}" waits to be scanned' },
    why: {
      zh: '查毒通过前任何人不得打开',
      en: 'Nobody opens a file before a scanner has passed it',
    },
    next: { zh: '请稍后再试；已计入提交的材料', en: 'Try again later; it counts as handed in' },
  },
  'documents.unknown-placeholder': {
    what: { zh: '没有“{name}”这个占位', en: 'There is no placeholder "{name}"' },
    why: { zh: '这种文书可用的有：{known}', en: 'This letter knows: {known}' },
    next: { zh: '是否想写“{nearest}”？', en: 'Did you mean "{nearest}"?' },
  },
  'documents.misplaced-table': {
    what: {
      zh: '“{name}”是表格，不能写在句中',
      en: '"{name}" is a table and stands in no sentence',
    },
    why: { zh: '表格在正文中单独占一行', en: 'A table stands alone on a line of the body' },
    next: { zh: '请把它移到正文单独一行', en: 'Move it to a line of its own in the body' },
  },
  'documents.template-stale': {
    what: { zh: '模板已被他人改为第{version}版', en: 'Somebody made version {version} meanwhile' },
    why: { zh: '按您打开时的版本保存会盖掉他人的修改', en: 'Saving would undo their change' },
    next: { zh: '请重新打开后再改', en: 'Open it again and make your change there' },
  },
}
