import type { Comparison, DayFormula, Expression } from '../program/expression.ts'
import { stateTerm } from './choose.ts'
import { comparedState } from './compare.ts'
import { type Lowering, number, type Term, threshold } from './lowering.ts'
import { call, whole } from './number.ts'
import { both, type Id, LeftToInterpreter, lackOf, NO, op, select, UNAVAILABLE } from './op.ts'
import { truth } from './truth-ops.ts'

type Day = Extract<Term, { kind: 'day' }>
type Work = (l: Lowering, expression: Expression) => Term

/** A day that no calendar reaches. */
export const BEYOND_CALENDAR = -(2 ** 31)
const MOST_DAYS = 2 ** 32

export function dayOf(l: Lowering, node: Term): Day {
  if (node.kind === 'nothing') return dayOf(l, stateTerm(l, 'day', number(l, NO)))
  if (node.kind !== 'day') throw new LeftToInterpreter()
  return node
}

const PARTS = { year: 'yearOf', month: 'monthOf', day: 'dateOf' } as const

export function lowerDay(l: Lowering, node: DayFormula, work: Work): Term {
  const { g } = l
  switch (node.kind) {
    case 'move-day':
      return moved(l, dayOf(l, work(l, node.day)), node)
    case 'move-working-days':
      return movedWorking(l, dayOf(l, work(l, node.day)), node.by)
    case 'between':
      return between(l, node.unit, [dayOf(l, work(l, node.from)), dayOf(l, work(l, node.to))])
    case 'part': {
      const { v, s } = dayOf(l, work(l, node.of))
      return whole(g, call(g, PARTS[node.is], [v]), { s, most: 2 ** 31 })
    }
    default: {
      const { v, s } = dayOf(l, work(l, node.of))
      const start = node.unit === 'month' ? 'startOfMonth' : 'startOfYear'
      return { kind: 'day', v: call(g, start, [v]), s }
    }
  }
}

function moved(l: Lowering, { v, s }: Day, { by, unit }: { by: number; unit: string }): Term {
  const to = number(l, by)
  return {
    kind: 'day',
    v: unit === 'months' ? call(l.g, 'plusMonths', [v, to]) : both(l.g, 'add', [v, to]),
    s,
  }
}

function movedWorking(l: Lowering, { v, s }: Day, by: number): Term {
  const { g } = l
  const to = op(g, { is: 'working', of: [v, number(l, by), s] })
  const beyond = both(g, 'eq', [to, number(l, BEYOND_CALENDAR)])
  const lost = select(g, 'pick', [beyond, number(l, UNAVAILABLE), number(l, 0)])
  return { kind: 'day', v: to, s: lackOf(g, [s, lost]) }
}

function between(l: Lowering, unit: string, [from, to]: readonly [Day, Day]): Term {
  const { g } = l
  const s = lackOf(g, [from.s, to.s])
  if (unit === 'days') return whole(g, both(g, 'sub', [to.v, from.v]), { s, most: MOST_DAYS })
  const name = unit === 'months' ? 'monthsBetween' : 'yearsBetween'
  return whole(g, call(g, name, [from.v, to.v]), { s, most: MOST_DAYS })
}

type Compare = Extract<Expression, { kind: 'compare' }>
const MIRRORED = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const

/**
 * Comparisons of days that fold into one of whole numbers: adding months never turns round, so a
 * moved day reaches a fixed one from some day on. Null where nothing folds.
 */
export function foldedDays(l: Lowering, compare: Compare, work: Work): Id | null {
  const { is, left, right } = compare
  if (left.kind === 'move-day') return foldedMove(l, { is, left, right }, work)
  if (right.kind === 'move-day') {
    return foldedMove(l, { is: MIRRORED[is], left: right, right: left }, work)
  }
  if (left.kind === 'between') return foldedSpan(l, { is, left, right }, work)
  return null
}

type Move = Extract<DayFormula, { kind: 'move-day' }>
type Sides<T> = { readonly is: Comparison; readonly left: T; readonly right: Expression }

function foldedMove(l: Lowering, { is, left, right }: Sides<Move>, work: Work): Id | null {
  if (left.unit !== 'months' || is === '=' || is === '!=') return null
  const until = work(l, right)
  if (until.kind !== 'day' || !l.g.ops[until.v]?.fixed) return null
  const { v, s } = dayOf(l, work(l, left.day))
  const after = is === '>' || is === '<=' ? number(l, 1) : number(l, 0)
  const from = call(l.g, 'earliest', [
    both(l.g, 'add', [until.v, after]),
    threshold(l, v, number(l, left.by)),
  ])
  const reached = both(l.g, is === '>' || is === '>=' ? 'ge' : 'lt', [v, from])
  return truth(l, reached, comparedState(l, is, [s, until.s]))
}

type Span = Extract<DayFormula, { kind: 'between' }>

/** So many whole months or years and more: the first day moved by them is not past the second. */
function foldedSpan(l: Lowering, { is, left, right }: Sides<Span>, work: Work): Id | null {
  if (left.unit === 'days' || right.kind !== 'literal' || is === '=' || is === '!=') return null
  const least = leastOf(right, is)
  if (least === null || least < 1) return null
  const { g } = l
  const [from, to] = [dayOf(l, work(l, left.from)), dayOf(l, work(l, left.to))]
  const months = threshold(l, from.v, number(l, left.unit === 'years' ? least * 12 : least))
  const after = both(g, 'add', [to.v, number(l, 1)])
  const reached = g.ops[to.v]?.fixed
    ? both(g, 'lt', [from.v, call(g, 'earliest', [after, months])])
    : both(g, 'le', [call(g, 'plusMonths', [from.v, months]), to.v])
  const holds = is === '>' || is === '>=' ? reached : both(g, 'eq', [reached, number(l, 0)])
  return truth(l, holds, comparedState(l, is, [from.s, to.s]))
}

type Literal = Extract<Expression, { kind: 'literal' }>

/** The span from which a comparison holds, or stops holding. */
function leastOf({ value }: Literal, is: Comparison): number | null {
  if (value.kind !== 'quantity' || value.amount.under !== '1') return null
  const n = Number(value.amount.over)
  return is === '>=' || is === '<' ? n : n + 1
}
