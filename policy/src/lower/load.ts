import type { Column } from './layout.ts'
import type { Lowering, Term } from './lowering.ts'
import { whole } from './number.ts'
import { op } from './op.ts'

/** A cell of a column, of the row or of the record at hand. */
export function columnTerm(
  l: Lowering,
  column: Column,
  place: { readonly at: number; readonly records: number },
): Term {
  const value = op(l.g, { is: 'value', ...place })
  if (column.kind === 'truth') return { kind: 'truth', t: value, loose: column.fact !== null }
  if (column.kind === 'code') return { kind: 'code', c: value }
  const s = op(l.g, { is: 'state', ...place })
  if (column.kind === 'day') return { kind: 'day', v: value, s }
  const natural = column.fact?.type === 'count' || column.fact?.type === 'area'
  return whole(l.g, value, { s, most: column.most, scale: column.scale, natural })
}

/** A column of the row by name; null when the layout has none. */
export function rowColumn(l: Lowering, name: string): Term | null {
  const at = l.layout.columns.findIndex((column) => column.name === name)
  const column = l.layout.columns[at]
  return column ? columnTerm(l, column, { at, records: -1 }) : null
}
