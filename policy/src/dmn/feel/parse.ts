import { OutsideProfile, type Token, tokensOf } from './tokens.ts'
import type { Comparing, Feel, Range, Sign, Unary } from './tree.ts'

type Cursor = { readonly tokens: readonly Token[]; next: number; depth: number }

const DEEPEST = 120

/** @throws OutsideProfile */
export function parseFeel(text: string, names: readonly string[] = []): Feel {
  const cursor: Cursor = { tokens: tokensOf(text, names), next: 0, depth: 0 }
  return whole(cursor, expression(cursor))
}

/** @throws OutsideProfile */
export function parseUnary(text: string, names: readonly string[] = []): Unary {
  const cursor: Cursor = { tokens: tokensOf(text, names), next: 0, depth: 0 }
  if (peek(cursor).kind === 'end') return { any: true }
  if (peek(cursor).text === '-' && cursor.tokens[1]?.kind === 'end') return { any: true }
  const not = peek(cursor).text === 'not' && cursor.tokens[1]?.text === '('
  if (!not) return whole(cursor, { not, tests: tests(cursor) })
  cursor.next += 2
  const inside = tests(cursor)
  expect(cursor, ')')
  return whole(cursor, { not, tests: inside })
}

function whole<T>(cursor: Cursor, read: T): T {
  const rest = peek(cursor)
  if (rest.kind !== 'end') throw unexpected(rest)
  return read
}

function tests(cursor: Cursor): readonly Feel[] {
  const found = [test(cursor)]
  while (take(cursor, ',')) found.push(test(cursor))
  return found
}

/** `>= 3`, `[1..5)`, or an expression that the input equals (or, with `?`, that holds of it). */
function test(cursor: Cursor): Feel {
  const is = comparing(cursor)
  if (is) return { kind: 'compare', is, left: { kind: 'input' }, right: sum(cursor) }
  return range(cursor) ?? expression(cursor)
}

const COMPARING: readonly string[] = ['=', '!=', '<', '<=', '>', '>=']

function comparing(cursor: Cursor): Comparing | null {
  const token = peek(cursor)
  if (token.kind !== 'sign' || !COMPARING.includes(token.text)) return null
  cursor.next += 1
  return token.text as Comparing
}

/** A bracket opens a range only when `..` follows its first end; else it opens something else. */
function range(cursor: Cursor): Range | null {
  const start = cursor.next
  const token = peek(cursor)
  if (token.kind !== 'sign' || !['[', '(', ']'].includes(token.text)) return null
  cursor.next += 1
  const from = attempt(cursor, sum)
  if (!from || !take(cursor, '..')) {
    cursor.next = start
    return null
  }
  const to = sum(cursor)
  const close = peek(cursor)
  if (close.kind !== 'sign' || ![']', ')', '['].includes(close.text)) throw unexpected(close)
  cursor.next += 1
  return { kind: 'range', from, fromIsIn: token.text === '[', to, toIsIn: close.text === ']' }
}

function attempt(cursor: Cursor, part: (cursor: Cursor) => Feel): Feel | null {
  const { depth } = cursor
  try {
    return part(cursor)
  } catch (problem) {
    if (!(problem instanceof OutsideProfile)) throw problem
    cursor.depth = depth
    return null
  }
}

function expression(cursor: Cursor): Feel {
  cursor.depth += 1
  if (cursor.depth > DEEPEST) throw new OutsideProfile('嵌套过深', 'nested too deeply')
  const read = prefixed(cursor) ?? joined(cursor, 'or', (one) => joined(one, 'and', comparison))
  cursor.depth -= 1
  return read
}

function prefixed(cursor: Cursor): Feel | null {
  if (take(cursor, 'if')) {
    const when = expression(cursor)
    expect(cursor, 'then')
    const gives = expression(cursor)
    expect(cursor, 'else')
    return { kind: 'if', when, gives, otherwise: expression(cursor) }
  }
  const { text: kind } = peek(cursor)
  if (!take(cursor, 'some') && !take(cursor, 'every')) return null
  const variable = named(cursor)
  expect(cursor, 'in')
  const among = expression(cursor)
  expect(cursor, 'satisfies')
  return { kind: kind as 'some' | 'every', variable, among, holds: expression(cursor) }
}

function joined(cursor: Cursor, word: 'and' | 'or', part: (cursor: Cursor) => Feel): Feel {
  const first = part(cursor)
  const of = [first]
  while (take(cursor, word)) of.push(part(cursor))
  return of.length === 1 ? first : { kind: word, of }
}

function comparison(cursor: Cursor): Feel {
  const left = sum(cursor)
  const is = comparing(cursor)
  if (is) return { kind: 'compare', is, left, right: sum(cursor) }
  if (take(cursor, 'between')) {
    const from = sum(cursor)
    expect(cursor, 'and')
    const to = sum(cursor)
    const inside: Range = { kind: 'range', from, fromIsIn: true, to, toIsIn: true }
    return { kind: 'in', of: left, tests: [inside] }
  }
  if (!take(cursor, 'in')) return left
  const only = range(cursor)
  if (only) return { kind: 'in', of: left, tests: [only] }
  if (!take(cursor, '(')) return { kind: 'in', of: left, tests: [test(cursor)] }
  const all = tests(cursor)
  expect(cursor, ')')
  return { kind: 'in', of: left, tests: all }
}

