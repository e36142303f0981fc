import type { Facts } from '@banfa/policy/run'

/** One row of the input: an enterprise with its facts, or why the row cannot be read. */
export type Firm = {
  /** Its line in the file (or its number among the rows of a table), for the person who mends it. */
  readonly row: number
  readonly id: string
  readonly facts: Facts
  /** How the file heads the column of a fact, where it does not use the fact's name. */
  readonly heads: ReadonlyMap<string, string>
  readonly unreadable: string | null
}

/** A value that does not fit, by row and column. */
export type WrongCell = {
  readonly row: number
  readonly column: string
  readonly value: string
  readonly says: string
}

const IDS = ['id', 'credit-code', '统一社会信用代码', 'name', '企业名称']

/** The column that names the enterprise: the first of the usual ones that is there. */
export function idColumn(columns: readonly string[]): string | null {
  return IDS.find((one) => columns.includes(one)) ?? null
}

export function idOf(row: Readonly<Record<string, unknown>>, at: number): string {
  const column = idColumn(Object.keys(row))
  return column === null ? String(at) : String(row[column])
}
