import type { Row } from '../program/expression.ts'
import type { Option } from '../program/fact.ts'
import type { ValueText } from '../syntax/value-shape.ts'
import type { Place } from './formula-here.ts'
import { type Axis, axesOf, type Cell, cellsOf, holdsIn } from './grid.ts'
import type { TableText } from './table.ts'

type Table = { readonly text: ValueText; readonly table: TableText; readonly rows: readonly Row[] }

/**
 * Gaps, overlaps and rows that can never be reached, over the cells that the table's own numbers
 * and options cut: every cell behaves as one. Tables whose tests are no plain bounds are left alone.
 */
export function checkCover({ text, table, rows }: Table, place: Place): void {
  const axes = axesOf(
    rows.map(({ when }) => when),
    { optionsOf: (name) => optionsNamed(name, place) },
  )
  if (!axes) return
  const cells = cellsOf(axes)
  if (!cells) return
  const hits = cells.map((cell) =>
    rows.flatMap((row, index) => (holdsIn(row.when, axes, cell) ? [index] : [])),
  )
  const at = { complain: complainer(text, table, place), axes, cells, hits, table }
  if (table.hit !== 'sum') checkGap(at)
  if (table.hit === undefined || table.hit === 'unique') checkOverlap(at)
  if (table.hit !== 'sum') checkReached(at, rows)
}

type Covered = {
  readonly complain: ReturnType<typeof complainer>
  readonly axes: readonly Axis[]
  readonly cells: readonly Cell[]
  /** The rows that hold in each cell. */
  readonly hits: readonly (readonly number[])[]
  readonly table: TableText
}

function checkGap({ complain, axes, cells, hits, table }: Covered): void {
  const gap = hits.findIndex((hit) => hit.length === 0)
  if (gap < 0 || table.else) return
  const where = describe(axes, cells[gap])
  complain('table.gap', null, {
    zh: `没有一行包括：${where}；请补上一行或 else`,
    en: `no row covers: ${where}; add a row or an else`,
  })
}

function checkOverlap({ complain, axes, cells, hits }: Covered): void {
  const twice = hits.findIndex((hit) => hit.length > 1)
  const [a = 0, b = 0] = hits[twice] ?? []
  if (twice < 0) return
  const where = describe(axes, cells[twice])
  complain('table.overlap', b, {
    zh: `第${a + 1}行与第${b + 1}行重叠：${where}；若以先者为准，写 hit: first`,
    en: `rows ${a + 1} and ${b + 1} overlap: ${where}; write hit: first where the earlier counts`,
  })
}

/** A row that no cell reaches first; where rows overlap, that is already told. */
function checkReached({ complain, hits, table }: Covered, rows: readonly Row[]): void {
  const reached = new Set(table.hit === 'first' ? hits.map((hit) => hit[0]) : hits.flat())
  rows.forEach((_, index) => {
    if (reached.has(index)) return
    complain('table.never', index, {
      zh: `第${index + 1}行永远轮不到`,
      en: `row ${index + 1} can never be reached`,
    })
  })
}

function complainer(text: ValueText, table: TableText, { complaints }: Place) {
  return (code: string, row: number | null, says: { zh: string; en: string }) =>
    complaints.add({
      at: (row === null ? undefined : table.rows[row]?.at) ?? text.at,
      cite: text.cite,
      code,
      zh: `${text.title.zh}：${says.zh}`,
      en: `${text.title.en}: ${says.en}`,
    })
}

function optionsNamed(name: string, { scope }: Place): readonly Option[] {
  return (scope.factByName.get(name) ?? scope.valueNamed(name, 0))?.options ?? []
}

function describe(axes: readonly Axis[], cell: Cell | undefined): string {
  return axes.map((axis, index) => `${axis.name} ${cell?.[index]?.printed ?? ''}`).join('，')
}
