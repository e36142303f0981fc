import type { Outline, OutlinedArticle, OutlinedName } from '../checked.ts'

/** What stands at a place of the text, found again in the pack. */
export type Found =
  | {
      readonly kind: 'article'
      readonly cite: string
      readonly article: OutlinedArticle | null
      readonly from: number
      readonly to: number
    }
  | {
      readonly kind: 'name'
      readonly name: OutlinedName
      readonly from: number
      readonly to: number
    }

const CITATION = /第\d{1,3}条(?:\([一二三四五六七八九十]{1,4}\))?/g

/** The citation or the name under an offset of a line; the longest name wins, as in a formula. */
export function foundAt(outline: Outline, line: string, offset: number): Found | null {
  for (const { 0: cite, index } of line.matchAll(CITATION))
    if (index <= offset && offset <= index + cite.length)
      return {
        kind: 'article',
        cite,
        article: articleOf(outline, cite),
        from: index,
        to: index + cite.length,
      }
  return nameAt(outline, line, offset)
}

/** The article that a citation lies in. */
export function articleOf(outline: Outline, cite: string): OutlinedArticle | null {
  const exact = outline.articles.find(({ article }) => article === cite)
  const head = cite.replace(/\(.*$/, '')
  return exact ?? outline.articles.find(({ article }) => article === head) ?? null
}

function nameAt(outline: Outline, line: string, offset: number): Found | null {
  const found = outline.names
    .flatMap((name) =>
      [...new Set([name.title.zh, name.name])].flatMap((text) => {
        const from = placeOf(line, text, offset)
        return from < 0 ? [] : [{ kind: 'name' as const, name, from, to: from + text.length }]
      }),
    )
    .sort((a, b) => b.to - b.from - (a.to - a.from) || rank(a.name) - rank(b.name))
  return found[0] ?? null
}

/** A fact before a condition of the same words. */
const ORDER = ['fact', 'day-asked', 'records', 'field', 'value', 'condition', 'paper', 'service']
const rank = ({ kind }: OutlinedName) => ORDER.indexOf(kind) + 1 || ORDER.length + 1

const isPartOfKey = (sign: string | undefined) => /[\w-]/.test(sign ?? '')

/** Where a name covers the offset; a key only as a whole word. */
function placeOf(line: string, text: string, offset: number): number {
  const isKey = /^[a-z]/.test(text)
  for (let from = line.indexOf(text); from >= 0; from = line.indexOf(text, from + 1)) {
    const to = from + text.length
    if (from > offset) return -1
    if (offset > to) continue
    if (!isKey || !(isPartOfKey(line[from - 1]) || isPartOfKey(line[to]))) return from
  }
  return -1
}

const CITE = /(?:^|[\s{,])(?:cite|article): *"?(第\d{1,3}条(?:\([一二三四五六七八九十]{1,4}\))?)/

export type Line = { readonly file: string; readonly number: number; readonly text: string }

/** The citation that a line rests on: its own, or of what begins nearest above it. */
export function citeAround(outline: Outline, { file, number, text }: Line): string | null {
  const own = CITE.exec(text)?.[1]
  if (own) return own
  const begun = [
    ...outline.names.map(({ cite, at }) => ({ cite, at })),
    ...outline.articles.map(({ article, at }) => ({ cite: article, at })),
  ]
  const above = begun
    .filter(({ cite, at }) => cite !== null && at?.file === file && at.line <= number)
    .sort((a, b) => (b.at?.line ?? 0) - (a.at?.line ?? 0))
  return above[0]?.cite ?? null
}
