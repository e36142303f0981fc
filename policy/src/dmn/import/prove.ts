import { axesOf, cellsOf, holdsIn } from '../../check/grid.ts'
import type { Scope } from '../../check/scope.ts'
import { canonical } from '../../program/canonical.ts'
import type { Row, TableFormula } from '../../program/expression.ts'
import type { Draft } from './value-draft.ts'

/**
 * Whether a table keeps what its hit policy promises in every cell its own numbers and options cut;
 * null when it does, else what is wrong. What cannot be looked at cell by cell is not proved.
 */
export function unproved(
  { proves, rows }: Draft,
  table: TableFormula,
  scope: Scope,
): { readonly zh: string; readonly en: string; readonly row: number } | null {
  if (proves === null || (proves === 'apart' && rows.length < 2)) return null
  if (proves === 'covered' && table.rows.some(({ when }) => always(when))) return null
  const hits = hitsOf(table.rows, scope)
  if (!hits) return { ...CANNOT[proves], row: 0 }
  const wrong = hits.find((hit) => !KEPT[proves](hit, table.rows))
  return wrong ? { ...SAYS[proves], row: wrong[1] ?? 0 } : null
}

function always(when: Row['when']): boolean {
  return when.kind === 'and' && when.of.length === 0
}

type Promise = NonNullable<Draft['proves']>

const KEPT: Readonly<Record<Promise, (hit: readonly number[], rows: readonly Row[]) => boolean>> = {
  apart: (hit) => hit.length < 2,
  agree: (hit, rows) => new Set(hit.map((at) => canonical(rows[at]?.gives))).size < 2,
  covered: (hit) => hit.length > 0,
}

const SAYS = {
  apart: { zh: '命中策略 U，但有两行重叠', en: 'hit policy U, yet two rows overlap' },
  agree: {
    zh: '命中策略 A，但重叠的两行结果不同',
    en: 'hit policy A, yet two rows that overlap give different results',
  },
  covered: {
    zh: '没有一行成立时 DMN 给出 null，这里给出 0；请补一行“-”给 0',
    en: 'where no row holds DMN gives null and this language 0; add a row of “-” that gives 0',
  },
} as const

const CANNOT = {
  apart: { zh: '无法证明各行互斥', en: 'it cannot be proved that no two rows hold together' },
  agree: { zh: '无法证明重叠的行结果相同', en: 'it cannot be proved that rows that overlap agree' },
  covered: {
    zh: '无法证明总有一行成立；请补一行“-”给 0',
    en: 'it cannot be proved that some row always holds; add a row of “-” that gives 0',
  },
} as const

function hitsOf(rows: readonly Row[], scope: Scope): readonly (readonly number[])[] | null {
  const options = (name: string) =>
    (scope.factByName.get(name) ?? scope.valueNamed(name, 0))?.options ?? []
  const axes = axesOf(
    rows.map(({ when }) => when),
    { optionsOf: options },
  )
  const cells = axes && cellsOf(axes)
  if (!axes || !cells) return null
  return cells.map((cell) =>
    rows.flatMap(({ when }, at) => (holdsIn(when, axes, cell) ? [at] : [])),
  )
}

/** Rows that an earlier one always forestalls; none where that cannot be looked at. */
export function unreached({ hit }: Draft, { rows }: TableFormula, scope: Scope): readonly number[] {
  const hits = hit === 'first' ? hitsOf(rows, scope) : null
  if (!hits) return []
  const reached = new Set(hits.map(([first]) => first))
  return rows.flatMap((_, at) => (reached.has(at) ? [] : [at]))
}
