import type { Comparison, Expression } from '../program/expression.ts'
import { estimate, estimateTruth } from './estimate.ts'
import { leversBehind } from './lever.ts'
import type { Sketch } from './sketch.ts'

/** From where to where a number can be brought; all numbers where nothing is known of it. */
type Span = readonly [least: number, most: number]

const ANY: Span = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

/**
 * Whether a test can come out so at all, whatever the party changes: every changeable number
 * anything from nothing up, each for itself. A no is sure, a yes is not.
 */
export function canBe(test: Expression, want: boolean, sketch: Sketch): boolean {
  if (isFixed(test, sketch)) {
    const truth = estimateTruth(test, sketch)
    return truth === undefined || truth === want
  }
  if (test.kind === 'not') return canBe(test.of, !want, sketch)
  if (test.kind !== 'compare') return true
  const [left, right] = [spanOf(test.left, sketch), spanOf(test.right, sketch)]
  return comes(test.is, want, [left[0] - right[1], left[1] - right[0]])
}

function comes(is: Comparison, want: boolean, [least, most]: Span): boolean {
  if (Number.isNaN(least) || Number.isNaN(most)) return true
  const slack = 1e-9 * Math.max(Math.abs(least), Math.abs(most), 1)
  const upward = is === '>' || is === '>='
  if (is === '=' || is === '!=') return true
  return upward === want ? most >= -slack : least <= slack
}

function spanOf(of: Expression, sketch: Sketch): Span {
  if (isFixed(of, sketch)) return pointOf(of, sketch)
  switch (of.kind) {
    case 'fact':
    case 'pick':
      return upFrom(of, sketch)
    case 'value': {
      const definition = sketch.program.values[of.name]
      return definition ? spanOf(definition.of, sketch) : ANY
    }
    case 'arithmetic': {
      const [left, right] = [spanOf(of.left, sketch), spanOf(of.right, sketch)]
      return calculated(of.is, left, right)
    }
    case 'extreme': {
      const all = of.of.map((one) => spanOf(one, sketch))
      const by = of.is === 'min' ? Math.min : Math.max
      return [by(...all.map(([least]) => least)), by(...all.map(([, most]) => most))]
    }
    case 'choose':
      return chosen(of, sketch)
    case 'table':
      return tabled(of, sketch)
    default:
      return ANY
  }
}

type Chosen = Extract<Expression, { kind: 'choose' }>

function chosen({ when, gives, otherwise }: Chosen, sketch: Sketch): Span {
  return hull([
    ...(canBe(when, true, sketch) ? [spanOf(gives, sketch)] : []),
    ...(canBe(when, false, sketch) ? [spanOf(otherwise, sketch)] : []),
  ])
}

type Table = Extract<Expression, { kind: 'table' }>

function tabled({ hit, rows, otherwise }: Table, sketch: Sketch): Span {
  const possible = rows.filter(({ when }) => canBe(when, true, sketch))
  const spans = possible.map(({ gives }) => spanOf(gives, sketch))
  if (hit === 'first') return hull([...spans, ...(otherwise ? [spanOf(otherwise, sketch)] : [])])
  const zero = spans.map(([least, most]): Span => [Math.min(0, least), Math.max(0, most)])
  return zero.reduce<Span>((sum, one) => calculated('+', sum, one), [0, 0])
}

function hull(spans: readonly Span[]): Span {
  if (spans.length === 0) return ANY
  return [Math.min(...spans.map(([least]) => least)), Math.max(...spans.map(([, most]) => most))]
}

/** A changeable figure: from nothing up, from below nothing where it stands there. */
function upFrom(of: Expression, sketch: Sketch): Span {
  const value = estimate(of)(sketch)
  return typeof value === 'number' && value >= 0 ? [0, Number.POSITIVE_INFINITY] : ANY
}

function pointOf(of: Expression, sketch: Sketch): Span {
  const value = estimate(of)(sketch)
  return typeof value === 'number' ? [value, value] : ANY
}

/** Ratios and products of spans are left open: only sums bound a score. */
function calculated(is: '+' | '-' | '*' | '/', a: Span, b: Span): Span {
  if (is === '+') return [a[0] + b[0], a[1] + b[1]]
  if (is === '-') return [a[0] - b[1], a[1] - b[0]]
  const positive = a[0] >= 0 && b[0] >= 0
  return positive ? [0, Number.POSITIVE_INFINITY] : ANY
}

const fixed = new WeakMap<Expression, boolean>()

function isFixed(of: Expression, sketch: Sketch): boolean {
  const known = fixed.get(of) ?? leversBehind(sketch.program, of, null).length === 0
  fixed.set(of, known)
  return known
}
