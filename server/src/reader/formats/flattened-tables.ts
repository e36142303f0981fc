import type { Block, Doubt, Place, Removed, Row, Table } from '../reading.ts'
import { markerOf } from '../structure/marker.ts'

export type Line = { readonly text: string; readonly place: Place }

export type Found = { readonly table: Table; readonly removed: readonly Removed[] }

/** What stands from a line up to `end`: a table, or lines in which there is none. */
export type Looked = { readonly found: Found | null; readonly end: number }

/** Numbers that open a line of prose, never one inside a cell: a cell may begin （万元）. */
const ENDS_A_TABLE = new Set(['annex', 'part', 'chapter', 'subchapter', 'article', '一、', 'box'])

/**
 * The table that begins at a line, if one does: either every cell has a line of its own that begins
 * with a tab and blank lines part the rows, or every row is a line of columns.
 */
export function tableAt(lines: readonly Line[], at: number): Looked {
  const byColumns = columns(lines, at)
  return byColumns.found || !lines[at]?.text.startsWith('\t') ? byColumns : cellsByLine(lines, at)
}

const NOWHERE: Place = { line: 0, page: null }

type Growing = {
  readonly rows: { cells: string[]; place: Place }[]
  readonly removed: Removed[]
  fresh: boolean
}

function cellsByLine(lines: readonly Line[], from: number): Looked {
  const growing: Growing = { rows: [], removed: [], fresh: true }
  let end = from
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line) break
    if (!takeLine(growing, line, lines.slice(at + 1, at + 4))) break
    if (line.text.trim() !== '') end = at + 1
  }
  const { rows, removed } = growing
  const width = rows[0]?.cells.length ?? 0
  const none = width < 2 || rows.filter((row) => row.cells.length === width).length < 2
  return { found: none ? null : tableOf(rows, removed), end }
}

function takeLine(growing: Growing, { text, place }: Line, after: readonly Line[]): boolean {
  if (text.trim() === '') {
    growing.fresh = true
    return true
  }
  if (text.startsWith('\t')) {
    if (growing.fresh) growing.rows.push({ cells: [], place })
    growing.rows.at(-1)?.cells.push(text.trim())
    growing.fresh = false
    return true
  }
  if (growing.fresh) return pageNumberInside(growing, { text, place }, after)
  const marker = markerOf(text.trim())
  if (marker && ENDS_A_TABLE.has(marker.style)) return false
  const cells = growing.rows.at(-1)?.cells
  if (!cells) return false
  cells.push(`${cells.pop() ?? ''}${text.trim()}`)
  return true
}

/** A number by itself between two rows is the page's. */
function pageNumberInside(growing: Growing, line: Line, after: readonly Line[]): boolean {
  const text = line.text.trim()
  const goes = after.find((one) => one.text.trim() !== '')?.text.startsWith('\t') ?? false
  if (growing.rows.length === 0 || !goes || !/^\d{1,3}$/u.test(text)) return false
  growing.removed.push({ text, why: 'page-number', place: line.place })
  return true
}

function columns(lines: readonly Line[], from: number): Looked {
  const first = cellsOf(lines[from]?.text ?? '')
  const rows: Row[] = []
  for (let at = from; at < lines.length; at += 1) {
    const { text = '', place = NOWHERE } = lines[at] ?? {}
    const cells = cellsOf(text)
    if (cells.length !== first.length || text.trim() === '') break
    rows.push({ cells, place })
  }
  const byTabs = (lines[from]?.text.trim() ?? '').includes('\t')
  const enough = byTabs
    ? first.length >= 2 && rows.length >= 2
    : first.length >= 3 && rows.length >= 3
  return { found: enough ? tableOf(rows, []) : null, end: from + Math.max(1, rows.length) }
}

function cellsOf(text: string): string[] {
  const within = text.trim()
  const between = within.includes('\t') ? /[ \u3000]*\t[ \u3000]*/u : /[ \u3000]{2,}/u
  return within.split(between)
}

function tableOf(all: readonly Row[], removed: readonly Removed[]): Found {
  const [header = { cells: [], place: NOWHERE }, ...rest] = all
  const again = (row: Row) => row.cells.join('\t') === header.cells.join('\t')
  const repeated = rest.filter(again).map(({ cells, place }): Removed => {
    return { text: cells.join(' '), why: 'repeated-header', place }
  })
  const rows = rest.filter((row) => !again(row))
  return {
    table: { kind: 'table', header, rows, place: header.place },
    removed: [...removed, ...repeated],
  }
}

/** Rows that have more or fewer cells than their header. */
export function oddRows(blocks: readonly Block[]): Doubt[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows
          .filter(({ cells }) => cells.length !== block.header.cells.length)
          .map(({ cells, place }): Doubt => ({ code: 'row-length', place, about: cells.join(' ') }))
      : [],
  )
}
