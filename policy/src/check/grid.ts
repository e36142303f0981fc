import { compare, same } from '../evaluate/compare.ts'
import { canonical } from '../program/canonical.ts'
import type { Expression } from '../program/expression.ts'
import type { Option } from '../program/fact.ts'
import { addDays, type Day } from '../values/day.ts'
import {
  add,
  compareRationals,
  decimalText,
  type Rational,
  ratio,
  times,
} from '../values/rational.ts'
import type { Value } from '../values/value.ts'
import type { Bounds } from './bounds.ts'

/** One thing that tests ask about, and a value for each stretch between the numbers they name. */
export type Axis = { readonly key: string; readonly name: string; readonly stops: readonly Stop[] }
export type Stop = { readonly value: Value; readonly printed: string }
/** One stop on each axis: tests of plain bounds cannot tell two points of a cell apart. */
export type Cell = readonly Stop[]

/** Options of a choice by the name of its fact, so that a cell is made for each. */
export type OptionsOf = (name: string) => readonly Option[]

/** What is known of things beyond the tests themselves. */
export type About = {
  readonly optionsOf: OptionsOf
  /** How large a thing can be at all, where its formula says so. */
  readonly boundsOf?: (subject: Expression) => Bounds
}

type Bound = { readonly subject: Expression; readonly values: readonly Value[] }

const TOO_MANY = 20_000

/** The axes of some tests; null when one of them is no plain bound on one thing. */
export function axesOf(tests: readonly Expression[], about: About): readonly Axis[] | null {
  const bounds = allOrNone(tests.map(boundsIn))
  if (!bounds) return null
  const byKey = Map.groupBy(bounds, ({ subject }) => canonical(subject))
  const axes = [...byKey].map(([key, all]) => axisOf(key, all, about))
  return axes.some((axis) => axis === null) ? null : axes.flatMap((axis) => (axis ? [axis] : []))
}

function boundsIn(test: Expression): readonly Bound[] | null {
  switch (test.kind) {
    case 'literal':
      return []
    case 'and':
    case 'or':
      return allOrNone(test.of.map(boundsIn))
    case 'not':
      return boundsIn(test.of)
    case 'within':
      return [{ subject: test.of, values: test.among }]
    case 'fact':
    case 'value':
      return [{ subject: test, values: [{ kind: 'flag', flag: true }] }]
    case 'compare':
      return test.right.kind === 'literal' && test.left.kind !== 'literal'
        ? [{ subject: test.left, values: [test.right.value] }]
        : null
    default:
      return null
  }
}

function allOrNone(all: readonly (readonly Bound[] | null)[]): readonly Bound[] | null {
  return all.includes(null) ? null : all.flatMap((one) => one ?? [])
}

function axisOf(key: string, bounds: readonly Bound[], about: About): Axis | null {
  const [first] = bounds
  const values = bounds.flatMap((bound) => bound.values)
  const subject = first?.subject
  if (!subject) return null
  const name = 'name' in subject ? subject.name : subject.kind
  const stops = stopsOf(subject, values, about)
  return stops ? { key, name, stops } : null
}

function stopsOf(
  subject: Expression,
  values: readonly Value[],
  { optionsOf, boundsOf }: About,
): readonly Stop[] | null {
  const kind = values[0]?.kind
  if (values.some((value) => value.kind !== kind)) return null
  if (kind === 'flag')
    return [true, false].map((flag) => stop({ kind: 'flag', flag }, String(flag)))
  if (kind === 'choice') {
    const options = 'name' in subject ? optionsOf(subject.name) : []
    if (options.length === 0) return null
    return options.map(({ value, title }) => stop({ kind: 'choice', option: value }, title.zh))
  }
  if (kind === 'day')
    return dayStops(values.flatMap((value) => (value.kind === 'day' ? [value.day as Day] : [])))
  if (kind !== 'quantity') return null
  return numberStops(
    subject,
    values.flatMap((value) => (value.kind === 'quantity' ? [value] : [])),
    boundsOf?.(subject) ?? FREE,
  )
}

