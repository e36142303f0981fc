import { type Rational, ratio, rationalOf, times } from './rational.ts'
import type { Dimension } from './value.ts'

/** A unit of the language: what it measures, how many base units it is, its English word. */
export type Unit = {
  readonly name: string
  readonly dimension: Dimension
  readonly factor: Rational
  readonly en: { readonly one: string; readonly many: string; readonly before?: true }
}

const whole = (n: bigint): Rational => ratio(n, 1n)
type Row = readonly [
  name: string,
  dimension: Dimension,
  factor: Rational,
  one: string,
  many: string,
]

/** Base units: 元, 平方米, one thing, a ratio of 1. */
const ROWS: readonly Row[] = [
  ['平方米', 'area', whole(1n), 'm²', 'm²'],
  ['㎡', 'area', whole(1n), 'm²', 'm²'],
  ['m2', 'area', whole(1n), 'm²', 'm²'],
  ['m²', 'area', whole(1n), 'm²', 'm²'],
  ['公顷', 'area', whole(10_000n), 'ha', 'ha'],
  ['元', 'money', whole(1n), 'yuan', 'yuan'],
  ['千元', 'money', whole(1_000n), 'thousand yuan', 'thousand yuan'],
  ['万元', 'money', whole(10_000n), '×10,000 yuan', '×10,000 yuan'],
  ['亿元', 'money', whole(100_000_000n), '×100 million yuan', '×100 million yuan'],
  ['分', 'money', ratio(1n, 100n), 'fen', 'fen'],
  ['%', 'share', ratio(1n, 100n), '%', '%'],
  ['家', 'count', whole(1n), 'firm', 'firms'],
  ['人', 'count', whole(1n), 'person', 'persons'],
  ['名', 'count', whole(1n), 'person', 'persons'],
  ['个', 'count', whole(1n), '', ''],
  ['项', 'count', whole(1n), 'item', 'items'],
  ['次', 'count', whole(1n), 'time', 'times'],
  ['件', 'count', whole(1n), 'item', 'items'],
  ['篇', 'count', whole(1n), 'paper', 'papers'],
]

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.map(([name, dimension, factor, one, many]) => [
    name,
    { name, dimension, factor, en: { one, many } },
  ]),
)

/** Names of units, longest first, so that 万元 is not read as 万 and 元. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].sort((a, b) => b.length - a.length)

/** Lengths of time that may be added to a day. */
export const DURATIONS: ReadonlyMap<
  string,
  { readonly unit: 'months' | 'days' | 'working-days'; readonly by: number }
> = new Map([
  ['年', { unit: 'months', by: 12 }],
  ['个月', { unit: 'months', by: 1 }],
  ['个工作日', { unit: 'working-days', by: 1 }],
  ['工作日', { unit: 'working-days', by: 1 }],
  ['天', { unit: 'days', by: 1 }],
  ['日', { unit: 'days', by: 1 }],
])

/** `480 平方米`, `10万元`, `15%`, `480`: the number in base units and its unit; null if it is none. */
export function measured(text: string): { amount: Rational; unit: Unit | null } | null {
  const parts = /^([+-]?\d+(?:\.\d+)?)\s*(.*)$/u.exec(text.trim())
  const amount = rationalOf(parts?.[1] ?? '')
  const name = parts?.[2] ?? ''
  if (!amount) return null
  if (name === '') return { amount, unit: null }
  const unit = UNITS.get(name)
  return unit ? { amount: times(amount, unit.factor), unit } : null
}
