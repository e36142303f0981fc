import type { Content, Reading, Section } from '../reading.ts'
import { figuresIn } from './figures.ts'
import type { Asked, Question } from './question.ts'
import { leansOn, wordsIn } from './words.ts'

/** Another text's title speaks for that text. */
const TITLE = /《[^《》]{1,80}》/gu

/** Everything in a document that asks for a person's decision, with its address, in order. */
export function questionsOf({ content }: Reading): Asked[] {
  return within(content, '')
}

function within(content: readonly Content[], address: string): Asked[] {
  return content.flatMap((one): Asked[] => {
    if (one.kind === 'table') return []
    if (one.kind === 'paragraph') return placed(one.text, address, one.place.line)
    return [...titled(one), ...within(one.content, one.address)]
  })
}

function titled({ title, address, place, kind }: Section): Asked[] {
  const speaks = kind === 'article' || kind === 'item'
  return speaks && title !== null ? placed(title, address, place.line) : []
}

function placed(text: string, address: string, line: number): Asked[] {
  const own = text.replaceAll(TITLE, '《》')
  const found = [...figuresIn(own), ...wordsIn(own), ...leansOn(text)]
  return once(found).map((question) => ({ ...question, address, line }))
}

/** The same words of the same kind are one question, however often a paragraph says them. */
function once(all: readonly Question[]): Question[] {
  return [...new Map(all.map((one) => [`${one.kind} ${one.printed}`, one])).values()]
}
