import { type Names, type Token, tokens } from './token.ts'

/** A place where a formula stops making sense, in both languages. */
export class FormulaError extends Error {
  readonly at: number
  readonly zh: string
  readonly en: string

  constructor(at: number, zh: string, en: string) {
    super(en)
    this.at = at
    this.zh = zh
    this.en = en
  }
}

/** A fault told elsewhere: whoever rests on it says nothing more. */
export class AlreadyTold extends FormulaError {}

/** Where a parser stands in the tokens of a formula. */
export type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number }

export const DEEPEST = 60
/** More than any article says in one breath; it also keeps every reader's recursion shallow. */
const LONGEST = 2_000

/** @throws FormulaError at the first place that cannot be read */
export function cursorOver(formula: string, names: Names): Cursor {
  const read = tokens(formula, names)
  if (!Array.isArray(read)) {
    const { at, text } = read as { at: number; text: string }
    throw new FormulaError(at, `读不懂“${text}”`, `cannot read “${text}”`)
  }
  if (read.length > LONGEST) throw new FormulaError(0, '公式过长', 'the formula is too long')
  return { tokens: read as readonly Token[], next: 0, depth: 0 }
}

export function mustEnd(cursor: Cursor): void {
  const rest = peek(cursor)
  if (rest.kind !== 'end') throw unexpected(rest)
}

export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? { kind: 'end', at: 0 }
}

export function takeWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor)
  const is = token.kind === 'word' && token.text === word
  if (is) cursor.next += 1
  return is
}

export function takeSign(cursor: Cursor, sign: string): boolean {
  const token = peek(cursor)
  const is = token.kind === 'sign' && token.text === sign
  if (is) cursor.next += 1
  return is
}

export function expectWord(cursor: Cursor, word: string): void {
  if (!takeWord(cursor, word)) throw wanted(peek(cursor), word)
}

export function expectSign(cursor: Cursor, sign: string): void {
  if (!takeSign(cursor, sign)) throw wanted(peek(cursor), sign)
}

/** The name that must stand here. */
export function expectName(cursor: Cursor): Extract<Token, { kind: 'name' }> {
  const token = peek(cursor)
  if (token.kind !== 'name') throw wanted(token, '名称 (a name)')
  cursor.next += 1
  return token
}

function wanted(token: Token, what: string): FormulaError {
  const saw = shown(token)
  return new FormulaError(
    token.at,
    `这里应为 ${what}，却是${saw.zh}`,
    `expected ${what}, found ${saw.en}`,
  )
}

export function unexpected(token: Token): FormulaError {
  const saw = shown(token)
  return new FormulaError(token.at, `这里不应是${saw.zh}`, `unexpected ${saw.en}`)
}

function shown(token: Token): { zh: string; en: string } {
  if (token.kind === 'end') return { zh: '公式结尾', en: 'the end of the formula' }
  return { zh: `“${token.text}”`, en: `“${token.text}”` }
}
