import type { RefusalCatalogue } from '../kernel/index.ts'

export const refusals: RefusalCatalogue = {
  'reader.not-readable': {
    what: { zh: '读不了文件 {file}', en: 'Cannot read the document {file}' },
    why: { zh: '{why}', en: '{why}' },
    next: { zh: '核对路径和权限', en: 'Check the path and its permissions' },
  },
  'reader.unknown-format': {
    what: { zh: '不认识 {file} 的格式', en: 'The format of {file} is not known' },
    why: {
      zh: '能读 docx、txt、md、html，不能读 {found}',
      en: 'docx, txt, md and html are read, {found} is not',
    },
    next: {
      zh: '在原来的程序里另存为 docx 或 txt（UTF-8）再读',
      en: 'Save it as docx or txt (UTF-8) in the program it came from',
    },
  },
  'reader.not-text': {
    what: { zh: '{file} 里不是文字', en: '{file} holds no text' },
    why: { zh: '{why}', en: '{why}' },
    next: {
      zh: '核对文件，或在原来的程序里另存为 docx 或 txt（UTF-8）',
      en: 'Check the file, or save it as docx or txt (UTF-8) in the program it came from',
    },
  },
  'reader.empty': {
    what: { zh: '{file} 里没有文字', en: '{file} is empty' },
    why: { zh: '清理之后没有剩下任何句子', en: 'No sentence is left once it is cleaned' },
    next: {
      zh: '若是扫描件，请先识别成文字',
      en: 'If it is a scan, have its text recognised first',
    },
  },
  'reader.broken': {
    what: { zh: '文件打不开', en: 'The file cannot be opened' },
    why: { zh: '{why}', en: '{why}' },
    next: {
      zh: '在 Word、Excel 或 WPS 里打开并重新保存',
      en: 'Open it in a word processor or spreadsheet and save it again',
    },
  },
  'reader.too-large': {
    what: { zh: '文件太大', en: 'The document is too large' },
    why: { zh: '最多读 {limit} MB', en: 'At most {limit} MB are read' },
    next: {
      zh: '只留办法正文和附件，去掉图片，分开保存',
      en: 'Keep the measure and its annexes, leave out pictures, or split it',
    },
  },
  'reader.too-deep': {
    what: { zh: '文件的嵌套太深', en: 'The document is nested too deeply' },
    why: { zh: '最多 {limit} 层', en: 'At most {limit} levels are read' },
    next: { zh: '另存为 txt（UTF-8）再读', en: 'Save it as txt (UTF-8) and read that' },
  },
  'reader.too-slow': {
    what: { zh: '读得太久，已停下', en: 'Reading took too long and was stopped' },
    why: {
      zh: '超过 {limit} 秒或内存上限',
      en: 'It passed {limit} seconds or the limit of memory',
    },
    next: { zh: '另存为 txt（UTF-8）再读', en: 'Save it as txt (UTF-8) and read that' },
  },
}
