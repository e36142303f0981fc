import type { Match } from './matching.ts'

/** The columns of the answers, in order. */
export const HEADER = [
  'enterprise',
  'row',
  'pack',
  'service',
  'answer',
  'amount',
  'payable',
  'missing',
  'repair',
] as const

export type AnswerText = (row: number, id: string, match: Match) => string

/** With a mark of UTF-8, which spreadsheets need for Chinese. */
export const CSV_HEAD = `\uFEFF${HEADER.join(',')}\r\n`

export const csvLine: AnswerText = (row, id, match) => {
  const { pack, service, answer, amount, payable, missing, repair } = match
  const money = `${amount ?? ''},${payable ?? ''}`
  const said = `${cell(missing.join('、'))},${cell(repair ?? '')}`
  return `${cell(id)},${row},${pack},${service},${answer},${money},${said}\r\n`
}

export const jsonLine: AnswerText = (row, id, match) => {
  const { missing, ...rest } = match
  return `${JSON.stringify({ enterprise: id, row, ...rest, missing: missing.join('、') })}\n`
}

const FORMULA = /^[=+\-@\t\r＝＋－＠]/u

/** Text is never a formula, whatever a spreadsheet would make of its first sign. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
