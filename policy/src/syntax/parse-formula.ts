import type { Comparison } from '../program/expression.ts'
import type { Tree } from './formula-tree.ts'
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

type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number }

const DEEPEST = 60
/** More than any article says in one breath; it also keeps every reader's recursion shallow. */
const LONGEST = 2_000

/**
 * Parses a formula of the FEEL profile by recursive descent.
 * @throws FormulaError at the first place that does not fit
 */
export function parseFormula(formula: string, names: Names): Tree {
  const read = tokens(formula, names)
  if (!Array.isArray(read)) {
    const { at, text } = read as { at: number; text: string }
    throw new FormulaError(at, `读不懂“${text}”`, `cannot read “${text}”`)
  }
  if (read.length > LONGEST) throw new FormulaError(0, '公式过长', 'the formula is too long')
  const cursor: Cursor = { tokens: read as readonly Token[], next: 0, depth: 0 }
  const tree = either(cursor)
  const rest = peek(cursor)
  if (rest.kind !== 'end') throw unexpected(rest)
  return tree
}

function either(cursor: Cursor): Tree {
  return joined(cursor, 'or', both)
}

function both(cursor: Cursor): Tree {
  return joined(cursor, 'and', comparison)
}

function joined(cursor: Cursor, word: 'and' | 'or', part: (cursor: Cursor) => Tree): Tree {
  const first = part(cursor)
  const rest: Tree[] = []
  while (takeWord(cursor, word)) rest.push(part(cursor))
  return rest.length === 0 ? first : { kind: word, of: [first, ...rest], at: first.at }
}

const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>=']

function comparison(cursor: Cursor): Tree {
  const left = sum(cursor)
  const token = peek(cursor)
  if (token.kind === 'sign' && COMPARISONS.includes(token.text)) {
    cursor.next += 1
    return { kind: 'compare', is: token.text as Comparison, left, right: sum(cursor), at: left.at }
  }
  if (takeWord(cursor, 'between')) {
    const from = sum(cursor)
    expectWord(cursor, 'and')
    return {
      kind: 'in-range',
      of: left,
      from,
      fromIsIn: true,
      to: sum(cursor),
      toIsIn: true,
      at: left.at,
    }
  }
  return takeWord(cursor, 'in') ? membership(cursor, left) : left
}

function membership(cursor: Cursor, of: Tree): Tree {
  if (takeSign(cursor, '[')) return range(cursor, of)
  expectSign(cursor, '(')
  const among = [sum(cursor)]
  if (takeSign(cursor, '..')) {
    const to = sum(cursor)
    return {
      kind: 'in-range',
      of,
      from: first(among),
      fromIsIn: false,
      to,
      toIsIn: closes(cursor),
      at: of.at,
    }
  }
  while (takeSign(cursor, ',')) among.push(sum(cursor))
  expectSign(cursor, ')')
  return { kind: 'in-list', of, among, at: of.at }
}

function range(cursor: Cursor, of: Tree): Tree {
  const from = sum(cursor)
  expectSign(cursor, '..')
  const to = sum(cursor)
  return { kind: 'in-range', of, from, fromIsIn: true, to, toIsIn: closes(cursor), at: of.at }
}

function closes(cursor: Cursor): boolean {
  if (takeSign(cursor, ']')) return true
  expectSign(cursor, ')')
  return false
}

function sum(cursor: Cursor): Tree {
  return chain(cursor, ['+', '-'], product)
}

function product(cursor: Cursor): Tree {
  return chain(cursor, ['*', '/'], atom)
}

function chain(
  cursor: Cursor,
  signs: readonly ('+' | '-' | '*' | '/')[],
  part: (cursor: Cursor) => Tree,
): Tree {
  let left = part(cursor)
  for (;;) {
    const sign = signs.find((one) => takeSign(cursor, one))
    if (!sign) return left
    left = { kind: 'arithmetic', is: sign, left, right: part(cursor), at: left.at }
  }
}

