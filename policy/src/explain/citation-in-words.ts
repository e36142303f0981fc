import type { Language } from '../program/words.ts'

const NUMERALS = '零一二三四五六七八九'

/** `第7条(四)` as it is said: the same in Chinese, `Art. 7(4)` in English. */
export function citationInWords(cite: string, language: Language): string {
  const parts = /^第(\d+)条(?:\(([一二三四五六七八九十]+)\))?(.*)$/.exec(cite)
  if (language === 'zh' || !parts) return cite
  const [, article = '', item = '', rest = ''] = parts
  return `Art. ${article}${item && `(${numberOf(item)})`}${rest}`
}

/** 一 to 九十九. */
export function numberOf(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens ? NUMERALS.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? NUMERALS.indexOf(ones) : 0)
}
