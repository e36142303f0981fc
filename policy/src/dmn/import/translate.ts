import { decimalText, rationalOf } from '../../values/rational.ts'
import type { Feel } from '../feel/tree.ts'
import { callOf, durationOf } from './calls.ts'
import { unguarded } from './guards.ts'
import { type Into, outside, quotedText, unitBeside } from './into.ts'

/** A formula of ours that says the same. @throws OutsideProfile */
export function translate(feel: Feel, into: Into): string {
  const one = (part: Feel) => bracketed(part, into)
  const of = unguarded(feel)
  switch (of.kind) {
    case 'number':
      return `${plainNumber(of.text)}${into.unit}`
    case 'negative':
      return `(0${into.unit} - ${one(of.of)})`
    case 'string':
      return quotedText(of.text)
    case 'boolean':
      return String(of.is)
    case 'name':
      return nameOf(of.text, into)
    case 'input':
      return into.input ?? outside('单独的 ?', 'a ? that stands alone')
    case 'compare':
      return compared(of, into)
    case 'arithmetic':
      return calculated(of, into)
    case 'and':
    case 'or':
      return of.of.map(one).join(` ${of.kind} `)
    case 'in':
      return anyOf(one(of.of), of.tests, into)
    case 'if':
      return `if ${one(of.when)} then ${one(of.gives)} else ${one(of.otherwise)}`
    case 'call':
      return callOf(of, into, translate)
    case 'path':
      return pathOf(of, into)
    default:
      return outsideKind(of)
  }
}

function outsideKind(of: Feel): never {
  if (of.kind === 'null')
    return outside(
      '对 null 的判断（本语言自有“未知”）',
      'a test of null (what is unknown is so by itself here)',
    )
  if (of.kind === 'list') return outside('列表', 'a list')
  if (of.kind === 'range') return outside('作为值的区间', 'a range as a value')
  return outside(`${of.kind} 表达式`, `an expression with ${of.kind}`)
}

const PLAIN: readonly Feel['kind'][] = ['number', 'string', 'boolean', 'name', 'input', 'call']

function bracketed(part: Feel, into: Into): string {
  const text = translate(part, into)
  return PLAIN.includes(unguarded(part).kind) || text.startsWith('(') ? text : `(${text})`
}

/** FEEL's numbers without exponent or missing zero. */
function plainNumber(text: string): string {
  const [digits = '', exponent = '0'] = text.toLowerCase().split('e')
  const read = rationalOf(digits.startsWith('.') ? `0${digits}` : digits)
  const power = Number(exponent)
  if (!read || Math.abs(power) > 30) return outside(`数 ${text}`, `the number ${text}`)
  const [over, under] = [BigInt(read.over), BigInt(read.under)]
  const by = 10n ** BigInt(Math.abs(power))
  const moved = power < 0 ? { over, under: under * by } : { over: over * by, under }
  const shown = decimalText({ over: String(moved.over), under: String(moved.under) })
  return shown.includes('…') ? outside(`数 ${text}`, `the number ${text}`) : shown
}

function nameOf(name: string, { named }: Into): string {
  return (
    named(name) ??
    outside(
      `名称“${name}”（既不是事实，也不是数值）`,
      `the name “${name}”, neither a fact nor a value,`,
    )
  )
}

const LITERAL: readonly Feel['kind'][] = ['number', 'negative']

/** Two sides of one measure: the plain number beside a measured one takes its unit. */
function sides(left: Feel, right: Feel, into: Into): readonly [string, string] {
  if (LITERAL.includes(left.kind) && !LITERAL.includes(right.kind)) {
    const [b, a] = sides(right, left, into)
    return [a, b]
  }
  const first = bracketed(left, into)
  const unit = LITERAL.includes(left.kind) ? into.unit : unitBeside(first, into.scope)
  return [first, bracketed(right, { ...into, unit })]
}

function compared(of: Extract<Feel, { kind: 'compare' }>, into: Into): string {
  const [left, right] = sides(of.left, of.right, into)
  return `${left} ${of.is} ${right}`
}

function calculated(of: Extract<Feel, { kind: 'arithmetic' }>, into: Into): string {
  if (of.is === '**') return outside('乘方', 'a power')
  if (of.is === '*' || of.is === '/') {
    const plain = { ...into, unit: '' }
    return `${bracketed(of.left, plain)} ${of.is} ${bracketed(of.right, plain)}`
  }
  const moved = durationOf(of.right)
  if (moved) return `${bracketed(of.left, into)} ${of.is} ${moved}`
  const [left, right] = sides(of.left, of.right, into)
  return `${left} ${of.is} ${right}`
}

/** `of in (tests)` as one formula. */
export function anyOf(of: string, tests: readonly Feel[], into: Into): string {
  const inside = { ...into, input: of, unit: unitBeside(of, into.scope) }
  const limbs = tests.map((test) => testOf(of, test, inside))
  return limbs.length === 1 ? (limbs[0] ?? '') : limbs.map((one) => `(${one})`).join(' or ')
}

function testOf(of: string, test: Feel, into: Into): string {
  if (test.kind === 'range') {
    const ends = [translate(test.from, into), translate(test.to, into)]
    return `${of} in ${test.fromIsIn ? '[' : '('}${ends.join('..')}${test.toIsIn ? ']' : ')'}`
  }
  if (asksInput(test)) return translate(test, into)
  if (test.kind === 'list') return anyOf(of, test.of, into)
  return `${of} in (${translate(test, into)})`
}

/** Whether a test asks about its input itself (`?`), rather than naming what it equals. */
export function asksInput(test: Feel): boolean {
  return JSON.stringify(test).includes('{"kind":"input"}')
}

function pathOf({ of, name }: Extract<Feel, { kind: 'path' }>, into: Into): string {
  if (of.kind === 'arithmetic' && of.is === '-' && name === 'days') {
    return `days between(${translate(of.right, into)}, ${translate(of.left, into)})`
  }
  if (!['year', 'month', 'day'].includes(name))
    return outside(`属性 .${name}`, `the property .${name}`)
  return `${bracketed(of, into)}.${name}`
}
