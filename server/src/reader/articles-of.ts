import type { Content, Reading, Section } from './reading.ts'
import { linesOf } from './text-of.ts'

export type ArticleRead = { readonly article: string; readonly text: string }

/** The articles of a document's own text, annexes left out, as `第7条` with the text under it. */
export function articlesOf({ content }: Reading): ArticleRead[] {
  return within(content)
}

/** The whole of a document in lines as printed: a number stands before its text. */
export function printedLines({ content }: Reading): string[] {
  return content.flatMap(printed)
}

function printed(one: Content): string[] {
  if (one.kind === 'paragraph' || one.kind === 'table') return linesOf([one])
  const [first = '', ...rest] = textIn(one)
  return [`${one.label}${first}`, ...rest]
}

function within(content: readonly Content[]): ArticleRead[] {
  return content.flatMap((one): ArticleRead[] => {
    if (one.kind === 'paragraph' || one.kind === 'table' || one.kind === 'annex') return []
    if (one.kind !== 'article') return within(one.content)
    return [{ article: one.address, text: textIn(one).join('\n') }]
  })
}

/** An item's number stands before its text, on the same line, as it is printed. */
function textIn({ title, content }: Section): string[] {
  const below = content.flatMap(printed)
  return title === null ? below : [title, ...below]
}
