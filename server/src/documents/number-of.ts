import { nextNumber, type Words, type WriteTx } from '../kernel/index.ts'

/**
 * The next number of an office's series in this year, `天科补〔2026〕3号`: the office's word (机关代字),
 * the series, the year, no leading zeros (GB/T 9704). No gap and no number twice, however many draw
 * at once: what fails gives its number back.
 */
export async function drawNumber(
  tx: WriteTx,
  of: { readonly office: Words; readonly series: string },
): Promise<string> {
  const word = `${wordOf(of.office.zh)}${of.series}`
  const { year, number } = await nextNumber(tx, `letter ${word}`)
  return `${word}〔${year}〕${number}号`
}

const BUREAU = /科(?:学)?技(?:术)?局/
const TAILS = [
  ['联合会', '联'],
  ['中心', '中'],
  ['委员会', '委'],
  ['办公室', '办'],
  ['局', '局'],
] as const

/**
 * The word an office's numbers begin with: its first sign and that of its trade, `天山区科技局` → `天科`.
 * Two offices with one word share one series, so that their numbers still differ.
 */
export function wordOf(name: string): string {
  const head = Array.from(name)[0] ?? ''
  if (BUREAU.test(name)) return `${head}科`
  return head + (TAILS.find(([tail]) => name.includes(tail))?.[1] ?? '')
}
