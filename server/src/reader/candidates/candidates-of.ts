import type { Content, Reading, Section } from '../reading.ts'
import type { Candidate, Found } from './candidate.ts'
import { figuresIn } from './figures.ts'
import { referencesIn, wordsIn } from './words.ts'

/** Another text's title speaks for that text. */
const TITLE = /《[^《》]{1,80}》/gu

/** Everything in a document that asks for a person's decision, with its address, in order. */
export function candidatesOf({ content }: Reading): Found[] {
  return within(content, '')
}

function within(content: readonly Content[], address: string): Found[] {
  return content.flatMap((one): Found[] => {
    if (one.kind === 'table') return []
    if (one.kind === 'paragraph') return placed(one.text, address, one.place.line)
    return [...titled(one), ...within(one.content, one.address)]
  })
}

function titled({ title, address, place, kind }: Section): Found[] {
  const speaks = kind === 'article' || kind === 'item'
  return speaks && title !== null ? placed(title, address, place.line) : []
}

function placed(text: string, address: string, line: number): Found[] {
  const own = text.replaceAll(TITLE, '《》')
  const found = [...figuresIn(own), ...wordsIn(own), ...referencesIn(text)]
  return once(found).map((candidate) => ({ ...candidate, address, line }))
}

/** The same words of the same kind are one question, however often a paragraph says them. */
function once(all: readonly Candidate[]): Candidate[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.printed}`, one])).values()]
}
