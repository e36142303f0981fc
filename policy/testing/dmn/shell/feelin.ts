import { evaluate, FeelFunction, unaryTest } from 'feelin'
import { type Engine, ModelFunction, type Scope } from './engine.ts'

/** The independent engine: feelin, in binary doubles, under the same shell. */
export const feelin: Engine = {
  evaluate: (text, scope) => ours(evaluate(text, theirs(scope) as Scope).value),
  test: (text, scope, value) =>
    unaryTest(text, { ...(theirs(scope) as Scope), '?': value }).value === true,
  aggregate: (is, values) => {
    const list = values.filter((one) => typeof one === 'number')
    if (is === 'COUNT') return values.length
    if (list.length < values.length || list.length === 0) return null
    if (is === 'SUM') return list.reduce((sum, one) => sum + one, 0)
    return is === 'MIN' ? Math.min(...list) : Math.max(...list)
  },
  isTrue: (value) => value === true,
  read: (text, type) => {
    if (type === 'boolean') return text === 'true'
    if (['decimal', 'integer', 'double', 'int', 'long', 'float'].includes(type)) return Number(text)
    const made = { date: 'date', time: 'time', dateTime: 'date and time', duration: 'duration' }[
      type
    ]
    return made ? evaluate(`${made}("${text}")`, {}).value : text
  },
  same: (expected, got) => same(expected, got),
  show: (value) => JSON.stringify(value),
}

function theirs(value: unknown): unknown {
  if (value instanceof ModelFunction) {
    const called = (...given: unknown[]) => theirs(value.call(given.map(ours)))
    return Object.assign(called, { $args: [...value.parameters], model: value })
  }
  return mapped(value, theirs)
}

function ours(value: unknown): unknown {
  if (typeof value === 'function' && 'model' in value) return value.model
  if (value instanceof FeelFunction) return value
  return value === undefined ? null : mapped(value, ours)
}

function mapped(value: unknown, each: (one: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, each(one)]))
}

const CLOSE = 1e-8

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= CLOSE
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, at) => same(one, b[at]))
  }
  if (Object.getPrototypeOf(a) !== Object.prototype) return String(a) === String(b)
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same((a as Scope)[key], (b as Scope)[key]))
  )
}