function chain(cursor: Cursor, signs: readonly Sign[], part: (cursor: Cursor) => Feel): Feel {
  let left = part(cursor)
  for (;;) {
    const sign = signs.find((one) => take(cursor, one))
    if (!sign) return left
    left = { kind: 'arithmetic', is: sign, left, right: part(cursor) }
  }
}

function sum(cursor: Cursor): Feel {
  return chain(cursor, ['+', '-'], (one) =>
    chain(one, ['*', '/'], (inner) => chain(inner, ['**'], negated)),
  )
}

function negated(cursor: Cursor): Feel {
  return take(cursor, '-') ? { kind: 'negative', of: negated(cursor) } : reached(cursor)
}

function reached(cursor: Cursor): Feel {
  let of = primary(cursor)
  for (;;) {
    if (take(cursor, '.')) of = { kind: 'path', of, name: named(cursor) }
    else if (peek(cursor).text === '[' && peek(cursor).kind === 'sign') {
      cursor.next += 1
      const where = expression(cursor)
      expect(cursor, ']')
      of = { kind: 'filter', of, where }
    } else return of
  }
}

/** A list, or the brackets of a range that stands as a value inside a list of them. */
function primary(cursor: Cursor): Feel {
  const whole = range(cursor)
  if (whole) return whole
  const token = peek(cursor)
  cursor.next += 1
  switch (token.kind) {
    case 'number':
    case 'string':
      return { kind: token.kind, text: token.text }
    case 'name':
      return take(cursor, '(') ? called(cursor, token.text) : { kind: 'name', text: token.text }
    case 'word':
      if (token.text === 'null') return { kind: 'null' }
      if (token.text !== 'true' && token.text !== 'false') throw unexpected(token)
      return { kind: 'boolean', is: token.text === 'true' }
    default:
      return bracketed(cursor, token)
  }
}

function bracketed(cursor: Cursor, token: Token): Feel {
  if (token.text === '?') return { kind: 'input' }
  if (token.text === '@') return marked(cursor, token)
  if (token.text === '(') {
    const inside = expression(cursor)
    expect(cursor, ')')
    return inside
  }
  if (token.text !== '[') throw unexpected(token)
  return { kind: 'list', of: list(cursor, ']') }
}

/** `@"2025-03-01"` and `@"P1Y"`: the same as `date(…)` and `duration(…)`. */
function marked(cursor: Cursor, token: Token): Feel {
  const { kind, text } = peek(cursor)
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (kind !== 'string' || !(day || /^-?P[^T]*$/.test(text))) throw unexpected(token)
  cursor.next += 1
  return { kind: 'call', name: day ? 'date' : 'duration', of: [{ kind: 'string', text }] }
}

function called(cursor: Cursor, name: string): Feel {
  return { kind: 'call', name, of: list(cursor, ')') }
}

function list(cursor: Cursor, close: string): readonly Feel[] {
  const items: Feel[] = []
  while (!take(cursor, close)) {
    if (items.length > 0) expect(cursor, ',')
    items.push(expression(cursor))
  }
  return items
}

function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.next] ?? { kind: 'end', text: '', at: 0 }
}

function take(cursor: Cursor, text: string): boolean {
  const token = peek(cursor)
  const is = (token.kind === 'sign' || token.kind === 'word') && token.text === text
  if (is) cursor.next += 1
  return is
}

function expect(cursor: Cursor, text: string): void {
  if (!take(cursor, text)) throw unexpected(peek(cursor))
}

function named(cursor: Cursor): string {
  const token = peek(cursor)
  if (token.kind !== 'name') throw unexpected(token)
  cursor.next += 1
  return token.text
}

const REASONS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  for: ['循环（for）', 'a loop (for)'],
  function: ['函数定义', 'a function definition'],
  'instance of': ['类型判断（instance of）', 'a test of type (instance of)'],
  '{': ['上下文（{…}）', 'a context ({…})'],
  '@': ['这种 @ 字面量', 'such an @ literal'],
  ':': ['按名传参', 'a named argument'],
}

function unexpected({ text, at, kind }: Token): OutsideProfile {
  const reason = REASONS[text]
  if (reason) {
    return new OutsideProfile(
      `第${at + 1}列：${reason[0]}不在范围内`,
      `column ${at + 1}: ${reason[1]} is outside the profile`,
    )
  }
  const shown = kind === 'end' ? ['结尾', 'the end'] : [`“${text}”`, `“${text}”`]
  return new OutsideProfile(
    `第${at + 1}列：这里不应是${shown[0]}`,
    `column ${at + 1}: unexpected ${shown[1]}`,
  )
}