function atom(cursor: Cursor): Tree {
  cursor.depth += 1
  const token = peek(cursor)
  if (cursor.depth > DEEPEST)
    throw new FormulaError(token.at, '公式嵌套过深', 'the formula is nested too deeply')
  cursor.next += 1
  const tree = atomFrom(cursor, token)
  cursor.depth -= 1
  return tree
}

function atomFrom(cursor: Cursor, token: Token): Tree {
  switch (token.kind) {
    case 'number':
    case 'string':
      return token
    case 'name':
      return { kind: 'name', text: token.text, at: token.at }
    case 'word':
      return wordFrom(cursor, token)
    case 'sign':
      if (token.text !== '(') throw unexpected(token)
      return inBrackets(cursor, either)
    case 'end':
      throw unexpected(token)
  }
}

function wordFrom(cursor: Cursor, token: Extract<Token, { kind: 'word' }>): Tree {
  const { at } = token
  switch (token.text) {
    case 'true':
    case 'false':
      return { kind: 'flag', flag: token.text === 'true', at }
    case 'not':
      expectSign(cursor, '(')
      return { kind: 'not', of: inBrackets(cursor, either), at }
    case 'min':
    case 'max':
      expectSign(cursor, '(')
      return { kind: 'extreme', is: token.text, of: list(cursor), at }
    case 'date':
      return dateFrom(cursor, at)
    case 'if':
      return chooseFrom(cursor, at)
    default:
      throw unexpected(token)
  }
}

function dateFrom(cursor: Cursor, at: number): Tree {
  expectSign(cursor, '(')
  const token = peek(cursor)
  if (token.kind !== 'string') throw unexpected(token)
  cursor.next += 1
  expectSign(cursor, ')')
  return { kind: 'date', text: token.text, at }
}

function chooseFrom(cursor: Cursor, at: number): Tree {
  const when = either(cursor)
  expectWord(cursor, 'then')
  const gives = either(cursor)
  expectWord(cursor, 'else')
  return { kind: 'choose', when, gives, otherwise: either(cursor), at }
}

function inBrackets(cursor: Cursor, part: (cursor: Cursor) => Tree): Tree {
  const tree = part(cursor)
  expectSign(cursor, ')')
  return tree
}

function list(cursor: Cursor): readonly Tree[] {
  const items = [sum(cursor)]
  while (takeSign(cursor, ',')) items.push(sum(cursor))
  expectSign(cursor, ')')
  return items
}

function first<T>(items: readonly T[]): T {
  const [item] = items
  if (item === undefined) throw new Error('an empty list')
  return item
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? { kind: 'end', at: 0 }
}

function takeWord(cursor: Cursor, word: string): boolean {
  const token = peek(cursor)
  const is = token.kind === 'word' && token.text === word
  if (is) cursor.next += 1
  return is
}

function takeSign(cursor: Cursor, sign: string): boolean {
  const token = peek(cursor)
  const is = token.kind === 'sign' && token.text === sign
  if (is) cursor.next += 1
  return is
}

function expectWord(cursor: Cursor, word: string): void {
  if (!takeWord(cursor, word)) throw wanted(peek(cursor), word)
}

function expectSign(cursor: Cursor, sign: string): void {
  if (!takeSign(cursor, sign)) throw wanted(peek(cursor), sign)
}

function wanted(token: Token, what: string): FormulaError {
  const saw = shown(token)
  return new FormulaError(
    token.at,
    `这里应为 ${what}，却是${saw.zh}`,
    `expected ${what}, found ${saw.en}`,
  )
}

function unexpected(token: Token): FormulaError {
  const saw = shown(token)
  return new FormulaError(token.at, `这里不应是${saw.zh}`, `unexpected ${saw.en}`)
}

function shown(token: Token): { zh: string; en: string } {
  if (token.kind === 'end') return { zh: '公式结尾', en: 'the end of the formula' }
  return { zh: `“${token.text}”`, en: `“${token.text}”` }
}
