import type { Expression, TableFormula } from '../../program/expression.ts'
import { mayNotApply } from '../feel/kind.ts'
import { isNull, LEVEL, type Piece, under } from '../feel/piece.ts'
import type { Scope } from '../feel/scope.ts'
import { writeFeel, writeTruth } from '../feel/write.ts'
import { type Columns, columnsOf } from './columns.ts'
import type { Row, Table, TypeName } from './model.ts'

type About = { readonly scope: Scope; readonly output: TypeName }

/**
 * A table that takes its first row: after each row stands another that passes null too and gives
 * null, so that an undecided row is never passed over. Null where it has no column to show.
 */
export function firstTable(table: TableFormula, { scope, output }: About): Table | null {
  const columns = columnsOf(table, scope)
  if (columns.inputs.length === 0) return null
  const rows = table.rows.flatMap((row, at) => {
    const cells = columns.rows[at] ?? []
    const note = row.printed.join(' · ')
    const holds = {
      tests: cells.map((cell) => cell?.test ?? '-'),
      gives: writeFeel(row.gives, scope).text,
      note,
    }
    const guard = { tests: cells.map((cell) => cell?.orNull ?? '-'), gives: 'null', note: OPEN }
    return cells.some((cell) => cell !== null) ? [holds, guard] : [holds]
  })
  const end = table.otherwise
    ? [anything(columns, writeFeel(table.otherwise, scope).text, OTHERWISE)]
    : []
  return { kind: 'table', hit: 'FIRST', inputs: columns.inputs, output, rows: [...rows, ...end] }
}

export const OPEN = '未定 · undecided'
const OTHERWISE = '其余 · otherwise'

/** The same for a table that adds its rows: its first column asks the guard whether one is open. */
export function sumTable(table: TableFormula, { scope, output }: About, guard: string): Table {
  const columns = columnsOf(table, scope)
  const rows = table.rows.map((row, at) => ({
    tests: ['false', ...(columns.rows[at] ?? []).map((cell) => cell?.test ?? '-')],
    gives: writeFeel(row.gives, scope).text,
    note: row.printed.join(' · '),
  }))
  const none = anything(columns, '0', '不加分 · nothing to add')
  return {
    kind: 'table',
    hit: 'COLLECT SUM',
    inputs: [{ text: guard, type: 'boolean' }, ...columns.inputs],
    output,
    rows: [...rows, { ...none, tests: ['false', ...none.tests] }],
  }
}

function anything(columns: Columns, gives: string, note: string): Row {
  return { tests: columns.inputs.map(() => '-'), gives, note }
}

/** Whether a row of a table is undecided, or one that holds gives nothing. */
export function openRow(table: TableFormula, scope: Scope): string {
  const parts = table.rows.flatMap(({ when, gives }) => {
    const holds = writeTruth(when, scope)
    const of = writeFeel(gives, scope)
    return [...(holds.sure ? [] : [isNull(holds).text]), ...(of.sure ? [] : [lacking(holds, of)])]
  })
  return parts.length === 0 ? 'false' : parts.join(' or ')
}

function lacking(holds: Piece, of: Piece): string {
  return `(if ${under(LEVEL.open, holds)} then ${isNull(of).text} else false)`
}

/** Whether every row gives a number to add; what does not apply is none, so it is added by hand. */
export function adds(table: TableFormula, { program }: Scope): boolean {
  return table.rows.every(({ gives }) => !mayNotApply(gives, program))
}

export function isTable(of: Expression): of is TableFormula {
  return of.kind === 'table'
}
