import { conditionsIn } from '../../program/conditions-in.ts'
import type { Program } from '../../program/program.ts'
import type { Service } from '../../program/service.ts'
import { dayOf } from '../../values/day.ts'
import { movesOf } from './calendar.ts'
import { settled } from './conditions.ts'
import type { Dialect } from './dialect.ts'
import { closure, layersOf, type Sources } from './layers.ts'
import { call, steady, underOf } from './numbers.ts'
import { writtenOnce } from './once.ts'
import { openPage } from './open-page.ts'
import type { Page } from './page.ts'
import { ALWAYS, joined, q, quoted, raw, type Sql } from './piece.ts'
import { openSheets } from './sheets.ts'

export type SqlQuestion = {
  /** The services asked for; all of the program's when left out. */
  readonly services?: readonly string[]
  /** The day the question is asked for, yyyy-mm-dd. */
  readonly on: string
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
  const stated = question.stated ?? null
  const page = openPage({ program, on, sheets, stated })
  const asked = question.services ?? Object.keys(program.services)
  const answers = asked.map((name) => answersOf(program, name, page))
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

function answersOf(program: Program, name: string, page: Page) {
  const service = Object.hasOwn(program.services, name) ? program.services[name] : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${name}`)
  const { letters } = settled(root, ALWAYS, page)
  const columns: ServiceColumns = {
    service: name,
    answer: `${name}:answer`,
    codes: `${name}:codes`,
    amount: `${name}:amount`,
    payable: `${name}:payable`,
    conditions: conditionsIn(root).map((condition) => condition.name),
  }
  const first = page.sheets.share(letters[0] as Sql)
  const outputs: readonly Output[] = [
    { piece: answerOf(first), as: columns.answer },
    { piece: joined([first, ...letters.slice(1)], ' || '), as: columns.codes },
    { piece: money(service, 'amount', page), as: columns.amount },
    { piece: money(service, 'payable', page), as: columns.payable },
  ]
  return { columns, outputs }
}

function answerOf(letter: Sql): Sql {
  return q`(case ${letter} when 'm' then 'met' when 'n' then 'not-met' when 'x' then 'unavailable' else 'unknown' end)`
}

/** In yuan to ten places, cut like the interpreter's text. */
function money(service: Service, which: 'amount' | 'payable', page: Page): Sql {
  const { sheets } = page
  const { dialect } = sheets
  const val = service.pays ? page.value(service.pays[which]) : null
  if (val?.kind !== 'quantity') return raw('null::numeric')
  const { v, under } = steady(val, sheets)
  const over = q`(${v} * 10000000000)`
  const whole = sheets.share(
    under === 1n ? over : call(dialect.quotient, over, underOf({ under }, dialect)),
  )
  return { text: dialect.tenPlaces(whole.text), reads: whole.reads }
}
