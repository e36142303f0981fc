import type { Expression } from '../program/expression.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { Tree } from '../syntax/formula-tree.ts'
import { dayOf } from '../values/day.ts'
import { rationalOf, times } from '../values/rational.ts'
import { DURATIONS, UNITS } from '../values/unit.ts'
import type { Value } from '../values/value.ts'
import type { Type, Typed } from './type.ts'

type Part<K extends Tree['kind']> = Extract<Tree, { kind: K }>

export function literal(value: Value, printed: string): Expression {
  return { kind: 'literal', value, printed }
}

/** A number with its unit in base units; a length of time is no value, only what moves a day. */
export function typeNumber(tree: Part<'number'>): Typed {
  const amount = rationalOf(tree.text)
  if (!amount) throw new FormulaError(tree.at, '不是数字', 'not a number')
  if (tree.duration) {
    const duration = DURATIONS.get(tree.duration)
    const type: Type = {
      is: 'duration',
      unit: duration?.unit ?? 'days',
      by: Number(tree.text) * (duration?.by ?? 1),
    }
    return {
      expression: literal({ kind: 'text', text: tree.text }, `${tree.text} ${tree.duration}`),
      type,
    }
  }
  const unit = tree.unit === null ? null : UNITS.get(tree.unit)
  const dimension = unit?.dimension ?? 'number'
  const classifier = unit?.dimension === 'count' ? unit.name : null
  const value: Value = {
    kind: 'quantity',
    amount: unit ? times(amount, unit.factor) : amount,
    dimension,
  }
  const printed = tree.unit === null ? tree.text : `${tree.text}${tree.unit}`
  return { expression: literal(value, printed), type: { is: 'quantity', dimension, classifier } }
}

export function typeDate(tree: Part<'date'>): Typed {
  const day = dayOf(tree.text)
  if (!day) throw new FormulaError(tree.at, `“${tree.text}”不是日期`, `“${tree.text}” is not a day`)
  return { expression: literal({ kind: 'day', day }, day), type: { is: 'day' } }
}
