import { DURATIONS, UNIT_NAMES } from '../values/unit.ts'
import { FUNCTION_NAMES, type FunctionName, SAME_FUNCTION } from './functions.ts'

/** A token of a formula and the column (from 0) it starts at. */
export type Token = { readonly at: number } & (
  | {
      readonly kind: 'number'
      readonly text: string
      readonly unit: string | null
      readonly duration: string | null
    }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly known: boolean }
  | { readonly kind: 'word'; readonly text: Keyword }
  | { readonly kind: 'function'; readonly text: FunctionName }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'end' }
)

/** The words of the language that are no functions. */
export const KEYWORDS = [
  'and',
  'or',
  'not',
  'in',
  'between',
  'if',
  'then',
  'else',
  'some',
  'every',
  'satisfies',
  'date',
  'true',
  'false',
] as const
export type Keyword = (typeof KEYWORDS)[number]

const SIGNS = [
  '>=',
  '<=',
  '!=',
  '..',
  '=',
  '<',
  '>',
  '+',
  '-',
  '*',
  '/',
  '(',
  ')',
  '[',
  ']',
  ',',
  '.',
]
/** Signs that a Chinese keyboard types. */
const SAME_AS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '，': ',',
  '≥': '>=',
  '≤': '<=',
  '≠': '!=',
  '＝': '=',
  '＞': '>',
  '＜': '<',
  '×': '*',
  '÷': '/',
}

/** Words by their first character, the longest first, so that words may hold other words. */
type Words = ReadonlyMap<string, readonly string[]>

function byFirst(words: readonly string[]): Words {
  return Map.groupBy(longestFirst(words), (word) => word[0] ?? '')
}

const longestFirst = (words: readonly string[]): readonly string[] =>
  [...words].sort((a, b) => b.length - a.length)

/** The longest of the words that stands at a place. */
function wordAt(words: Words, formula: string, at: number): string | null {
  const some = words.get(formula[at] ?? '')
  return some?.find((word) => formula.startsWith(word, at)) ?? null
}

const DURATION_WORDS = byFirst([...DURATIONS.keys()])
const UNIT_WORDS = byFirst(UNIT_NAMES)
const FUNCTION_WORDS = byFirst(FUNCTION_NAMES)
const SIGN_WORDS = byFirst(SIGNS)
const KEYWORD_OF: ReadonlyMap<string, Keyword> = new Map(KEYWORDS.map((word) => [word, word]))

/** What may be named in a formula; the longest known name wins, so names may hold other names. */
export type Names = { readonly sorted: readonly string[]; readonly byFirst: Words }

export function namesOf(names: readonly string[]): Names {
  return { sorted: longestFirst(names), byFirst: byFirst(names) }
}

export type Unreadable = { readonly at: number; readonly text: string }

/** The tokens of a formula, or the first place that cannot be read. */
export function tokens(formula: string, names: Names): readonly Token[] | Unreadable {
  const found: Token[] = []
  let at = 0
  while (at < formula.length) {
    if (isSpace(formula, at)) {
      at += 1
      continue
    }
    const next =
      numberAt(formula, at) ??
      stringAt(formula, at) ??
      functionAt(formula, at) ??
      nameAt(formula, at, names) ??
      signAt(formula, at)
    if (!next) return { at, text: formula.slice(at, at + 12) }
    found.push(next.token)
    at = next.end
  }
  return [...found, { kind: 'end', at: formula.length }]
}

type Next = { readonly token: Token; readonly end: number }

function isSpace(formula: string, at: number): boolean {
  const code = formula.charCodeAt(at)
  return code === 32 || ((code < 33 || code > 127) && /\s/.test(formula[at] ?? ''))
}

/** What a sticky pattern finds at a place; '' for nothing. */
function matchAt(pattern: RegExp, formula: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(formula)?.[0] ?? ''
}

const NUMBER = /\d+(\.\d+)?/y
const GAP = / */y

function numberAt(formula: string, at: number): Next | null {
  const code = formula.charCodeAt(at)
  if (!(code >= 48 && code <= 57)) return null
  const number = matchAt(NUMBER, formula, at)
  const afterNumber = at + number.length
  const start = afterNumber + matchAt(GAP, formula, afterNumber).length
  const duration = wordAt(DURATION_WORDS, formula, start)
  const unit = duration ? null : wordAt(UNIT_WORDS, formula, start)
  const name = duration ?? unit
  return {
    token: { kind: 'number', text: number, unit, duration, at },
    end: name ? start + name.length : afterNumber,
  }
}

function stringAt(formula: string, at: number): Next | null {
  const open = formula[at]
  const close = open === '"' ? '"' : open === '“' ? '”' : null
  if (!close) return null
  const end = formula.indexOf(close, at + 1)
  return end < 0
    ? null
    : { token: { kind: 'string', text: formula.slice(at + 1, end), at }, end: end + 1 }
}

const OPENS = /\s*[(（]/y

/** A function's name may be several words; only a bracket after it makes it one. */
function functionAt(formula: string, at: number): Next | null {
  const name = wordAt(FUNCTION_WORDS, formula, at)
  if (!name || matchAt(OPENS, formula, at + name.length) === '') return null
  const text = SAME_FUNCTION[name] ?? (name as FunctionName)
  return { token: { kind: 'function', text, at }, end: at + name.length }
}

const WORD = /[\p{L}_][\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*/uy

function nameAt(formula: string, at: number, names: Names): Next | null {
  const word = matchAt(WORD, formula, at)
  const known = names.byFirst
    .get(formula[at] ?? '')
    ?.find(
      (name) =>
        formula.startsWith(name, at) && (name.length >= word.length || !/^[a-z]/.test(name)),
    )
  if (known)
    return { token: { kind: 'name', text: known, known: true, at }, end: at + known.length }
  if (word === '') return null
  const keyword = KEYWORD_OF.get(word)
  return keyword
    ? { token: { kind: 'word', text: keyword, at }, end: at + word.length }
    : { token: { kind: 'name', text: word, known: false, at }, end: at + word.length }
}

function signAt(formula: string, at: number): Next | null {
  const typed = formula[at] ?? ''
  const same = SAME_AS[typed]
  if (same) return { token: { kind: 'sign', text: same, at }, end: at + 1 }
  const sign = wordAt(SIGN_WORDS, formula, at)
  return sign ? { token: { kind: 'sign', text: sign, at }, end: at + sign.length } : null
}
