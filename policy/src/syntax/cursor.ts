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
    if (/^[\^√]/u.test(text)) throw noPowers(at)
    throw new FormulaError(at, `读不懂“${text}”`, `cannot read “${text}”`)
  }
  if (read.length > LONGEST) throw new FormulaError(0, '公式过长', 'the formula is too long')
  const all = read as readonly Token[]
  const power = all.find((token, at) => asksPower(token, all[at + 1]))
  if (power) throw noPowers(power.at)
  return { tokens: all, next: 0, depth: 0 }
}

const POWERS = /^(?:sqrt|pow|power|exp|log|ln|root|开方|平方根|乘方|幂)$/u

function asksPower(token: Token, next: Token | undefined): boolean {
  if (next?.kind !== 'sign' || !('text' in token)) return false
  if (token.kind === 'sign') return token.text === '*' && next.text === '*'
  return token.kind === 'name' && !token.known && next.text === '(' && POWERS.test(token.text)
}

/** Every answer is exact, and what roots and powers give mostly is not. */
function noPowers(at: number): FormulaError {
  return new FormulaError(
    at,
    '没有乘方、开方、指数和对数，因为结果多半除不尽，无法逐位复核；平方请写成两数相乘（甲 * 甲），开方请把两边平方后再比较（甲的平方根不小于2，写成 甲 >= 4），逐年增长请逐年相乘',
    'there are no powers, roots, exponents or logarithms, for most have no exact answer to check; write a square as a product (a * a), compare the squares of both sides instead of a root (the root of a at least 2: a >= 4), and multiply growth year by year',
  )
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
