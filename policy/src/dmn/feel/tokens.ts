/** A word or sign of standard FEEL and the column (from 0) it starts at. */
export type Token = {
  readonly kind: 'number' | 'string' | 'name' | 'word' | 'sign' | 'end'
  readonly text: string
  readonly at: number
}

/** Standard FEEL that cannot be read, or that lies outside the profile: where and why. */
export class OutsideProfile extends Error {
  override readonly name = 'OutsideProfile'
  readonly zh: string
  readonly en: string

  constructor(zh: string, en: string) {
    super(en)
    this.zh = zh
    this.en = en
  }
}

const WORDS =
  /^(and|or|in|between|if|then|else|for|return|some|every|satisfies|function|external|instance of|true|false|null)(?![\p{L}\p{N}_])/u
const SIGN = /^(\.\.|\*\*|>=|<=|!=|[=<>+\-*/()[\]{},.:?@])/
const NUMBER = /^(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?/
const SPACE = /^(\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/
const NAME = /^[\p{L}_][\p{L}\p{N}_]*/u

/** Functions whose names are several words. */
const LONG_NAMES = [
  'years and months duration',
  'get or else',
  'string length',
  'substring before',
  'substring after',
  'starts with',
  'ends with',
  'upper case',
  'lower case',
  'list contains',
  'index of',
  'insert before',
  'distinct values',
  'date and time',
  'round half up',
  'round half down',
  'round up',
  'round down',
  'day of year',
  'day of week',
  'month of year',
  'week of year',
  'string join',
  'list replace',
  'get value',
  'get entries',
]

/** @param names what is in sight: names of models hold spaces and signs, the longest wins */
export function tokensOf(text: string, names: readonly string[]): readonly Token[] {
  const known = [...names, ...LONG_NAMES].sort((a, b) => b.length - a.length)
  const found: Token[] = []
  let at = 0
  for (;;) {
    at += SPACE.exec(text.slice(at))?.[0].length ?? 0
    if (at >= text.length) return [...found, { kind: 'end', text: '', at }]
    const { token, length } = tokenAt(text.slice(at), known)
    found.push({ ...token, at })
    at += length
  }
}

type Next = { readonly token: Omit<Token, 'at'>; readonly length: number }

function tokenAt(rest: string, known: readonly string[]): Next {
  const number = NUMBER.exec(rest)?.[0]
  if (number) return { token: { kind: 'number', text: number }, length: number.length }
  if (rest.startsWith('"')) return stringAt(rest)
  const name = known.find((one) => rest.startsWith(one) && ends(rest, one))
  if (name) return { token: { kind: 'name', text: name }, length: name.length }
  const word = WORDS.exec(rest)?.[0]
  if (word) return { token: { kind: 'word', text: word }, length: word.length }
  const plain = NAME.exec(rest)?.[0]
  if (plain) return { token: { kind: 'name', text: plain }, length: plain.length }
  const sign = SIGN.exec(rest)?.[0]
  if (sign) return { token: { kind: 'sign', text: sign }, length: sign.length }
  throw new OutsideProfile(`读不懂“${rest.slice(0, 12)}”`, `cannot read “${rest.slice(0, 12)}”`)
}

/** A known name is not the beginning of a longer word. */
function ends(rest: string, name: string): boolean {
  return !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length)) || !/[\p{L}\p{N}_]$/u.test(name)
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
}

function stringAt(rest: string): Next {
  const raw = /^"((?:[^"\\]|\\[\s\S])*)"/.exec(rest)
  if (!raw) throw new OutsideProfile('引号没有合上', 'a quotation mark is not closed')
  const text = (raw[1] ?? '').replaceAll(
    /\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|[\s\S])/g,
    (_, mark: string) =>
      /^[uU]./.test(mark)
        ? String.fromCodePoint(Number.parseInt(mark.slice(1), 16))
        : (ESCAPES[mark] ?? `\\${mark}`),
  )
  return { token: { kind: 'string', text }, length: raw[0].length }
}
