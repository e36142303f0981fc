import type { Facts, Supplied, SuppliedRecord } from '../evaluate/outcome.ts'
import { dayOfNumber } from '../lower/functions.ts'
import type { Column } from '../lower/layout.ts'
import { NO, NOT_APPLYING, UNAVAILABLE, UNKNOWN, YES } from '../lower/op.ts'
import { decimalText, type Rational, ratio } from '../values/rational.ts'
import { UNITS } from '../values/unit.ts'
import type { Cells, Columns } from './columns.ts'
import { CODES, type Lexicon } from './lexicon.ts'

type Given = Exclude<SuppliedRecord[string], undefined>

/** The facts of one row as the interpreter takes them: kept as given where the row is odd. */
export function factsAt(columns: Columns, row: number): Facts {
  const odd = columns.odd.get(row)
  if (odd) return odd
  const own = columns.layout.columns.map((column, at) => {
    const cells = columns.cells[at]
    const name = column.fact ? column.name : column.name.slice(1)
    const given = cells ? cellAt(column, cells, { at: row, columns }) : null
    return [name, named(given, columns, { name: column.name, row })] as const
  })
  const tables = columns.layout.records.map((table, at) => {
    const state = columns.records[at]?.states[row] ?? UNKNOWN
    if (state === UNKNOWN) return [table.name, null] as const
    if (state === UNAVAILABLE) {
      return [table.name, named(AWAY, columns, { name: table.name, row })] as const
    }
    return [table.name, recordsAt(columns, at, row)] as const
  })
  return Object.fromEntries<Supplied | null>([...own, ...tables])
}

const AWAY = { unavailable: '' } as const

/** A register's name stands beside the columns, not in them. */
function named(
  given: Given,
  columns: Columns,
  { name, row }: { readonly name: string; readonly row: number },
): Given {
  if (given !== AWAY) return given
  const register = columns.registers.get(name)
  return { unavailable: register?.others.get(row) ?? register?.usual ?? '' }
}

function recordsAt(columns: Columns, at: number, row: number): readonly SuppliedRecord[] {
  const child = columns.records[at]
  const fields = columns.layout.records[at]?.fields ?? []
  if (!child) return []
  const [from = 0, to = 0] = child.offsets.subarray(row, row + 2)
  return Array.from({ length: to - from }, (_, index) =>
    Object.fromEntries(
      fields.map((field, place) => {
        const cells = child.cells[place]
        const given = cells ? cellAt(field, cells, { at: from + index, columns }) : null
        return [field.name, given]
      }),
    ),
  )
}

type Place = { readonly at: number; readonly columns: Columns }

function cellAt(column: Column, cells: Cells, { at, columns }: Place): Given {
  const value = cells.values[at] ?? 0
  if (column.kind === 'truth') return truthGiven(column, value)
  if (column.kind === 'code') return codeGiven(value, columns.dictionary)
  const state = cells.states?.[at] ?? UNKNOWN
  if (state === UNKNOWN) return null
  if (state === UNAVAILABLE) return AWAY
  if (state === NO) return { doesNotApply: true }
  return column.kind === 'day' ? dayOfNumber(value) : decimalText(inOwnUnit(column, value))
}

function truthGiven({ fact }: Column, t: number): Given {
  if (t === UNKNOWN) return null
  if (t === UNAVAILABLE) return AWAY
  if (t === NOT_APPLYING) return { doesNotApply: true }
  return fact ? t === YES : t === YES ? 'met' : 'not-met'
}

function codeGiven(code: number, dictionary: Lexicon): Given {
  if (code === CODES.unknown) return null
  if (code === CODES.unavailable) return AWAY
  const value = dictionary.values[code]
  if (value?.kind === 'choice') return value.option
  if (value?.kind === 'choices') return value.options
  return value?.kind === 'text' ? value.text : { doesNotApply: true }
}

function inOwnUnit({ scale, fact }: Column, value: number): Rational {
  const unit = (fact?.unit && UNITS.get(fact.unit)?.factor) || ratio(1n, 1n)
  return ratio(BigInt(value) * BigInt(unit.under), BigInt(scale) * BigInt(unit.over))
}
