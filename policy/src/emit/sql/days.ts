import type { DayFormula, Expression } from '../../program/expression.ts'
import { notInSql, q, raw, type Sql } from './piece.ts'
import {
  bits,
  codeOf,
  only,
  THERE,
  together,
  toldByValue,
  UNAVAILABLE,
  type Val,
} from './results.ts'
import type { Sheets } from './sheets.ts'

type Around = { readonly sheets: Sheets; readonly work: (expression: Expression) => Val }

/** Nodes about days; what does not apply stays what it is, for its value is null. */
export function workedDay(node: DayFormula, { sheets, work }: Around): Val {
  switch (node.kind) {
    case 'move-day':
      return dayVal(work(node.day), (day) => moved(day, node, sheets))
    case 'start-of':
      return dayVal(work(node.of), (day) =>
        written(day, (one) => sheets.dialect.startOf(node.unit, one)),
      )
    case 'part':
      return number(work(node.of), (day) =>
        written(day, (one) => sheets.dialect.part(node.is, one)),
      )
    case 'between':
      return between(node, { sheets, work })
    case 'move-working-days':
      return movedWorking(work(node.day), node.by, sheets)
  }
}

const written = (piece: Sql, how: (text: string) => string): Sql => ({
  text: how(piece.text),
  reads: piece.reads,
})

/** A day worked out of a day; of what is no day nothing is. */
function dayVal(of: Val, make: (day: Sql) => Sql): Val {
  if (of.kind === 'nothing') return of
  return { ...asDay(of), v: make(of.v) }
}

function number(of: Val, make: (day: Sql) => Sql): Val {
  if (of.kind === 'nothing') return of
  return { ...asDay(of), kind: 'quantity', v: make(of.v) }
}

function asDay(val: Val): Val {
  return val.kind === 'day' ? val : notInSql(`a day made of ${val.kind}`)
}

type Move = Extract<DayFormula, { kind: 'move-day' }>

function moved(day: Sql, { by, unit }: Move, { dialect }: Sheets): Sql {
  if (unit === 'days') return q`(${day} + (${by}))`
  return written(day, (one) => dialect.addMonths(one, String(by)))
}

type Between = Extract<DayFormula, { kind: 'between' }>

/** Months and years are counted from the earlier day, so that turning the days round turns the sign. */
function between({ unit, from, to }: Between, { sheets, work }: Around): Val {
  const [a, b] = [work(from), work(to)]
  const state = together([a, b], sheets)
  if (a.kind === 'nothing' || b.kind === 'nothing') {
    return { kind: 'quantity', v: nullNumber(sheets), under: 1n, state }
  }
  const [one, other] = [sheets.share(asDay(a).v), sheets.share(asDay(b).v)]
  const type = sheets.dialect.types.quantity
  if (unit === 'days')
    return { kind: 'quantity', v: q`(${other} - ${one})::${type}`, under: 1n, state }
  const sign = q`(case when ${other} < ${one} then -1 else 1 end)`
  const months = sheets.share(wholeMonths([one, other], sheets))
  const count =
    unit === 'months' ? months : written(months, (text) => sheets.dialect.quotient(text, '12'))
  return { kind: 'quantity', v: q`(${sign} * ${count})::${type}`, under: 1n, state }
}

/** The most months that can be added to the earlier day without passing the later one. */
function wholeMonths([a, b]: readonly [Sql, Sql], sheets: Sheets): Sql {
  const { dialect } = sheets
  const first = sheets.share(q`(case when ${b} < ${a} then ${b} else ${a} end)`)
  const last = sheets.share(q`(case when ${b} < ${a} then ${a} else ${b} end)`)
  const part = (is: 'year' | 'month', day: Sql) => written(day, (one) => dialect.part(is, one))
  const months = sheets.share(
    q`((${part('year', last)} - ${part('year', first)}) * 12 + ${part('month', last)} - ${part('month', first)})`,
  )
  const passed = {
    text: dialect.addMonths(first.text, months.text),
    reads: new Set([...first.reads, ...months.reads]),
  }
  return q`(${months} - case when ${passed} > ${last} then 1 else 0 end)`
}

/** Beyond the calendar the day is not known to any register: unavailable. */
function movedWorking(of: Val, by: number, sheets: Sheets): Val {
  if (of.kind === 'nothing') return of
  if (!sheets.calendar) return withoutCalendar(asDay(of), sheets)
  const day = sheets.share(asDay(of).v)
  if (by === 0) return { ...of, v: day }
  const target = sheets.moved(day, by)
  const may = of.state.may | bits.UNAVAILABLE
  if (toldByValue(may)) return { kind: 'day', v: target, under: 1n, state: { may, code: null } }
  const code = q`(case when ${day} is not null and ${target} is null then 2 else ${codeOf({ ...of, v: day })} end)`
  return { kind: 'day', v: target, under: 1n, state: { may, code: sheets.share(code) } }
}

function withoutCalendar(of: Val, sheets: Sheets): Val {
  const nothing = { kind: 'day', v: raw('(null::date)'), under: 1n } as const
  if (of.state.may === bits.THERE) return { ...nothing, state: only(UNAVAILABLE) }
  const may = (of.state.may & ~bits.THERE) | bits.UNAVAILABLE
  const code = sheets.share(codeOf(of))
  return { ...nothing, state: { may, code: q`(case when ${code} = 0 then 2 else ${code} end)` } }
}

export function dayLiteral(day: string): Val {
  return { kind: 'day', v: raw(`('${day}'::date)`), under: 1n, state: only(THERE) }
}

export function nullNumber(sheets: Sheets): Sql {
  return raw(`(null::${sheets.dialect.types.quantity})`)
}
