import { type Cells, type Columns, columnsFor } from '../../../../policy/src/columns/columns.ts'
import { dayNumber } from '../../../../policy/src/lower/functions.ts'
import type { Column } from '../../../../policy/src/lower/layout.ts'
import { NO, UNKNOWN, YES } from '../../../../policy/src/lower/op.ts'
import type { Program } from '../../../../policy/src/run.ts'

/** A small generator of its own, so that the same seed gives the same enterprises everywhere. */
function randoms(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const MISSING = 0.06
const PLANTED = 0.08
const WAN = 1_000_000 // 万元 in fen

/** Thresholds to plant, in the column's own numbers, and the usual size of a value. */
const SHAPE: Readonly<Record<string, { readonly usual: number; readonly at: readonly number[] }>> =
  {
    staff: { usual: 300, at: [500, 100, 10] },
    'research-staff': { usual: 60, at: [10, 30, 50] },
    'incubation-staff': { usual: 250, at: [80, 400] },
    managers: { usual: 6, at: [3] },
    'overseas-talents': { usual: 9, at: [5] },
    'first-class-rights': { usual: 5, at: [0, 1, 4] },
    'second-class-rights': { usual: 8, at: [1, 2, 3, 4] },
    results: { usual: 18, at: [3, 6, 9, 12, 15] },
    tenants: { usual: 80, at: [15, 50, 100] },
    'foreign-tenants': { usual: 6, at: [3] },
    'funded-tenants': { usual: 12, at: [5, 10] },
    'tenants-with-rights': { usual: 40, at: [15, 30] },
    graduates: { usual: 30, at: [3, 20] },
    'new-high-tech': { usual: 30, at: [1, 20] },
    floor: { usual: 2_000_000, at: [30_000, 50_000, 300_000, 1_000_000] },
    'tenant-floor': { usual: 1_500_000, at: [22_500, 225_000, 750_000] },
    fund: { usual: 1_000 * WAN, at: [500 * WAN] },
    assets: { usual: 30_000 * WAN, at: [20_000 * WAN, 10_000 * WAN] },
    debts: { usual: 20_000 * WAN, at: [15_000 * WAN, 7_500 * WAN, 8_000 * WAN] },
    'main-income': { usual: 8_000 * WAN, at: [4_000 * WAN, 4_500 * WAN, 1_200 * WAN] },
    'high-tech-income': { usual: 8_000 * WAN, at: [3_000 * WAN] },
    equity: { usual: 3_000 * WAN, at: [500 * WAN, 2_000 * WAN] },
    'already-paid': { usual: 12 * WAN, at: [0, 10 * WAN] },
    'market-share': { usual: 250_000, at: [100_000] },
    'expert-score': { usual: 400_000, at: [200_000, 150_000] },
    revenue: { usual: 12_000 * WAN, at: [5_000 * WAN, 20_000 * WAN, 1_500 * WAN, 4_000 * WAN] },
    research: { usual: 900 * WAN, at: [100 * WAN, 250 * WAN, 300 * WAN, 600 * WAN] },
    'research-inland': { usual: 700 * WAN, at: [60 * WAN, 150 * WAN] },
    'net-assets': { usual: 9_000 * WAN, at: [1_000 * WAN, 1_350 * WAN] },
  }

const CALENDAR = {
  'registered-on': [36, 12],
  'opened-on': [12, 36],
  'niche-since': [36, 24],
} as const
export const ASKED = '2026-03-31'
const TODAY = dayNumber(2026, 3, 31)

type Draw = { readonly random: () => number; readonly planted: number }

/** So many enterprises, straight into columns. */
export function enterprises(
  program: Program,
  room: {
    readonly rows: number
    readonly seed?: number
    readonly shared?: boolean
    /** The share of cells at a threshold, or one step beside it. */
    readonly planted?: number
  },
): Columns {
  const { rows, seed = 20_260_331, shared = false, planted = PLANTED } = room
  const buffer = (bytes: number) => (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes))
  const columns = columnsFor(program, { rows, records: 3, buffer })
  const draw = { random: randoms(seed), planted }
  for (const [at, column] of columns.layout.columns.entries()) {
    const cells = columns.cells[at]
    if (cells) for (let row = 0; row < rows; row += 1) put(column, cells, { ...draw, row, columns })
  }
  fillYears(columns, rows, draw)
  columns.rows = rows
  return columns
}

type Spot = Draw & { readonly row: number; readonly columns: Columns }

function put(column: Column, cells: Cells, spot: Spot): void {
  const missing = spot.random() < MISSING
  if (cells.states) cells.states[spot.row] = missing ? UNKNOWN : 0
  const lacking = column.kind === 'truth' ? UNKNOWN : 0
  cells.values[spot.row] = missing ? lacking : DRAW[column.kind](column, spot)
}

const DRAW: Readonly<Record<Column['kind'], (column: Column, spot: Spot) => number>> = {
  code: ({ fact }, { random, columns }) => {
    const options = fact?.options ?? []
    const value = options[Math.floor(random() * options.length)]?.value ?? ''
    return columns.dictionary.places.get(`o${value}`) ?? 0
  },
  truth: ({ name }, { random }) =>
    random() < (/accident|listed|forbidden/.test(name) ? 0.05 : 0.7) ? YES : NO,
  day: dayFor,
  number: numberFor,
}

function numberFor({ name, fact }: Column, { random, planted: share }: Draw): number {
  const { usual, at } = SHAPE[name] ?? { usual: 10, at: [] }
  if (at.length > 0 && random() < share) {
    const planted = at[Math.floor(random() * at.length)] ?? 0
    return Math.max(0, planted + Math.floor(random() * 3) - 1)
  }
  const value = Math.floor(random() ** 2 * 2 * usual)
  // Books are kept in yuan or ten thousands as often as to the fen.
  return fact?.type === 'amount' && random() < 0.7 ? value - (value % 1_000_000) : value
}

function dayFor({ name }: Column, { random, planted }: Draw): number {
  const months = CALENDAR[name as keyof typeof CALENDAR] ?? [12]
  if (random() < planted) {
    const back = months[Math.floor(random() * months.length)] ?? 12
    return dayNumber(2026 - back / 12, 3, 31) + Math.floor(random() * 3) - 1
  }
  return TODAY - Math.floor(random() * 4_000)
}

/** Up to three years each, the key first. */
function fillYears(columns: Columns, rows: number, draw: Draw): void {
  const child = columns.records[0]
  if (!child) return
  const { random } = draw
  let next = 0
  for (let row = 0; row < rows; row += 1) {
    const missing = random() < MISSING / 2
    child.states[row] = missing ? UNKNOWN : 0
    const full = random() < 0.8 ? 3 : Math.floor(random() * 4)
    for (let back = 1; back <= (missing ? 0 : full); back += 1) {
      fillYear({ ...draw, row: next, columns }, 2026 - back)
      next += 1
    }
    child.offsets[row + 1] = next
  }
}

function fillYear(spot: Spot, year: number): void {
  const fields = spot.columns.layout.records[0]?.fields ?? []
  const cells = spot.columns.records[0]?.cells ?? []
  for (const [at, field] of fields.entries()) {
    const own = cells[at]
    if (own) put(field, own, spot)
  }
  const key = cells[0]
  if (key) key.values[spot.row] = year * (fields[0]?.scale ?? 1)
  if (key?.states) key.states[spot.row] = 0
}
