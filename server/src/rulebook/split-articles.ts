import type { ArticleText } from './measure.ts'

const HEADING = /^[\s\u3000]*第\s*([0-9０-９]+|[〇零一二三四五六七八九十百两]+)\s*条[\s\u3000]*/u
const CHAPTER = /^[\s\u3000]*第\s*[0-9０-９〇零一二三四五六七八九十百]+\s*[章节编][\s\u3000]/u
const DIGITS = '零一二三四五六七八九'

/**
 * The articles of a measure's plain text, in order, as `第7条` with the text under it. A line opens
 * an article only when its number follows the one before, so a line that merely begins with a
 * reference (第六条所称…) stays where it is. What stands before 第1条 is left out.
 */
export function splitArticles(text: string): ArticleText[] {
  const articles: { article: string; lines: string[] }[] = []
  for (const line of text.split(/\r?\n/u)) {
    const heading = HEADING.exec(line)
    if (heading && numberOf(heading[1] ?? '') === articles.length + 1) {
      const rest = line.slice(heading[0].length)
      articles.push({ article: `第${articles.length + 1}条`, lines: [rest] })
    } else if (!CHAPTER.test(line)) {
      articles.at(-1)?.lines.push(line)
    }
  }
  return articles.map(({ article, lines }) => ({ article, text: tidy(lines) }))
}

function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.replaceAll(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter(Boolean)
    .join('\n')
}

/** 12, １２, 十二 and 一百零二 alike; NaN for what is no number. */
export function numberOf(written: string): number {
  if (/^[0-9０-９]+$/u.test(written)) return Number(written.normalize('NFKC'))
  return [...written].reduce(readDigit, { total: 0, pending: 0 }).total + pendingOf(written)
}

type Reading = { readonly total: number; readonly pending: number }

function readDigit({ total, pending }: Reading, character: string): Reading {
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
