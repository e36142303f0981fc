import { parseFeel, parseUnary } from '../../../src/dmn/feel/parse.ts'
import { OutsideProfile } from '../../../src/dmn/feel/tokens.ts'
import type { Feel } from '../../../src/dmn/feel/tree.ts'
import { extremeOf } from '../../../src/evaluate/calculate.ts'
import { work } from '../../../src/evaluate/formula.ts'
import type { Frame } from '../../../src/evaluate/frame.ts'
import type { Expression } from '../../../src/run.ts'
import { type Day, dayOf } from '../../../src/values/day.ts'
import type { Value } from '../../../src/values/value.ts'
import { type Engine, ModelFunction, type Scope } from '../shell/engine.ts'
import { callFeel } from './profile-calls.ts'
import {
  flagOf,
  isContext,
  isLength,
  isValue,
  type Length,
  numberOf,
  sameResult,
  textOf,
} from './profile-values.ts'
import type { Candidate } from './run-tck.ts'

/*
 * The profile as a FEEL engine for the TCK: FEEL is read by the reader that imports use, and every
 * node is worked out by the reference interpreter, with its own rule for what is missing.
 */

export type Env = { readonly scope: Scope; readonly input: unknown }

const EMPTY: Frame = {
  program: { values: {}, records: {} },
  given: { facts: new Map(), records: new Map(), truths: new Map(), registers: new Map() },
  on: '2025-01-01' as Day,
  workingDays: null,
  record: null,
  worked: new Map(),
}

let nulls = false

/** What the interpreter gives for one node over values already worked out. */
export function run(node: Expression): Value | null {
  const result = work(node, EMPTY)
  return 'value' in result ? result.value : null
}

/** A value as a node: null is a fact that nobody knows. */
export function node(value: unknown): Expression {
  if (value === null || value === undefined) {
    nulls = true
    return { kind: 'fact', name: 'missing' }
  }
  if (isValue(value)) return { kind: 'literal', value, printed: '' }
  throw new OutsideProfile('列表或上下文作为值', 'a list or context as one value')
}

export function feel(of: Feel, env: Env): unknown {
  switch (of.kind) {
    case 'number':
      return numberOf(of.text)
    case 'string':
      return textOf(of.text)
    case 'boolean':
      return flagOf(of.is)
    case 'null':
      return null
    case 'input':
      return env.input
    case 'name':
      return named(of.text, env)
    case 'negative':
      return feel({ kind: 'arithmetic', is: '-', left: ZERO, right: of.of }, env)
    case 'compare':
      return compared(of.is, feel(of.left, env), feel(of.right, env))
    case 'arithmetic':
      return calculated(of, env)
    case 'and':
    case 'or':
      return run({ kind: of.kind, of: of.of.map((one) => flagNode(feel(one, env))) })
    case 'in':
      return within(feel(of.of, env), of.tests, env)
    case 'if':
      return chosen(of, env)
    case 'list':
      return of.of.map((one) => feel(one, env))
    case 'call':
      return callFeel(of, env, { feel, run, node })
    case 'path':
      return reached(feel(of.of, env), of.name)
    case 'filter':
      return filtered(of, env)
    case 'some':
    case 'every':
      return quantified(of, env)
    case 'range':
      throw new OutsideProfile('区间作为值', 'a range as a value')
  }
}

const ZERO: Feel = { kind: 'number', text: '0' }

function named(name: string, { scope }: Env): unknown {
  if (name in scope) return scope[name] ?? null
  throw new OutsideProfile(`名称 ${name}`, `the name ${name}`)
}

/** Anything but yes or no is nothing where yes or no is asked. */
function flagNode(value: unknown): Expression {
  return node(isValue(value) && value.kind === 'flag' ? value : null)
}

type Compared = Extract<Feel, { kind: 'compare' }>['is']

/** Sides of different kinds are refused before anything runs, so nothing comes of them. */
function compared(is: Compared, left: unknown, right: unknown): Value | null {
  const [a, b] = [node(left), node(right)]
  if (isValue(left) && isValue(right) && left.kind !== right.kind) return null
  const sides = [left, right].flatMap((one) => (isValue(one) ? one.kind : []))
  if (is !== '=' && is !== '!=') {
    if (sides.includes('text')) throw new OutsideProfile('文字的大小', 'an order of texts')
    if (sides.some((kind) => kind !== 'quantity' && kind !== 'day')) return null
  }
  return run({ kind: 'compare', is, left: a, right: b })
}

function calculated({ is, left, right }: Extract<Feel, { kind: 'arithmetic' }>, env: Env): unknown {
  const [a, b] = [feel(left, env), feel(right, env)]
  if (is === '**') throw new OutsideProfile('乘方', 'a power')
  if (isLength(b) && !isLength(a) && (is === '+' || is === '-')) return moved(a, is, b)
  if (isLength(a) || isLength(b))
    throw new OutsideProfile('时长的运算', 'arithmetic with durations')
  const kinds = [a, b].map((one) => (isValue(one) ? one.kind : 'quantity'))
  if (kinds.includes('day') && is === '-') {
    throw new OutsideProfile('日期相减', 'a difference of days')
  }
  if (is === '+' && kinds.every((kind) => kind === 'text')) {
    throw new OutsideProfile('文字相接', 'joining of texts')
  }
  const nodes = [node(a), node(b)] as const
  if (kinds.some((kind) => kind !== 'quantity')) return null
  return run({ kind: 'arithmetic', is, left: nodes[0], right: nodes[1] })
}

