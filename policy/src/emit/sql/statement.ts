import { conditionsIn } from '../../program/conditions-in.ts'
import type { Program } from '../../program/program.ts'
import type { Service } from '../../program/service.ts'
import { dayOf } from '../../values/day.ts'
import { movesOf } from './calendar.ts'
import { settled } from './conditions.ts'
import type { Dialect } from './dialect.ts'
import { closure, layersOf, type Sources } from './layers.ts'
import { steady, underOf } from './numbers.ts'
import { writtenOnce } from './once.ts'
import { openPage } from './open-page.ts'
import type { Page } from './page.ts'
import { ALWAYS, joined, q, quoted, raw, type Sql } from './piece.ts'
import { bits, type Truth } from './results.ts'
import { openSheets } from './sheets.ts'

export type SqlQuestion = {
  /** The services asked for; all of the program's when left out. */
  readonly services?: readonly string[]
  /** The day the question is asked for, yyyy-mm-dd. */
  readonly on: string
  /** Whether each condition's letter is wanted too, as is usual; answers and money alone cost less. */
  readonly conditions?: boolean
  /** Names that may be unavailable or not apply, so that a state stands beside them; all, unless told. */
  readonly stated?: ReadonlySet<string>
  /** Tables, views or queries in brackets, as `factTables` describes them. */
  readonly from: Sources
  /** A table of days ("day" date, "working" boolean), for formulas that count working days. */
  readonly calendar?: string
}

export type SqlAnswers = {
  /** One query without an end: a row a firm, `":firm"` and for each service its columns. */
  readonly text: string
  readonly services: readonly ServiceColumns[]
}

/**
 * Columns of one service: the answer as text, a letter for each condition in printed order (m met,
 * n not met, u unknown, x unavailable, a full stop where it was not settled), and the money in yuan
 * to ten places, null while there is none.
 */
export type ServiceColumns = {
  readonly service: string
  readonly answer: string
  readonly codes: string
  readonly amount: string
  readonly payable: string
  readonly conditions: readonly string[]
}

/**
 * All services of a program for every firm of the fact tables, as one SQL query with the reference
 * interpreter's answers.
 * @throws NotInSql when the program needs what the dialect cannot answer exactly
 * @throws RangeError when the program has no such service, or `on` is no day
 */
export function emitSql(program: Program, dialect: Dialect, question: SqlQuestion): SqlAnswers {
  const on = dayOf(question.on)
  if (!on) throw new RangeError(`not a day: ${question.on}`)
  const sheets = openSheets(dialect, { calendar: question.calendar !== undefined })
  const { stated = null, conditions = true } = question
  const page = openPage({ program, on, sheets, stated })
  const asked = question.services ?? Object.keys(program.services)
  const answers = asked.map((name) => answersOf({ program, name, page, conditions }))
  const outputs = answers.flatMap((one) => one.outputs)
  const pieces = writtenOnce(outputs.map(({ piece }) => piece))
  const { layers, last } = layersOf(pieces, dialect, question.from)
  const moves = question.calendar ? movesOf(closure(pieces), question.calendar) : []
  const select = outputs.map(({ as }, at) => `${pieces[at]?.text} as ${quoted(as)}`)
  return {
    text: `with ${[...moves, ...layers].join(',\n')}\nselect ${['":firm"', ...select].join(',\n')}\nfrom ${last}`,
    services: answers.map(({ columns }) => columns),
  }
}

type Output = { readonly piece: Sql; readonly as: string }

type Asking = {
  readonly program: Program
  readonly name: string
  readonly page: Page
  readonly conditions: boolean
}

function answersOf({ program, name, page, conditions }: Asking) {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${name}`)
  const { truth, letters } = settled(root, ALWAYS, page)
  const columns: ServiceColumns = {
    service: name,
    answer: `${name}:answer`,
    codes: `${name}:codes`,
    amount: `${name}:amount`,
    payable: `${name}:payable`,
    conditions: conditionsIn(root).map((condition) => condition.name),
  }
  const outputs: readonly Output[] = [
    { piece: answerOf(truth), as: columns.answer },
    ...(conditions ? [{ piece: joined(letters, ' || '), as: columns.codes }] : []),
    { piece: money(service, 'amount', page), as: columns.amount },
    { piece: money(service, 'payable', page), as: columns.payable },
  ]
  return { columns, outputs }
}

function answerOf({ t, x, may }: Truth): Sql {
  const lacking =
    (may & bits.UNAVAILABLE) === 0
      ? q`'unknown'`
      : q`(case when ${x} then 'unavailable' else 'unknown' end)`
  return q`(case ${t} when true then 'met' when false then 'not-met' else ${lacking} end)`
}

/** In yuan to ten places, cut like the interpreter's text. */
function money(service: Service, which: 'amount' | 'payable', page: Page): Sql {
  const { sheets } = page
  const { dialect } = sheets
  const val = service.pays ? page.value(service.pays[which]) : null
  if (val?.kind !== 'quantity') return raw('null::numeric')
  const { v, under } = steady(val, sheets)
  if (under === 1n) return { text: dialect.tenPlaces(v.text, null), reads: v.reads }
  const by = underOf({ under }, dialect)
  return { text: dialect.tenPlaces(v.text, by.text), reads: new Set([...v.reads, ...by.reads]) }
}
