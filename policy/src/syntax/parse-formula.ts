import type { Comparison } from '../program/expression.ts'
import {
  type Cursor,
  cursorOver,
  DEEPEST,
  expectName,
  expectSign,
  expectWord,
  FormulaError,
  mustEnd,
  peek,
  takeSign,
  takeWord,
  unexpected,
} from './cursor.ts'
import type { Tree } from './formula-tree.ts'
import type { Names, Token } from './token.ts'

/**
 * Parses a formula of the FEEL profile by recursive descent.
 * @throws FormulaError at the first place that does not fit
 */
export function parseFormula(formula: string, names: Names): Tree {
  const cursor = cursorOver(formula, names)
  const tree = either(cursor)
  mustEnd(cursor)
  return tree
}

/**
 * Parses one test of a table beside what it tests (FEEL's unary tests): `>= 5%`, `[5%..10%)`,
 * `"a", "b"`, `not("a")`, `-` for any.
 * @throws FormulaError at the first place that does not fit
 */
export function parseUnary(test: string, of: Tree, names: Names): Tree {
  const cursor = cursorOver(test, names)
  const { at } = peek(cursor)
  if (takeSign(cursor, '-') && peek(cursor).kind === 'end') return { kind: 'flag', flag: true, at }
  const tree = takeWord(cursor, 'not')
    ? { kind: 'not' as const, of: bracketed(cursor, (inside) => unary(inside, of)), at }
    : unary(cursor, of)
  mustEnd(cursor)
  return tree
}

function bracketed(cursor: Cursor, part: (cursor: Cursor) => Tree): Tree {
  expectSign(cursor, '(')
  return inBrackets(cursor, part)
}

function unary(cursor: Cursor, of: Tree): Tree {
  const token = peek(cursor)
  const { at } = token
  if (token.kind === 'sign' && COMPARISONS.includes(token.text)) {
    cursor.next += 1
    return { kind: 'compare', is: token.text as Comparison, left: of, right: sum(cursor), at }
  }
  if (token.kind === 'sign' && (token.text === '[' || token.text === '('))
    return { ...membership(cursor, of), at }
  const among = [sum(cursor)]
  while (takeSign(cursor, ',')) among.push(sum(cursor))
  const [only] = among
  return only && among.length === 1
    ? { kind: 'compare', is: '=', left: of, right: only, at }
    : { kind: 'in-list', of, among, at }
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

const SUMS = ['+', '-'] as const
const PRODUCTS = ['*', '/'] as const

function sum(cursor: Cursor): Tree {
  return chain(cursor, SUMS, product)
}

function product(cursor: Cursor): Tree {
  return chain(cursor, PRODUCTS, reached)
}

function chain(
  cursor: Cursor,
  signs: readonly ('+' | '-' | '*' | '/')[],
  part: (cursor: Cursor) => Tree,
): Tree {
  let left = part(cursor)
  for (;;) {
    const token = peek(cursor)
    const sign = token.kind === 'sign' && signs.find((one) => one === token.text)
    if (!sign) return left
    cursor.next += 1
    left = { kind: 'arithmetic', is: sign, left, right: part(cursor), at: left.at }
  }
}

/** What stands there, and what is reached from it: `[a filter]`, `.a field`. */
function reached(cursor: Cursor): Tree {
  let tree = atom(cursor)
  for (;;) {
    const { at } = peek(cursor)
    if (takeSign(cursor, '.')) tree = { kind: 'path', of: tree, name: pathName(cursor), at }
    else if (takeSign(cursor, '[')) {
      tree = { kind: 'filter', of: tree, where: either(cursor), at }
      expectSign(cursor, ']')
    } else return tree
  }
}

function pathName(cursor: Cursor): string {
  return expectName(cursor).text
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
    case 'function':
      expectSign(cursor, '(')
      return { kind: 'call', name: token.text, of: list(cursor), at: token.at }
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
    case 'date':
      return dateFrom(cursor, at)
    case 'if':
      return chooseFrom(cursor, at)
    case 'some':
    case 'every':
      return quantifiedFrom(cursor, token.text, at)
    default:
      throw unexpected(token)
  }
}

/** `some y in 年度数据 satisfies y.等次 = "合格"` */
function quantifiedFrom(cursor: Cursor, is: 'some' | 'every', at: number): Tree {
  const { text: variable } = expectName(cursor)
  expectWord(cursor, 'in')
  const of = reached(cursor)
  expectWord(cursor, 'satisfies')
  return { kind: 'quantified', is, variable, of, holds: either(cursor), at }
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
