import type { Arithmetic, Comparison, Expression, Rounding } from '../program/expression.ts'
import { addDays, addMonths, addWorkingDays, between, type Day, startOf } from '../values/day.ts'
import { estimateRecords } from './estimate-records.ts'
import { doubleOf, near, type Scalar, same, scalar } from './scalar.ts'
import type { Sketch } from './sketch.ts'

export type Estimate = (sketch: Sketch) => Scalar
type Maybe = boolean | undefined

const made = new WeakMap<Expression, Estimate>()

/** A formula in doubles, after the interpreter's rules; made once for each node. */
export function estimate(of: Expression): Estimate {
  const known = made.get(of) ?? make(of)
  made.set(of, known)
  return known
}

/** A formula's truth; undefined while something is missing. */
export function estimateTruth(of: Expression, sketch: Sketch): Maybe {
  const value = estimate(of)(sketch)
  return value === undefined ? undefined : value === true
}

function make(of: Expression): Estimate {
  switch (of.kind) {
    case 'literal': {
      const value = scalar(of.value)
      return () => value
    }
    case 'fact':
      return ({ facts }) => facts.get(of.name)
    case 'field':
      return ({ record }) => record?.get(of.name)
    case 'value':
      return worked(of.name)
    case 'day-asked':
      return ({ on }) => on
    case 'compare':
      return onBoth(of.left, of.right, (a, b) => compared(of.is, a, b))
    case 'arithmetic':
      return onBoth(of.left, of.right, (a, b) => calculated(of.is, a, b))
    case 'and':
      return connected(of.of, false)
    case 'or':
      return connected(of.of, true)
    case 'choose':
    case 'table':
      return makeChoice(of)
    default:
      return makeOther(of)
  }
}

type Choice = Extract<Expression, { kind: 'choose' | 'table' }>
type Simple = 'literal' | 'fact' | 'field' | 'value' | 'day-asked' | 'compare' | 'arithmetic'
type Other = Exclude<Expression, Choice | { kind: Simple | 'and' | 'or' }>

function makeOther(of: Other): Estimate {
  switch (of.kind) {
    case 'not':
      return onValue(of.of, (value) => value !== true)
    case 'within': {
      const among = of.among.map(scalar)
      return onValue(of.of, (value) => among.some((one) => same(one, value)))
    }
    case 'holds':
      return onValue(of.of, (value) => Array.isArray(value) && value.includes(of.option))
    case 'text-test':
      return onValue(of.of, (value) => {
        if (typeof value !== 'string') return false
        return of.is === 'contains' ? value.includes(of.text) : value.startsWith(of.text)
      })
    case 'extreme': {
      const all = of.of.map(estimate)
      return (sketch) => extreme(of.is, all, sketch)
    }
    case 'round': {
      const step = doubleOf(of.step)
      return onValue(of.of, (value) =>
        typeof value === 'number' ? rounded(of.is, value / step) * step : null,
      )
    }
    case 'scored':
      return scored(of)
    case 'sum':
    case 'count':
    case 'at-least-records':
    case 'most':
    case 'pick':
    case 'run':
      return estimateRecords(of, estimate)
    default:
      return makeDay(of)
  }
}

function worked(name: string): Estimate {
  return (sketch) => {
    if (sketch.worked.has(name)) return sketch.worked.get(name)
    const definition = sketch.program.values[name]
    const record = sketch.record
    sketch.record = null
    const value = definition && estimate(definition.of)(sketch)
    sketch.record = record
    sketch.worked.set(name, value)
    return value
  }
}

function onValue(of: Expression, then: (value: Scalar) => Scalar): Estimate {
  const inner = estimate(of)
  return (sketch) => {
    const value = inner(sketch)
    return value === undefined ? undefined : then(value)
  }
}

function onBoth(a: Expression, b: Expression, then: (a: Scalar, b: Scalar) => Scalar): Estimate {
  const [left, right] = [estimate(a), estimate(b)]
  return (sketch) => {
    const [one, other] = [left(sketch), right(sketch)]
    return one === undefined || other === undefined ? undefined : then(one, other)
  }
}

function compared(is: Comparison, a: Scalar, b: Scalar): boolean {
  if (is === '=' || is === '!=') return same(a, b) === (is === '=')
  const order = orderOf(a, b)
  if (order === null) return false
  if (order === 0) return is === '<=' || is === '>='
  return order < 0 === is.startsWith('<')
}

/** Numbers and days have an order, nothing else has. */
function orderOf(a: Scalar, b: Scalar): number | null {
  if (typeof a === 'number' && typeof b === 'number') return near(a, b) ? 0 : a - b
  if (typeof a !== 'string' || typeof b !== 'string') return null
  return a === b ? 0 : a < b ? -1 : 1
}