function stop(value: Value, printed: string): Stop {
  return { value, printed }
}

function dayStops(days: readonly Day[]): readonly Stop[] {
  const all = [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort()
  return all.map((day) => stop({ kind: 'day', day }, day))
}

type Quantity = Extract<Value, { kind: 'quantity' }>

const FREE: Bounds = { least: null, most: null }
const WHOLE: readonly Expression['kind'][] = ['count', 'run', 'between', 'part']

/** Each number, and one value in each stretch beside it; counts are whole and not negative. */
function numberStops(
  subject: Expression,
  values: readonly Quantity[],
  { least, most }: Bounds,
): readonly Stop[] {
  const dimension = values[0]?.dimension ?? 'number'
  const whole = dimension === 'count' || WHOLE.includes(subject.kind)
  const positive = whole || dimension === 'area'
  const ends = [least, most].filter((end) => end !== null)
  const sorted = [...values.map(({ amount }) => amount), ...ends]
    .sort(compareRationals)
    .filter((one, index, all) => index === 0 || compareRationals(one, all[index - 1] ?? one) !== 0)
  const found = sorted.flatMap((one, index) => [
    ...(index === 0 ? [beside(one, -1n)] : [between(sorted[index - 1] ?? one, one)]),
    one,
    ...(index === sorted.length - 1 ? [beside(one, 1n)] : []),
  ])
  return found
    .filter((one) => least === null || compareRationals(one, least) >= 0)
    .filter((one) => most === null || compareRationals(one, most) <= 0)
    .filter((one) => !positive || !one.over.startsWith('-'))
    .filter((one) => !whole || hasWhole(one, sorted))
    .map((amount) => stop({ kind: 'quantity', amount, dimension }, decimalText(amount)))
}

function beside(one: Rational, by: bigint): Rational {
  return add(one, ratio(by, 1n))
}

function between(a: Rational, b: Rational): Rational {
  return times(add(a, b), ratio(1n, 2n))
}

/** A whole number itself, or a stretch that holds one. */
function hasWhole(one: Rational, bounds: readonly Rational[]): boolean {
  if (one.under === '1') return true
  const above = bounds.find((bound) => compareRationals(bound, one) > 0)
  const next = ratio(BigInt(one.over) / BigInt(one.under) + 1n, 1n)
  return above === undefined || compareRationals(next, above) < 0
}

/** Every combination of stops; null when there are too many to look at. */
export function cellsOf(axes: readonly Axis[]): readonly Cell[] | null {
  const count = axes.reduce((product, { stops }) => product * stops.length, 1)
  if (count > TOO_MANY) return null
  return axes.reduce<readonly Cell[]>(
    (cells, { stops }) => cells.flatMap((cell) => stops.map((one) => [...cell, one])),
    [[]],
  )
}

/** Whether a test of plain bounds holds in a cell of these axes. */
export function holdsIn(test: Expression, axes: readonly Axis[], cell: Cell): boolean {
  const valueAt = (subject: Expression): Value | undefined => {
    const key = canonical(subject)
    return cell[axes.findIndex((axis) => axis.key === key)]?.value
  }
  switch (test.kind) {
    case 'literal':
      return test.value.kind === 'flag' && test.value.flag
    case 'and':
      return test.of.every((one) => holdsIn(one, axes, cell))
    case 'or':
      return test.of.some((one) => holdsIn(one, axes, cell))
    case 'not':
      return !holdsIn(test.of, axes, cell)
    case 'within': {
      const value = valueAt(test.of)
      return value !== undefined && test.among.some((one) => same(one, value))
    }
    case 'compare': {
      const value = valueAt(test.left)
      return (
        value !== undefined &&
        test.right.kind === 'literal' &&
        compare(test.is, value, test.right.value)
      )
    }
    default: {
      const value = valueAt(test)
      return value?.kind === 'flag' && value.flag
    }
  }
}
