import { FUNCTION_NAMES, SAME_FUNCTION } from '../src/syntax/functions.ts'
import type { Names } from '../src/syntax/token.ts'
import { DURATIONS, UNIT_NAMES } from '../src/values/unit.ts'

/** What our formulas say that FEEL has no syntax for, each with the least text that shows it. */
export const BEYOND_FEEL = {
  'a number with its unit': '5 平方米 > 1',
  'a percentage': '10% > 1',
  'a calendar length written 1 年, 3 个月, 30 天': '申报日 + 1 年',
  'a length in working days': '申报日 + 5 个工作日',
  'a name that holds a hyphen': 'site-area > 1',
  'a function of several words or in Chinese': '四舍五入(1)',
  'signs of a Chinese keyboard': '1 ≥ 1',
  'a test after `in` that ends before `and` and `or`': 'staff in [1 人..5 人] and 独立法人',
} as const
export type Beyond = keyof typeof BEYOND_FEEL

/** A formula in plain FEEL; `back` gives what each name of ours in it stands for. */
export type PlainFeel = {
  readonly feel: string
  readonly back: ReadonlyMap<string, Standing>
  readonly beyond: ReadonlySet<Beyond>
}
export type Standing =
  | { readonly is: 'name' | 'function'; readonly text: string }
  | { readonly is: 'number'; readonly text: string; readonly unit: string }
  | { readonly is: 'length'; readonly text: string; readonly duration: string }

const SIGNS: Readonly<Record<string, string>> = {
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
const PERIODS: Readonly<Record<string, (n: string) => string>> = {
  年: (n) => `P${n}Y`,
  个月: (n) => `P${n}M`,
  天: (n) => `P${n}D`,
  日: (n) => `P${n}D`,
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
const oneOf = (texts: readonly string[]) => texts.map(escaped).join('|')
const longestFirst = (texts: Iterable<string>) => [...texts].sort((a, b) => b.length - a.length)

/** Reads words by a pattern of its own, so that our lexer is not tried against itself. */
function patternOf(names: Names): RegExp {
  const keys = names.sorted.filter((name) => /^[a-z]/.test(name))
  const titles = names.sorted.filter((name) => !/^[a-z]/.test(name))
  const measures = `${oneOf(longestFirst(DURATIONS.keys()))}|${oneOf(UNIT_NAMES)}`
  return new RegExp(
    [
      '(?<string>"[^"]*"|“[^”]*”)',
      `(?<number>\\d+(?:\\.\\d+)?)(?: *(?<unit>${measures}))?`,
      `(?<call>${oneOf(FUNCTION_NAMES)})(?=\\s*[(（])`,
      `(?<title>${oneOf(titles)})`,
      `(?<key>${oneOf(keys)})(?!\\p{L}|\\p{N}|_|-[\\p{L}\\p{N}])`,
      '(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)',
      '(?<other>.)',
    ].join('|'),
    'gsu',
  )
}

/** Puts a formula of ours into plain FEEL, noting what FEEL has no syntax for. */
export function plainFeel(formula: string, names: Names): PlainFeel {
  const back = new Map<string, Standing>()
  const beyond = new Set<Beyond>()
  const stand = (standing: Standing): string => {
    const name = `our_${back.size}`
    back.set(name, standing)
    return name
  }
  const feel = formula.replace(patternOf(names), (text, ...rest) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>
    const { number, unit, call, title, key } = found
    if (number) return unit ? measured(number, unit) : number
    if (call) return called(call)
    return (title ?? key) ? named(text) : straight(text)
  })
  const bounded = withEnds(feel)
  if (bounded !== feel) beyond.add('a test after `in` that ends before `and` and `or`')
  return { feel: bounded, back, beyond }

  function measured(number: string, unit: string): string {
    const period = PERIODS[unit]
    if (period) {
      beyond.add('a calendar length written 1 年, 3 个月, 30 天')
      return `duration("${period(number)}")`
    }
    if (DURATIONS.has(unit)) {
      beyond.add('a length in working days')
      return stand({ is: 'length', text: number, duration: unit })
    }
    beyond.add(unit === '%' ? 'a percentage' : 'a number with its unit')
    return stand({ is: 'number', text: number, unit })
  }
  function called(text: string): string {
    if (/^[a-z]+$/.test(text)) return text
    beyond.add('a function of several words or in Chinese')
    return stand({ is: 'function', text: SAME_FUNCTION[text] ?? text })
  }
  function named(text: string): string {
    if (text.includes('-')) beyond.add('a name that holds a hyphen')
    return stand({ is: 'name', text })
  }
  function straight(text: string): string {
    const same = text.startsWith('“') ? `"${text.slice(1, -1)}"` : SIGNS[text]
    if (same) beyond.add('signs of a Chinese keyboard')
    return same ?? text
  }
}

/**
 * FEEL lets a single test after `in` be a whole expression, so that `a in [1..2] and b` reads as
 * `a in ([1..2] and b)`; in a list of tests each ends at its comma. `null` makes every test such a
 * list and is dropped when read.
 */
function withEnds(feel: string): string {
  const found = /\bin\s*(?=[[(])/g
  let text = feel
  for (let match = found.exec(text); match; match = found.exec(text)) {
    const from = match.index + match[0].length
    const to = closing(text, from)
    const test = text.slice(from, to)
    const isRange = /\.\./.test(test.replaceAll(/"[^"]*"/g, ''))
    const list = isRange ? `(${test}, null)` : `${test.slice(0, -1)}, null)`
    text = text.slice(0, from) + list + text.slice(to)
  }
  return text
}

/** Just behind the bracket that closes the one at `from`; `(a..b]` closes with another kind. */
function closing(text: string, from: number): number {
  let depth = 0
  for (const { 0: sign, index } of text.slice(from).matchAll(/"[^"]*"|[[\]()]/g)) {
    if (sign === '(' || sign === '[') depth += 1
    if (sign === ')' || sign === ']') depth -= 1
    if (depth === 0) return from + index + 1
  }
  return text.length
}
