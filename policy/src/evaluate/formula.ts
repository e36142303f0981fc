import type { Expression, TableFormula } from '../program/expression.ts'
import { allOf, anyOf, notOf, type Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'
import { calculate, extremeOf, numberResult, rounded } from './calculate.ts'
import { compare, same } from './compare.ts'
import { workDay } from './days.ts'
import {
  type Frame,
  flag,
  flagged,
  lackAmong,
  onBoth,
  onValue,
  type Result,
  resultOf,
  truth,
  UNKNOWN,
} from './frame.ts'
import { workRecords } from './records.ts'

/** The reference interpreter: exact, slow and clear; every other runner must agree with it. */
export function work(expression: Expression, frame: Frame): Result {
  switch (expression.kind) {
    case 'literal':
      return { value: expression.value }
    case 'fact':
      return resultOf(frame.given.facts.get(expression.name))
    case 'value':
      return workValue(expression.name, frame)
    case 'day-asked':
      return { value: { kind: 'day', day: frame.on } }
    case 'arithmetic':
      return onBoth(work(expression.left, frame), work(expression.right, frame), (a, b) =>
        calculate(expression.is, a, b),
      )
    case 'round':
      return onValue(work(expression.of, frame), (value) =>
        rounded(expression.is, value, expression.step),
      )
    case 'extreme':
      return workExtreme(expression, frame)
    case 'choose':
      return workChoice(expression, frame)
    case 'table':
      return workTable(expression, frame)
    case 'scored':
      return workScored(expression, frame)
    case 'move-day':
    case 'move-working-days':
    case 'between':
    case 'part':
    case 'start-of':
      return workDay(expression, frame, work)
    case 'field':
    case 'sum':
    case 'count':
    case 'most':
    case 'pick':
    case 'run':
    case 'at-least-records':
      return workRecords(expression, frame, work)
    default:
      return flag(truthOf(expression, frame))
  }
}

/** The truth of a formula; a formula that is no flag is a fault of the compiler. */
export function truthOf(expression: Expression, frame: Frame): Truth {
  switch (expression.kind) {
    case 'compare':
      return truth(
        onBoth(work(expression.left, frame), work(expression.right, frame), (a, b) =>
          flagged(compare(expression.is, a, b)),
        ),
      )
    case 'within':
      return asked(expression.of, frame, (value) =>
        expression.among.some((one) => same(one, value)),
      )
    case 'holds':
      return asked(
        expression.of,
        frame,
        (value) => value.kind === 'choices' && value.options.includes(expression.option),
      )
    case 'text-test':
      return asked(expression.of, frame, (value) => tested(expression, value))
    case 'and':
      return allOf(expression.of.map((limb) => truthOf(limb, frame)))
    case 'or':
      return anyOf(expression.of.map((limb) => truthOf(limb, frame)))
    case 'not':
      return notOf(truthOf(expression.of, frame))
    default:
      return truth(work(expression, frame))
  }
}

function asked(of: Expression, frame: Frame, holds: (value: Value) => boolean): Truth {
  return truth(onValue(work(of, frame), (value) => flagged(holds(value))))
}

type TextTest = Extract<Expression, { kind: 'text-test' }>

function tested({ is, text }: TextTest, value: Value): boolean {
  if (value.kind !== 'text') return false
  return is === 'contains' ? value.text.includes(text) : value.text.startsWith(text)
}

/** A value stands outside every record: it is worked out once, for all who name it. */
function workValue(name: string, frame: Frame): Result {
  const worked = frame.worked.get(name)
  if (worked) return worked
  const definition = frame.program.values[name]
  const result = definition ? work(definition.of, { ...frame, record: null }) : UNKNOWN
  frame.worked.set(name, result)
  return result
}

function workExtreme(extreme: Extract<Expression, { kind: 'extreme' }>, frame: Frame): Result {
  const results = extreme.of.map((one) => work(one, frame))
  const lack = lackAmong(results)
  if (lack) return lack
  return extremeOf(
    extreme.is,
    results.flatMap((one) => ('value' in one ? [one.value] : [])),
  )
}

function workChoice(choice: Extract<Expression, { kind: 'choose' }>, frame: Frame): Result {
  const when = truthOf(choice.when, frame)
  if (when === 'yes') return work(choice.gives, frame)
  return when === 'no' ? work(choice.otherwise, frame) : { lacks: when }
}

function workTable(table: TableFormula, frame: Frame): Result {
  if (table.hit === 'sum') return workSumOfRows(table, frame)
  const at = rowAt(table, frame)
  if (typeof at === 'string') return { lacks: at }
  const gives = at === null ? table.otherwise : table.rows[at]?.gives
  return gives ? work(gives, frame) : UNKNOWN
}

/** The index of the first row that holds; null when none does; why, while that is undecided. */
export function rowAt(
  table: TableFormula,
  frame: Frame,
): number | null | 'unknown' | 'unavailable' {
  for (const [index, row] of table.rows.entries()) {
    const holds = truthOf(row.when, frame)
    if (holds === 'yes') return index
    if (holds !== 'no') return holds
  }
  return null
}

/** Every row that holds adds what it gives; the others add nothing. */
function workSumOfRows(table: TableFormula, frame: Frame): Result {
  const results = table.rows.map((row): Result => {
    const holds = truthOf(row.when, frame)
    if (holds === 'yes') return work(row.gives, frame)
    return holds === 'no' ? numberResult(0) : { lacks: holds }
  })
  const lack = lackAmong(results)
  if (lack) return lack
  return results.reduce(
    (sum, one) => onBoth(sum, one, (a, b) => calculate('+', a, b)),
    numberResult(0),
  )
}

function workScored(scored: Extract<Expression, { kind: 'scored' }>, frame: Frame): Result {
  return onBoth(work(scored.from, frame), work(scored.to, frame), (from, to) => {
    if (same(from, to)) return { value: from }
    return onValue(resultOf(frame.given.facts.get(scored.name)), (value) =>
      compare('>=', value, from) && compare('<=', value, to) ? { value } : UNKNOWN,
    )
  })
}
