const DIGITS = '零一二三四五六七八九'

/** 12, １２, 十二 and 一百零二 alike; NaN for what is no number. */
export function numberOf(written: string): number {
  if (/^[0-9０-９]+$/u.test(written)) return Number(written.normalize('NFKC'))
  return [...written].reduce(readDigit, { total: 0, pending: 0 }).total + pendingOf(written)
}

type Counted = { readonly total: number; readonly pending: number }

function readDigit({ total, pending }: Counted, character: string): Counted {
  if (character === '百') return { total: total + (pending || 1) * 100, pending: 0 }
  if (character === '十') return { total: total + (pending || 1) * 10, pending: 0 }
  return { total, pending: digitOf(character) }
}

function pendingOf(written: string): number {
  const last = written.at(-1) ?? ''
  return last === '百' || last === '十' ? 0 : digitOf(last)
}

function digitOf(character: string): number {
  if (character === '两') return 2
  return character === '〇' ? 0 : DIGITS.indexOf(character)
}
