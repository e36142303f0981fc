import type { Feel } from '../feel/tree.ts'
import { type Into, outside, quotedText, unitBeside } from './into.ts'

type Call = Extract<Feel, { kind: 'call' }>
type Translate = (feel: Feel, into: Into) => string

const ROUNDS: Readonly<Record<string, string>> = {
  'round up': 'round up',
  'round down': 'round down',
  'round half up': 'round half up',
  'round half down': 'round half down',
  decimal: 'round half even',
}

/** Functions that are called alike. */
const SAME: Readonly<Record<string, number>> = {
  contains: 2,
  'starts with': 2,
  floor: 1,
  ceiling: 1,
  not: 1,
}

/** The functions that FEEL and the language share. */
export function callOf({ name, of }: Call, into: Into, translate: Translate): string {
  const [first, second] = of
  if (!first) return unknownCall(name)
  if (SAME[name] === of.length) {
    return `${name}(${of.map((part) => translate(part, into)).join(', ')})`
  }
  if (name === 'date' && first.kind === 'string') return `date(${quotedText(first.text)})`
  if (name === 'min' || name === 'max') return extreme(name, of, { into, translate })
  if (name === 'list contains' && second) {
    return `${translate(first, into)} in (${translate(second, into)})`
  }
  const round = ROUNDS[name]
  if (!round || second?.kind !== 'number') return unknownCall(name)
  const value = translate(first, into)
  return `${round}(${value}, ${stepOf(second.text)}${unitBeside(value, into.scope)})`
}

function unknownCall(name: string): never {
  return outside(`函数 ${name}`, `the function ${name}`)
}

type With = { readonly into: Into; readonly translate: Translate }

/** Plain numbers among measured ones take their unit. */
function extreme(name: string, of: readonly Feel[], { into, translate }: With): string {
  const measured = of.find(({ kind }) => kind !== 'number' && kind !== 'negative')
  const unit = measured ? unitBeside(translate(measured, into), into.scope) : into.unit
  return `${name}(${of.map((part) => translate(part, { ...into, unit })).join(', ')})`
}

/** 2 places are steps of 0.01. */
function stepOf(places: string): string {
  if (!/^\d{1,2}$/.test(places)) return outside('这种位数的取整', 'rounding to such places')
  return places === '0' ? '1' : `0.${'0'.repeat(Number(places) - 1)}1`
}

/** `duration("P2Y")` as a length the language moves days by; null for anything else. */
export function durationOf(of: Feel): string | null {
  if (of.kind !== 'call' || of.name !== 'duration') return null
  const [text] = of.of
  const read = text?.kind === 'string' ? /^P(\d+)([YMD])$/.exec(text.text) : null
  if (!read) return outside('这种时长', 'such a duration')
  const unit = { Y: '年', M: '个月', D: '天' }[read[2] ?? 'D'] ?? '天'
  return `${read[1]} ${unit}`
}
