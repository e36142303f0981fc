import { PLACEHOLDERS } from './placeholders.ts'
import type { WordedKind, Wording } from './wording.ts'

/** A paragraph, a heading of the first 一、 or second （一） level, or the place of a table. */
export type Line =
  | { readonly is: 'text' | 'first' | 'second'; readonly text: string }
  | { readonly is: 'table'; readonly name: string }

/** A letter's text as it is printed. */
export type Worded = {
  readonly title: string
  readonly to: string
  readonly body: readonly Line[]
  readonly closing: readonly Line[]
}

export type Filling = {
  readonly values: Readonly<Record<string, string>>
  /** Tables with rows; a line that stands for an empty one is left out. */
  readonly tables: readonly string[]
}

export const PLACEHOLDER = /\{([^{}\n]*)\}/g
/** Nothing is said where there is no partner; every other empty name takes its line along. */
const MAY_BE_EMPTY = new Set(['合作单位说明'])

/**
 * Puts what the letter is about in the places named. A line whose placeholder has nothing to stand
 * for is left out, as is the heading of a table without rows. Values are text and never read again.
 */
export function fill(kind: WordedKind, wording: Wording, filling: Filling): Worded {
  const tables = new Set(PLACEHOLDERS[kind].filter((one) => one.table).map((one) => one.name))
  const linesOf = (text: string): Line[] => {
    const lines = text.split('\n').map((line) => line.trim())
    return lines.flatMap((line, at) => lineOf(line, { next: lines[at + 1] ?? '', tables, filling }))
  }
  return {
    title: filled(wording.title, filling) ?? '',
    to: filled(wording.addressee, filling) ?? '',
    body: linesOf(wording.body),
    closing: linesOf(wording.closing),
  }
}

type About = {
  readonly next: string
  readonly tables: ReadonlySet<string>
  readonly filling: Filling
}

function lineOf(line: string, { next, tables, filling }: About): Line[] {
  const alone = (text: string) => /^\{([^{}]*)\}$/.exec(text)?.[1] ?? ''
  const hasNoRows = (name: string) => tables.has(name) && !filling.tables.includes(name)
  if (tables.has(alone(line))) {
    return hasNoRows(alone(line)) ? [] : [{ is: 'table', name: alone(line) }]
  }
  if (line === '' || (line.endsWith('：') && hasNoRows(alone(next)))) return []
  const text = filled(line, filling)
  // What somebody wrote into a reason may have several lines; each is a paragraph.
  return (text?.split('\n') ?? []).filter(Boolean).map((one) => ({ is: levelOf(line), text: one }))
}

function levelOf(line: string): 'text' | 'first' | 'second' {
  if (/^[一二三四五六七八九十]+、/.test(line)) return 'first'
  return /^（[一二三四五六七八九十]+）/.test(line) ? 'second' : 'text'
}

/** Null when a name in it has nothing to stand for. */
function filled(text: string, { values }: Filling): string | null {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name)
  const isEmpty = (name: string) => !MAY_BE_EMPTY.has(name) && (values[name] ?? '') === ''
  if (names.some(isEmpty)) return null
  return text.replaceAll(PLACEHOLDER, (_, name: string) => values[name] ?? '')
}