function calculated(is: Arithmetic, a: Scalar, b: Scalar): Scalar {
  if (typeof a !== 'number' || typeof b !== 'number') return null
  if (is === '+') return a + b
  if (is === '-') return a - b
  if (is === '*') return a * b
  return b === 0 ? undefined : a / b
}

function connected(limbs: readonly Expression[], settles: boolean): Estimate {
  return (sketch) => {
    let open = false
    for (const limb of limbs) {
      const truth = estimateTruth(limb, sketch)
      if (truth === settles) return settles
      if (truth === undefined) open = true
    }
    return open ? undefined : !settles
  }
}

function makeChoice(of: Choice): Estimate {
  if (of.kind === 'choose') {
    return (sketch) => {
      const when = estimateTruth(of.when, sketch)
      if (when === undefined) return undefined
      return estimate(when ? of.gives : of.otherwise)(sketch)
    }
  }
  if (of.hit === 'sum') return (sketch) => summedRows(of.rows, sketch)
  return (sketch) => {
    for (const { when, gives } of of.rows) {
      const holds = estimateTruth(when, sketch)
      if (holds === true) return estimate(gives)(sketch)
      if (holds === undefined) return undefined
    }
    return of.otherwise ? estimate(of.otherwise)(sketch) : undefined
  }
}

type Rows = Extract<Choice, { kind: 'table' }>['rows']

function summedRows(rows: Rows, sketch: Sketch): Scalar {
  let sum: Scalar = 0
  for (const { when, gives } of rows) {
    const holds = estimateTruth(when, sketch)
    const value = holds ? estimate(gives)(sketch) : holds === undefined ? undefined : 0
    if (value === undefined) return undefined
    sum = calculated('+', sum, value)
  }
  return sum
}

function extreme(is: 'min' | 'max', all: readonly Estimate[], sketch: Sketch): Scalar {
  const values = all.map((one) => one(sketch))
  if (values.some((one) => one === undefined)) return undefined
  if (values.some((one) => one === null)) return null
  const better = (a: Scalar, b: Scalar) => compared(is === 'min' ? '<' : '>', a, b)
  return values.reduce((best, one) => (better(one, best) ? one : best))
}

function rounded(is: Rounding, of: number): number {
  const size = Math.abs(of)
  const whole = Math.round(size)
  if (near(size, whole)) return Math.sign(of) * whole
  return Math.sign(of) * (Math.floor(size) + (goesUp(is, size) ? 1 : 0))
}

function goesUp(is: Rounding, size: number): boolean {
  if (is === 'up' || is === 'down') return is === 'up'
  if (!near(size % 1, 0.5)) return size % 1 > 0.5
  return is === 'half-up' || (is === 'half-even' && Math.floor(size) % 2 === 1)
}

function scored({ name, from, to }: Extract<Expression, { kind: 'scored' }>): Estimate {
  const [least, most] = [estimate(from), estimate(to)]
  return (sketch) => {
    const [a, b] = [least(sketch), most(sketch)]
    if (a === undefined || b === undefined) return undefined
    if (same(a, b)) return a
    const value = sketch.facts.get(name)
    if (value === undefined) return undefined
    return compared('>=', value, a) && compared('<=', value, b) ? value : undefined
  }
}

type DayNode = Extract<
  Expression,
  { kind: 'move-day' | 'move-working-days' | 'between' | 'part' | 'start-of' }
>
const onDay = (value: Scalar, then: (day: Day) => Scalar): Scalar =>
  typeof value === 'string' ? then(value as Day) : null

function makeDay(of: DayNode): Estimate {
  switch (of.kind) {
    case 'move-day':
      return onValue(of.day, (value) =>
        onDay(value, (day) => (of.unit === 'months' ? addMonths(day, of.by) : addDays(day, of.by))),
      )
    case 'move-working-days': {
      const day = estimate(of.day)
      return (sketch) => {
        const from = day(sketch)
        if (from === undefined || !sketch.workingDays) return undefined
        const working = sketch.workingDays
        return onDay(from, (one) => addWorkingDays(one, of.by, working) ?? undefined)
      }
    }
    case 'between':
      return onBoth(of.from, of.to, (from, to) =>
        onDay(from, (one) => onDay(to, (other) => between(of.unit, one, other as Day))),
      )
    case 'part':
      return onValue(of.of, (value) => onDay(value, (day) => partOf(of.is, day)))
    default:
      return onValue(of.of, (value) => onDay(value, (day) => startOf(of.unit, day)))
  }
}

const PLACES = { year: [0, 4], month: [5, 7], day: [8, 10] } as const
const partOf = (is: 'year' | 'month' | 'day', day: Day) => Number(day.slice(...PLACES[is]))
