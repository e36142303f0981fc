import type { Fact, FactType } from '../../program/fact.ts'
import type { Program } from '../../program/program.ts'
import type { Day } from '../../values/day.ts'
import { nothing } from './choices.ts'
import { kindOf, stateColumn } from './dialect.ts'
import { truthOf, work } from './formula.ts'
import { steady } from './numbers.ts'
import type { Page } from './page.ts'
import { columnName, q, quoted } from './piece.ts'
import { bits, UNKNOWN, type Val } from './results.ts'
import type { Sheets } from './sheets.ts'

export type PageOf = {
  readonly program: Program
  readonly on: Day
  readonly sheets: Sheets
  /** Names with a state beside them; null for all. */
  readonly stated: ReadonlySet<string> | null
}

/** The page of a firm: columns of the fact tables as values, and values worked out once. */
export function openPage({ program, on, sheets, stated }: PageOf): Page {
  const worked = new Map<string, Val>()
  const given = (list: string | null, name: string, type: FactType) =>
    column({ list, name, type, stated: isStated(stated, list, name) }, sheets)
  const page: Page = reading({
    program,
    on,
    sheets,
    fact: (name) => given(null, name, typeOf(program, name)),
    value(name) {
      const known = worked.get(name)
      if (known) return known
      const definition = program.values[name]
      const val = definition ? kept(page.work(definition.of), sheets) : nothing(UNKNOWN)
      worked.set(name, val)
      return val
    },
    list: (name) => given(null, name, 'flag'),
    record(list) {
      const fields = program.records[list]?.fields ?? {}
      const field = (name: string) => fieldOf(fields, name, (type) => given(list, name, type))
      return reading({ ...page, field })
    },
    field: () => nothing(UNKNOWN),
  })
  return page
}

/** A long name is known by the one its state's column has. */
function isStated(stated: PageOf['stated'], list: string | null, name: string): boolean {
  if (stated === null) return true
  const key = columnName(`${name}:is`)
  const own = key.endsWith(':is') ? key.slice(0, -3) : null
  return own === null || stated.has(list === null ? own : `${list}.${own}`)
}

/** Formulas read on that page and no other. */
function reading(names: Omit<Page, 'work' | 'truth'>): Page {
  const page: Page = {
    ...names,
    work: (formula) => work(formula, page),
    truth: (formula) => truthOf(formula, page),
  }
  return page
}

function fieldOf(
  fields: Readonly<Record<string, Fact>>,
  name: string,
  given: (type: FactType) => Val,
): Val {
  const field = fields[name]
  return field ? given(field.type) : nothing(UNKNOWN)
}

/** What a value names is named by others: it becomes columns. */
function kept(val: Val, sheets: Sheets): Val {
  const { code, may } = val.state
  return { ...steady(val, sheets), state: { may, code: code && sheets.share(code) } }
}

/** A fact, a score (a plain number), or the answer under a paper's or a judgement's name. */
function typeOf(program: Program, name: string): FactType {
  const fact = program.facts[name]
  if (fact) return fact.type
  return program.values[name]?.scoredBy ? 'number' : 'flag'
}

type Given = {
  readonly list: string | null
  readonly name: string
  readonly type: FactType
  readonly stated: boolean
}

function column({ list, name, type, stated }: Given, sheets: Sheets): Val {
  const { over, under } =
    kindOf(type) === 'quantity'
      ? sheets.dialect.given(`p.${quoted(name)}`, type)
      : { over: `p.${quoted(name)}`, under: 1n }
  const v = sheets.given(list, name, over)
  const kind = kindOf(type)
  const plain: Val = { kind, v, under, state: { may: bits.THERE | bits.UNKNOWN, code: null } }
  if (!stated) return plain
  const is = sheets.given(list, `${name}:is`, `p.${stateColumn(name)}`)
  const code = sheets.share(q`(case when ${v} is not null then 0 else coalesce(${is}, 3) end)`)
  const may = bits.THERE | bits.NOT_APPLYING | bits.UNAVAILABLE | bits.UNKNOWN
  return { ...plain, state: { may, code } }
}
