import { type Given, type Known, readGiven } from '../../evaluate/given.ts'
import type { Facts } from '../../evaluate/outcome.ts'
import { conditionsIn } from '../../program/conditions-in.ts'
import type { FactType } from '../../program/fact.ts'
import type { Program } from '../../program/program.ts'
import type { Value } from '../../values/value.ts'
import { type Dialect, decimalOf, fitsColumn, stateColumn } from './dialect.ts'
import { columnName, notInSql, quoted } from './piece.ts'

/** A column of the fact tables: its name as SQL writes it and what it holds. */
export type FactColumn = { readonly name: string; readonly column: string; readonly type: FactType }

/**
 * The tables an emitted query reads: one row a firm with a column for each fact, score, paper and
 * judgement, and for each list whether it is known; and one row a record. Beside each stands
 * `"name:is"`: 1 does not apply, 2 unavailable, else null. Numbers are in base units (元, 平方米,
 * a ratio of 1).
 */
export type FactTables = {
  readonly firms: readonly FactColumn[]
  readonly lists: Readonly<Record<string, readonly FactColumn[]>>
}

export function factTables(program: Program): FactTables {
  const facts = Object.values(program.facts).map(({ name, type }) => columnOf(name, type))
  const scores = Object.values(program.values).flatMap(({ name, scoredBy }) =>
    scoredBy ? [columnOf(name, 'number')] : [],
  )
  const lists = Object.keys(program.records).map((name) => columnOf(name, 'flag'))
  const answers = answeredIn(program).map((name) => columnOf(name, 'flag'))
  return {
    firms: [...facts, ...scores, ...lists, ...answers],
    lists: Object.fromEntries(
      Object.values(program.records).map(({ name, fields }) => [
        name,
        Object.values(fields).map((field) => columnOf(field.name, field.type)),
      ]),
    ),
  }
}

const columnOf = (name: string, type: FactType): FactColumn => ({
  name,
  column: quoted(name),
  type,
})

function answeredIn(program: Program): readonly string[] {
  const names = Object.values(program.conditions)
    .flatMap(conditionsIn)
    .flatMap((condition) => {
      if (condition.kind === 'evidenced') return [condition.paper]
      return condition.kind === 'judged' ? [condition.name] : []
    })
  return [...new Set(names)]
}

/** The columns between the brackets of `create table`, or of `as r(…)` over JSON. */
export function columnsSql(columns: readonly FactColumn[], dialect: Dialect): string {
  return columns
    .flatMap(({ name, column, type }) => [
      `${column} ${dialect.columnType(type)}`,
      `${stateColumn(name)} ${dialect.name === 'duckdb' ? 'SMALLINT' : 'smallint'}`,
    ])
    .join(', ')
}

/** A cell: a number as decimal text, a day as text; null where there is nothing. */
export type Cell = string | boolean | number | readonly string[] | null

/** A row by the column's name in the database: values under their names, states under `name:is`. */
export type FactRow = Readonly<Record<string, Cell>>

export type FactRows = {
  readonly firm: FactRow
  readonly lists: Readonly<Record<string, readonly FactRow[]>>
}

/**
 * One firm's supplied facts as rows of the fact tables.
 * @throws WrongFacts when a supplied value does not fit its fact
 * @throws NotInSql when a value does not fit the dialect's column exactly
 */
export function factRows(program: Program, facts: Facts, dialect: Dialect): FactRows {
  const given = readGiven(program, facts)
  const tables = factTables(program)
  const firm = tables.firms.flatMap(({ name, type }) =>
    cells(name, knownAs(name, given, program), { type, dialect }),
  )
  const lists = Object.entries(tables.lists).map(([list, columns]) => {
    const known = given.records.get(list)
    const rows = known?.state === 'known' ? known.rows : []
    return [
      list,
      rows.map((row) =>
        Object.fromEntries(
          columns.flatMap(({ name, type }) => cells(name, row.get(name), { type, dialect })),
        ),
      ),
    ] as const
  })
  return { firm: Object.fromEntries(firm), lists: Object.fromEntries(lists) }
}

/** Names of one firm's rows with a state beside them, as `SqlQuestion.stated` wants them. */
export function statedIn({ firm, lists }: FactRows): readonly string[] {
  const named = (row: FactRow, before: string) =>
    Object.keys(row).flatMap((key) => (key.endsWith(':is') ? [`${before}${key.slice(0, -3)}`] : []))
  const inLists = Object.entries(lists).flatMap(([list, rows]) =>
    rows.flatMap((row) => named(row, `${list}.`)),
  )
  return [...new Set([...named(firm, ''), ...inLists])]
}

/** Whatever stands under the name: a fact, a score, a list, an answer. */
function knownAs(name: string, given: Given, program: Program): Known | undefined {
  if (Object.hasOwn(program.records, name)) {
    const list = given.records.get(name)
    return list?.state === 'known' ? { state: 'known', value: { kind: 'flag', flag: true } } : list
  }
  const truth = given.truths.get(name)
  if (truth === undefined) return given.facts.get(name)
  if (truth === 'yes' || truth === 'no') {
    return { state: 'known', value: { kind: 'flag', flag: truth === 'yes' } }
  }
  return { state: truth }
}

type Shape = { readonly type: FactType; readonly dialect: Dialect }

function cells(
  name: string,
  known: Known | undefined,
  shape: Shape,
): readonly (readonly [string, Cell])[] {
  if (!known || known.state === 'unknown') return []
  if (known.state === 'unavailable') return [[columnName(`${name}:is`), 2]]
  if (known.value.kind === 'does-not-apply') return [[columnName(`${name}:is`), 1]]
  return [[columnName(name), cell(known.value, shape)]]
}

function cell(value: Value, { type, dialect }: Shape): Cell {
  switch (value.kind) {
    case 'quantity':
      if (!fitsColumn(dialect, type, value.amount)) notInSql(`a number too fine or too great`)
      return decimalOf(value.amount) ?? notInSql('a number whose digits never end')
    case 'day':
      return value.day
    case 'flag':
      return value.flag
    case 'choice':
      return value.option
    case 'choices':
      return value.options
    case 'text':
      return value.text
    case 'does-not-apply':
      return null
  }
}