function moved(day: unknown, is: '+' | '-', { months, days }: Length): Value | null {
  const by = is === '+' ? 1 : -1
  if (isValue(day) && day.kind !== 'day') return null
  const first = run({ kind: 'move-day', day: node(day), by: by * months, unit: 'months' })
  return run({ kind: 'move-day', day: node(first), by: by * days, unit: 'days' })
}

function chosen({ when, gives, otherwise }: Extract<Feel, { kind: 'if' }>, env: Env): unknown {
  const holds = run({ kind: 'and', of: [flagNode(feel(when, env))] })
  if (holds?.kind !== 'flag') return null
  return feel(holds.flag ? gives : otherwise, env)
}

export function within(value: unknown, tests: readonly Feel[], env: Env): Value | null {
  const inside = { ...env, input: value }
  return run({ kind: 'or', of: tests.map((test) => flagNode(holds(value, test, inside))) })
}

function holds(value: unknown, test: Feel, env: Env): unknown {
  if (test.kind === 'range') {
    const ends = [
      compared(test.fromIsIn ? '>=' : '>', value, feel(test.from, env)),
      compared(test.toIsIn ? '<=' : '<', value, feel(test.to, env)),
    ]
    return run({ kind: 'and', of: ends.map(flagNode) })
  }
  if (JSON.stringify(test).includes('"kind":"input"')) return feel(test, env)
  const wanted = feel(test, env)
  if (!Array.isArray(wanted)) return compared('=', value, wanted)
  return run({ kind: 'or', of: wanted.map((one) => flagNode(compared('=', value, one))) })
}

function reached(of: unknown, name: string): unknown {
  if (of === null) return null
  if (isContext(of)) return of[name] ?? null
  if (Array.isArray(of)) return of.map((one) => reached(one, name))
  const part = ['year', 'month', 'day'].find((one) => one === name) as 'year' | undefined
  if (isValue(of) && of.kind === 'day' && part) return run({ kind: 'part', is: part, of: node(of) })
  throw new OutsideProfile(`属性 .${name}`, `the property .${name}`)
}

function inItem(env: Env, item: unknown): Env {
  const fields = isContext(item) ? item : {}
  return { ...env, scope: { ...env.scope, item, ...fields } }
}

/** Strict, like records of ours: nothing comes of a list while one of its items is open. */
function filtered({ of, where }: Extract<Feel, { kind: 'filter' }>, env: Env): unknown {
  const list = feel(of, env)
  if (list === null) return null
  if (!Array.isArray(list) || where.kind === 'number' || where.kind === 'negative') {
    throw new OutsideProfile('按位置取一项', 'taking an item by its place')
  }
  const found = list.map((item) => feel(where, inItem(env, item)))
  if (found.some((one) => isValue(one) && one.kind === 'quantity')) {
    throw new OutsideProfile('按位置取一项', 'taking an item by its place')
  }
  if (found.some((one) => !isValue(one))) return node(null) && null
  return list.filter((_, at) => sameResult(found[at], flagOf(true)))
}

function quantified(of: Extract<Feel, { kind: 'some' | 'every' }>, env: Env): Value | null {
  const list = feel(of.among, env)
  if (list === null) return null
  if (!Array.isArray(list)) throw new OutsideProfile('列表', 'something that is no list')
  const limbs = list.map((item) => {
    const inner = { ...env, scope: { ...env.scope, [of.variable]: item } }
    return flagNode(feel(of.holds, inner))
  })
  return run({ kind: of.kind === 'some' ? 'or' : 'and', of: limbs })
}

function namesIn(scope: Scope, depth = 2): readonly string[] {
  return Object.entries(scope).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value
    return depth > 0 && isContext(first) ? [name, ...namesIn(first, depth - 1)] : [name]
  })
}

function unary(text: string, scope: Scope, value: unknown): boolean {
  const read = parseUnary(text, namesIn(scope))
  if ('any' in read) return true
  const found = within(value, read.tests, { scope, input: value })
  const result = read.not ? run({ kind: 'not', of: flagNode(found) }) : found
  return result?.kind === 'flag' && result.flag
}

const engine: Engine = {
  evaluate: (text, scope) => {
    const trimmed = text.trim()
    if (scope[trimmed] instanceof ModelFunction) return scope[trimmed]
    return feel(parseFeel(trimmed, namesIn(scope)), { scope, input: null })
  },
  test: unary,
  aggregate: (is, values) => {
    if (is === 'COUNT') return numberOf(String(values.length))
    const all = values.filter(isValue)
    if (all.length < values.length || all.length === 0) return null
    if (is !== 'SUM') {
      const result = extremeOf(is === 'MIN' ? 'min' : 'max', all)
      return 'value' in result ? result.value : null
    }
    return all.reduce<Value | null>(
      (sum, one) => run({ kind: 'arithmetic', is: '+', left: node(sum), right: node(one) }),
      numberOf('0'),
    )
  },
  isTrue: (value) => isValue(value) && value.kind === 'flag' && value.flag,
  read: (text, type) => {
    if (type === 'boolean') return flagOf(text === 'true')
    if (['decimal', 'integer', 'double', 'int', 'long', 'float'].includes(type)) {
      return numberOf(text) ?? outsideType(`${type} ${text}`)
    }
    if (type === 'string') return textOf(text)
    const day = type === 'date' ? dayOf(text) : null
    return day ? { kind: 'day', day } : outsideType(type)
  },
  same: sameResult,
  show: (value) => JSON.stringify(value),
}

function outsideType(type: string): never {
  throw new OutsideProfile(`类型 ${type}`, `the type ${type}`)
}

export const profile: Candidate = {
  name: 'profile',
  engine,
  begin: () => {
    nulls = false
  },
  sawNull: () => nulls,
  outside: (problem) => (problem instanceof OutsideProfile ? problem.en : null),
}
