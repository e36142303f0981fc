import type { DayFormula, Expression } from '../program/expression.ts'
import { addDays, addMonths, addWorkingDays, between, type Day, startOf } from '../values/day.ts'
import type { Value } from '../values/value.ts'
import { numberResult } from './calculate.ts'
import { type Frame, onBoth, onValue, type Result, unreachable } from './frame.ts'

type Work = (expression: Expression, frame: Frame) => Result

/** Nodes about days; what does not apply stays what it is. */
export function workDay(node: DayFormula, frame: Frame, work: Work): Result {
  switch (node.kind) {
    case 'move-day':
      return onDay(work(node.day, frame), (day) =>
        dayResult(node.unit === 'months' ? addMonths(day, node.by) : addDays(day, node.by)),
      )
    case 'move-working-days':
      return onDay(work(node.day, frame), (day) => {
        const moved = frame.workingDays && addWorkingDays(day, node.by, frame.workingDays)
        return moved ? dayResult(moved) : { lacks: 'unavailable' }
      })
    case 'between':
      return onBoth(work(node.from, frame), work(node.to, frame), (from, to) =>
        from.kind === 'day' && to.kind === 'day'
          ? numberResult(between(node.unit, from.day as Day, to.day as Day))
          : { value: { kind: 'does-not-apply' } },
      )
    case 'part':
      return onDay(work(node.of, frame), (day) => numberResult(partOf(node.is, day)))
    case 'start-of':
      return onDay(work(node.of, frame), (day) => dayResult(startOf(node.unit, day)))
    default:
      return unreachable(node)
  }
}

function onDay(result: Result, then: (day: Day) => Result): Result {
  return onValue(result, (value: Value) =>
    value.kind === 'day' ? then(value.day as Day) : { value: { kind: 'does-not-apply' } },
  )
}

function dayResult(day: Day): Result {
  return { value: { kind: 'day', day } }
}

function partOf(is: 'year' | 'month' | 'day', day: Day): number {
  if (is === 'year') return Number(day.slice(0, 4))
  return Number(is === 'month' ? day.slice(5, 7) : day.slice(8))
}
