import type { Day } from '../day.ts'
import { addDays, day } from '../day.ts'
import type { LayerYear } from './calendar-store.ts'

const SOURCE = '新疆维吾尔自治区人民政府令第174号；各年放假通知'

type Break = { readonly name: string; readonly from: string; readonly days: number }

/**
 * Days off for everybody in Xinjiang, for the years whose regional notice was found. A year that is
 * not here is not without them: enter its notice by hand.
 */
const BREAKS: readonly Break[] = [
  { name: '肉孜节', from: '2022-05-05', days: 1 },
  { name: '古尔邦节', from: '2022-07-09', days: 5 },
  { name: '肉孜节', from: '2023-04-21', days: 1 },
  { name: '古尔邦节', from: '2023-06-28', days: 3 },
  { name: '肉孜节', from: '2025-03-29', days: 3 },
  { name: '古尔邦节', from: '2025-06-06', days: 5 },
]

export function regionalYears(): LayerYear[] {
  const years = [...new Set(BREAKS.map(yearIn))]
  return years.map((year) => ({
    layer: 'regional',
    year,
    days: Object.fromEntries(BREAKS.filter((one) => yearIn(one) === year).flatMap(daysOff)),
    source: SOURCE,
  }))
}

function daysOff({ name, from, days }: Break): [Day, { working: boolean; name: string }][] {
  return Array.from({ length: days }, (_, index) => [
    addDays(day(from), index),
    { working: false, name },
  ])
}

function yearIn({ from }: Break): number {
  return Number(from.slice(0, 4))
}
