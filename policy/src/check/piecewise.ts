import type { Expression } from '../program/expression.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { ValueText } from '../syntax/value-shape.ts'
import { ratio } from '../values/rational.ts'
import { here, type Place, typedHere } from './formula-here.ts'
import { mustFit, type Quantity, type Typed } from './type.ts'
import { literal } from './type-literal.ts'

type Piecewise = Extract<ValueText['body'], { kind: 'piecewise' }>['is']
type Step = { readonly rate: Expression; readonly upTo: Expression | null }

/** Each step's rate on the part of the amount that lies in it (超额累进). */
export function piecewise({ of, steps }: Piecewise, place: Place): Typed | null {
  const whole = typedHere(of, place)
  const type = whole && here(of, place, () => mustBeNumber(whole))
  const typed = type && steps.map((step) => stepOf(step, type, place))
  if (!whole || !typed || typed.includes(null)) return null
  const zero = literal({ kind: 'quantity', amount: ratio(0n, 1n), dimension: type.dimension }, '0')
  const parts = typed.flatMap((step) => (step ? [step] : []))
  const dues = parts.map(({ rate, upTo }, index): Expression => {
    const from = parts[index - 1]?.upTo ?? zero
    const top: Expression = upTo
      ? { kind: 'extreme', is: 'min', of: [whole.expression, upTo] }
      : whole.expression
    const above: Expression = { kind: 'arithmetic', is: '-', left: top, right: from }
    const part: Expression = { kind: 'extreme', is: 'max', of: [zero, above] }
    return { kind: 'arithmetic', is: '*', left: part, right: rate }
  })
  const total = dues.reduce(
    (left, right): Expression => ({ kind: 'arithmetic', is: '+', left, right }),
  )
  return { expression: total, type }
}

function mustBeNumber({ type }: Typed): Quantity {
  if (type.is !== 'quantity') throw new FormulaError(0, '这里应为数', 'this must be a number')
  return type
}

function stepOf(step: Piecewise['steps'][number], type: Quantity, place: Place): Step | null {
  const { rate: rateText, 'up-to': upToText } = step
  const rate = typedHere(rateText, place)
  const upTo = upToText ? typedHere(upToText, place) : null
  if (!rate || (upToText && !upTo)) return null
  const fits = here(upToText ?? rateText, place, () => {
    if (upTo) mustFit({ left: type, right: upTo.type, at: 0 })
    return true
  })
  return fits ? { rate: rate.expression, upTo: upTo?.expression ?? null } : null
}
