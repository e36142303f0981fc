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

const DURATION_NAMES = [...DURATIONS.keys()].sort((a, b) => b.length - a.length)

/** What may be named in a formula; the longest known name wins, so names may hold other names. */
export type Names = { readonly sorted: readonly string[] }

export function namesOf(names: readonly string[]): Names {
  return { sorted: [...names].sort((a, b) => b.length - a.length) }
}

export type Unreadable = { readonly at: number; readonly text: string }

/** The tokens of a formula, or the first place that cannot be read. */
export function tokens(formula: string, names: Names): readonly Token[] | Unreadable {
  const found: Token[] = []
  let at = 0
  while (at < formula.length) {
    if (/\s/.test(formula[at] ?? '')) {
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

function numberAt(formula: string, at: number): Next | null {
  const number = /^\d+(\.\d+)?/.exec(formula.slice(at))?.[0]
  if (!number) return null
  const afterNumber = at + number.length
  const gap = /^ */.exec(formula.slice(afterNumber))?.[0].length ?? 0
  const start = afterNumber + gap
  const duration = DURATION_NAMES.find((name) => formula.startsWith(name, start)) ?? null
  const unit = duration
    ? null
    : (UNIT_NAMES.find((name) => formula.startsWith(name, start)) ?? null)
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

/** A function's name may be several words; only a bracket after it makes it one. */
function functionAt(formula: string, at: number): Next | null {
  const rest = formula.slice(at, at + 40)
  const name = FUNCTION_NAMES.find((one) => rest.startsWith(one))
  if (!name || !/^\s*[(（]/.test(formula.slice(at + name.length))) return null
  const text = SAME_FUNCTION[name] ?? (name as FunctionName)
  return { token: { kind: 'function', text, at }, end: at + name.length }
}

function nameAt(formula: string, at: number, names: Names): Next | null {
  const rest = formula.slice(at)
  const word = /^[\p{L}_][\p{L}\p{N}_]*(-[\p{L}\p{N}_]+)*/u.exec(rest)?.[0]
  const known = names.sorted.find(
    (name) => rest.startsWith(name) && (name.length >= (word?.length ?? 0) || !/^[a-z]/.test(name)),
  )
  if (known)
    return { token: { kind: 'name', text: known, known: true, at }, end: at + known.length }
  if (!word) return null
  const keyword = KEYWORDS.find((one) => one === word)
  return keyword
    ? { token: { kind: 'word', text: keyword, at }, end: at + word.length }
    : { token: { kind: 'name', text: word, known: false, at }, end: at + word.length }
}

function signAt(formula: string, at: number): Next | null {
  const typed = formula[at] ?? ''
  const same = SAME_AS[typed]
  if (same) return { token: { kind: 'sign', text: same, at }, end: at + 1 }
  const sign = SIGNS.find((one) => formula.startsWith(one, at))
  return sign ? { token: { kind: 'sign', text: sign, at }, end: at + sign.length } : null
}
