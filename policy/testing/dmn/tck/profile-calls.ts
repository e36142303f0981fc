import { OutsideProfile } from '../../../src/dmn/feel/tokens.ts'
import type { Feel } from '../../../src/dmn/feel/tree.ts'
import type { Expression } from '../../../src/run.ts'
import { dayOf } from '../../../src/values/day.ts'
import { ratio } from '../../../src/values/rational.ts'
import type { Value } from '../../../src/values/value.ts'
import { ModelFunction } from '../shell/engine.ts'
import type { Env } from './profile.ts'
import { flagOf, isValue, numberOf, sameResult } from './profile-values.ts'

type Work = {
  readonly feel: (of: Feel, env: Env) => unknown
  readonly run: (node: Expression) => Value | null
  readonly node: (value: unknown) => Expression
}

const ROUNDS = {
  'round up': 'up',
  'round down': 'down',
  'round half up': 'half-up',
  'round half down': 'half-down',
  decimal: 'half-even',
} as const

/** The functions that the language has; a function of the model is called as it is. */
export function callFeel(call: Extract<Feel, { kind: 'call' }>, env: Env, work: Work): unknown {
  const model = env.scope[call.name]
  const given = call.of.map((one) => work.feel(one, env))
  if (model instanceof ModelFunction) return model.call(given)
  const known = FUNCTIONS[call.name]
  if (!known) throw new OutsideProfile(`函数 ${call.name}`, `the function ${call.name}`)
  return known(given, { ...work, name: call.name })
}

type With = Work & { readonly name: string }
type Known = (given: readonly unknown[], work: With) => unknown

/** One list, or several values that make one. */
function listed(given: readonly unknown[]): readonly unknown[] | null {
  const [first] = given
  if (given.length !== 1) return given
  return Array.isArray(first) ? first : first === null ? null : given
}

const isNumber = (value: unknown) => isValue(value) && value.kind === 'quantity'

const round: Known = ([value, places], { run, node, name }) => {
  if (!isValue(places) || places.kind !== 'quantity') return null
  if (value !== null && !isNumber(value)) return null
  const scale = Math.trunc(Number(places.amount.over) / Number(places.amount.under))
  if (scale > 6176 || scale < -6111) return null
  const by = 10n ** BigInt(Math.abs(scale))
  const step = scale < 0 ? ratio(by, 1n) : ratio(1n, by)
  return run({ kind: 'round', is: ROUNDS[name as keyof typeof ROUNDS], of: node(value), step })
}

const whole: Known = (given, { run, node, name }) => {
  const [value, places] = given
  if (places !== undefined) throw new OutsideProfile('带位数的取整', `${name} with places`)
  if (given.length !== 1 || (value !== null && !isNumber(value))) return null
  const negative = isValue(value) && value.kind === 'quantity' && value.amount.over.startsWith('-')
  const is = (name === 'floor') === negative ? 'up' : 'down'
  return run({ kind: 'round', is, of: node(value), step: ratio(1n, 1n) })
}

const extreme: Known = (given, { run, node, name }) => {
  const list = listed(given)
  if (!list || list.length === 0) return null
  const kinds = new Set(list.flatMap((one) => (isValue(one) ? one.kind : [])))
  if (kinds.size > 1) return null
  if (kinds.has('text')) throw new OutsideProfile('文字的大小', 'an order of texts')
  return run({ kind: 'extreme', is: name as 'min', of: list.map(node) })
}

function sum(list: readonly unknown[], { run, node }: With): Value | null {
  return list.reduce<Value | null>(
    (total, one) => run({ kind: 'arithmetic', is: '+', left: node(total), right: node(one) }),
    numberOf('0'),
  )
}

const text: Known = (given, { run, node, name }) => {
  const [of, part] = given
  if (given.length !== 2) return null
  const is = name === 'contains' ? 'contains' : 'starts-with'
  if (!isValue(part) || part.kind !== 'text') return null
  if (of !== null && !(isValue(of) && of.kind === 'text')) return null
  return run({ kind: 'text-test', is, of: node(of), text: part.text })
}

const FUNCTIONS: Readonly<Record<string, Known>> = {
  ...Object.fromEntries(Object.keys(ROUNDS).map((name) => [name, round])),
  floor: whole,
  ceiling: whole,
  min: extreme,
  max: extreme,
  contains: text,
  'starts with': text,
  not: (given, { run, node }) => {
    const [value] = given
    const flag = isValue(value) && value.kind === 'flag' ? value : null
    return given.length === 1 ? run({ kind: 'not', of: node(flag) }) : null
  },
  sum: (given, work) => {
    const list = listed(given)
    if (!list || list.length === 0 || list.some((one) => one !== null && !isNumber(one)))
      return null
    return sum(list, work)
  },
  mean: (given, work) => {
    const list = listed(given)
    if (!list || list.length === 0 || list.some((one) => one !== null && !isNumber(one)))
      return null
    const count = numberOf(String(list.length))
    const total = work.node(sum(list, work))
    return work.run({ kind: 'arithmetic', is: '/', left: total, right: work.node(count) })
  },
  count: (given) => {
    const list = listed(given)
    return list ? numberOf(String(list.length)) : null
  },
  'list contains': (given, { node }) => {
    const [list, one] = given
    if (!Array.isArray(list) || given.length !== 2) return null
    if (one === null) return node(null) && null
    return flagOf(list.some((item) => sameResult(item, one)))
  },
  date: (given) => {
    const [of, more] = given
    if (more !== undefined) throw new OutsideProfile('由数字组成的日期', 'a day out of numbers')
    if (isValue(of) && of.kind === 'day') return of
    if (!isValue(of) || of.kind !== 'text') return null
    const day = dayOf(of.text)
    return day ? { kind: 'day', day } : null
  },
  duration: ([of]) => {
    const read = isValue(of) && of.kind === 'text' ? LENGTH.exec(of.text) : null
    if (!read) throw new OutsideProfile('带时分秒的时长', 'a duration with hours, or none at all')
    const [, sign, years = 0, months = 0, days = 0] = read
    const by = sign === '-' ? -1 : 1
    return {
      kind: 'length',
      months: by * (Number(years) * 12 + Number(months)),
      days: by * Number(days),
    }
  },
}

const LENGTH = /^(-?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/
