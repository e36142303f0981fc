import type { Language } from '@banfa/policy/run'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as a sentence prints it: 2026年3月1日, 1 Mar 2026. What is no day comes back unchanged. */
export function dayInText(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(day)
  if (!parts) return day
  const [year, month, date] = parts.slice(1).map(Number)
  if (language === 'zh') return `${year}年${month}月${date}日`
  return `${date} ${MONTHS[(month ?? 1) - 1] ?? ''} ${year}`
}

/** The wall clock in the zone (UTC+8) of an instant: 14:05. */
export function clockOf(instant: string): string {
  const parts = /T(\d{2}):(\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?/.exec(instant)
  if (!parts) return ''
  const shift = parts[3] === 'Z' ? 8 : 0
  return `${String((Number(parts[1]) + shift) % 24).padStart(2, '0')}:${parts[2]}`
}

/**
 * A citation in the language of the page: 第7条(四), Art. 7(4). The engine says the same, but every
 * page cites and few run rules: those that do not should not carry the engine.
 */
export function citeIn(cite: string, language: Language): string {
  const parts = /^第(\d+)条(?:\(([一二三四五六七八九十]+)\))?(.*)$/.exec(cite)
  if (language === 'zh' || !parts) return cite
  const [, article = '', item = '', rest = ''] = parts
  return `Art. ${article}${item && `(${fromHan(item)})`}${rest}`
}

const DIGITS = '零一二三四五六七八九'

/** 十二 is 12; items go from 一 to 九十九. */
function fromHan(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const ten = text.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) : 0
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0)
}

/** 第7条(四) rests in 第7条. */
export function articleOf(cite: string): string {
  return cite.replace(/\(.*$/, '').replace(/第\d+款$/, '')
}

/** 1234567.5 as 1,234,567.5; digits after the point are kept as given. */
export function grouped(value: number | string): string {
  const [whole = '', rest] = String(value).split('.')
  const spaced = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return rest === undefined ? spaced : `${spaced}.${rest}`
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** A long fingerprint, recognisable: its head and its tail. */
export function shortHash(hash: string): string {
  return hash.length > 20 ? `${hash.slice(0, 8)}…${hash.slice(-6)}` : hash
}
