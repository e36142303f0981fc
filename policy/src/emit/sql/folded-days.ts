import type { Comparison, DayFormula, Expression } from '../../program/expression.ts'
import { addDays, addMonths, type Day } from '../../values/day.ts'
import { closedDay } from './closed.ts'
import type { Page } from './page.ts'

type Compare = Extract<Expression, { kind: 'compare' }>
type Move = Extract<DayFormula, { kind: 'move-day' }>
type Span = Extract<DayFormula, { kind: 'between' }>
type Sides<T> = { readonly is: Comparison; readonly left: T; readonly right: Expression }

const MIRRORED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/**
 * A comparison of moved days with a fixed one, as a comparison of days as they are: adding months
 * never turns round, so a moved day reaches a fixed one from some day on. Others as they were.
 */
export function foldedDays(compare: Compare, page: Page): Compare {
  const { is, left, right } = compare
  if (left.kind === 'move-day') return foldedMove({ is, left, right }, page) ?? compare
  if (right.kind === 'move-day')
    return foldedMove({ is: MIRRORED[is], left: right, right: left }, page) ?? compare
  if (left.kind === 'between') return foldedSpan({ is, left, right }, page) ?? compare
  return compare
}

function foldedMove({ is, left, right }: Sides<Move>, page: Page): Compare | null {
  if (left.unit !== 'months' || is === '=' || is === '!=') return null
  const until = closedDay(right, page)
  if (until === null) return null
  const wanted = is === '>' || is === '<=' ? addDays(until, 1) : until
  const from = earliest(wanted, left.by)
  return compared(is === '>' || is === '>=' ? '>=' : '<', left.day, from)
}

/** So many whole months or years and more: the first day moved by them is not past the second. */
function foldedSpan({ is, left, right }: Sides<Span>, page: Page): Compare | null {
  if (left.unit === 'days' || right.kind !== 'literal' || is === '=' || is === '!=') return null
  const least = leastOf(right, is)
  const to = closedDay(left.to, page)
  if (least === null || least < 1 || to === null) return null
  const from = earliest(addDays(to, 1), left.unit === 'years' ? least * 12 : least)
  return compared(is === '>' || is === '>=' ? '<' : '>=', left.from, from)
}

type Literal = Extract<Expression, { kind: 'literal' }>

/** The span from which a comparison holds, or stops holding. */
function leastOf({ value }: Literal, is: Comparison): number | null {
  if (value.kind !== 'quantity' || value.amount.under !== '1') return null
  const n = Number(value.amount.over)
  return is === '>=' || is === '<' ? n : n + 1
}

const compared = (is: '>=' | '<', left: Expression, day: Day): Compare => ({
  kind: 'compare',
  is,
  left,
  right: { kind: 'literal', value: { kind: 'day', day }, printed: day },
})

/** The first day that, so many months on, is not before the one wanted; month ends are cut. */
function earliest(wanted: Day, months: number): Day {
  let day = addDays(addMonths(wanted, -months), -4)
  while (addMonths(day, months) < wanted) day = addDays(day, 1)
  return day
}
