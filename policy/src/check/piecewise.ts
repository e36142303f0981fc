import type { Expression } from '../program/expression.ts'
import type { Words } from '../program/words.ts'
import { FormulaError } from '../syntax/cursor.ts'
import type { ValueText } from '../syntax/value-shape.ts'
import { compareRationals, type Rational, ratio } from '../values/rational.ts'
import { here, type Place, typedHere } from './formula-here.ts'
import { mustFit, type Quantity, type Typed } from './type.ts'
import { literal } from './type-literal.ts'

type Piecewise = Extract<ValueText['body'], { kind: 'piecewise' }>['is']
type Step = { readonly rate: Expression; readonly upTo: Expression | null }

/**
 * Each step's rate on the part of the amount that lies in it (超额累进). Only the last step may be without an end, and
 * printed ends ascend: else a part of the amount would count twice, or never.
 */
export function piecewise({ of, steps }: Piecewise, place: Place): Typed | null {
  const whole = typedHere(of, place)
  const type = whole && here(of, place, () => mustBeNumber(whole))
  const typed = type && steps.map((step) => stepOf(step, type, place))
  if (!whole || !typed || typed.includes(null)) return null
  const parts = typed.flatMap((step) => (step ? [step] : []))
  if (!inOrder(steps, parts, place)) return null
  const zero = literal({ kind: 'quantity', amount: ratio(0n, 1n), dimension: type.dimension }, '0')
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

function inOrder(texts: Piecewise['steps'], parts: readonly Step[], place: Place): boolean {
  const told = parts.map((step, index) => {
    const text = texts[index]
    const fault =
      text && faultOf(step, { before: parts[index - 1], last: parts.length - 1 === index })
    if (!fault) return true
    place.complaints.add({
      at: (text['up-to'] ?? text.rate).at,
      cite: place.cite,
      code: 'piecewise.order',
      ...fault,
    })
    return false
  })
  return told.every(Boolean)
}

type Beside = { readonly before: Step | undefined; readonly last: boolean }

function faultOf(step: Step, { before, last }: Beside): Words | null {
  if (!step.upTo)
    return last
      ? null
      : { zh: '只有最后一档可以没有上限（up-to）', en: 'only the last step may lack up-to' }
  const [from, to] = [before ? printed(before.upTo) : ratio(0n, 1n), printed(step.upTo)]
  if (!from || !to || compareRationals(from, to) < 0) return null
  return {
    zh: '各档上限应逐档升高，第一档高于零',
    en: 'the ends of the steps must ascend, the first above zero',
  }
}

/** A number that stands in the text; null for one that is worked out. */
function printed(of: Expression | null): Rational | null {
  return of?.kind === 'literal' && of.value.kind === 'quantity' ? of.value.amount : null
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
