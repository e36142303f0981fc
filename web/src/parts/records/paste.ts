import type { Fact } from '@banfa/policy/run'
import { emptyRow, type Row, type Sheet } from './rows.ts'

/** Cells of a spreadsheet as the clipboard has them: tabs between cells, quotes around line breaks. */
export function cellsIn(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y
  const flat = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '')
  while (pattern.lastIndex < flat.length) {
    const [, quoted, plain = '', end] = pattern.exec(flat) ?? []
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === '\n') rows.push([])
    if (end === undefined) break
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

export const isGrid = (text: string) => /[\t\n\r]/.test(text.trim())

export type Target = { readonly row: number; readonly column: number }

/**
 * Lays pasted cells over the rows from a cell on, adding rows as needed. A first row of titles is
 * understood: its columns go where they belong, those without a place are left out. A column of years
 * goes to the rows of those years.
 */
export function pasted(
  rows: readonly Row[],
  sheet: Sheet,
  { at, cells }: { readonly at: Target; readonly cells: readonly (readonly string[])[] },
): readonly Row[] {
  const titles = titledColumns(sheet.columns, cells[0] ?? [])
  const body = titles ? cells.slice(1) : cells
  const places = titles ?? (cells[0] ?? []).map((_, index) => sheet.columns[at.column + index])
  const keyed = places.some((field) => field && field.name === sheet.key)
  return body.reduce<readonly Row[]>((all, line, index) => {
    const values = Object.fromEntries(
      line.flatMap((cell, place) => {
        const field = places[place]
        return field ? [[field.name, tidied(field, cell)] as const] : []
      }),
    )
    const found = keyed && titles ? rowWithKey(all, sheet, values) : at.row + index
    return laid(all, found, values)
  }, rows)
}

function titledColumns(columns: readonly Fact[], line: readonly string[]) {
  const found = line.map((cell) => columns.find((field) => isTitle(field, cell)))
  return found.filter((one) => one !== undefined).length >= Math.min(2, line.length) ? found : null
}

/** `销售收入（万元）` is the title 销售收入 with its unit. */
function isTitle({ title, name }: Fact, cell: string): boolean {
  const bare = cell.replace(/[（(][^（()）]*[)）]$/u, '').trim()
  return [title.zh, title.en, name].some((one) => one.toLowerCase() === bare.toLowerCase())
}

function rowWithKey(
  rows: readonly Row[],
  { key }: Sheet,
  values: Readonly<Record<string, string>>,
) {
  const wanted = key ? values[key] : undefined
  const at = rows.findIndex((row) => key !== null && row.cells[key] === wanted)
  const free = rows.findIndex((row) => Object.values(row.cells).every((cell) => cell === ''))
  if (at >= 0) return at
  return free >= 0 ? free : rows.length
}

function laid(rows: readonly Row[], at: number, values: Readonly<Record<string, string>>) {
  const all = [...rows]
  while (all.length <= at) all.push(emptyRow())
  const row = all[at] ?? emptyRow()
  all[at] = { ...row, cells: { ...row.cells, ...values } }
  return all
}

/** `2024年` is the year 2024, `2024/3/1` the day 2024-03-01; dashes for nothing are nothing. */
function tidied({ type }: Fact, cell: string): string {
  if (/^[-—–/]+$/.test(cell)) return ''
  if (type === 'number') return cell.replace(/年度?$/u, '')
  const day = /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?$/u.exec(cell)
  if (type !== 'day' || !day) return cell
  return [day[1], day[2]?.padStart(2, '0'), day[3]?.padStart(2, '0')].join('-')
}
