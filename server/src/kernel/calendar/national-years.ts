import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { LayerYear, SpecialDay } from './calendar-store.ts'

const SOURCE = '国务院办公厅关于部分节假日安排的通知 (chinese-days 1.5.7)'

/** The yearly notices of the State Council that chinese-days really has: 2004 to 2026, no guess beyond. */
export function nationalYears(): LayerYear[] {
  const special = [
    ...specialDays(chineseDays.holidays, false),
    ...specialDays(chineseDays.workdays, true),
  ]
  const years = [...new Set(Object.keys(chineseDays.holidays).map(yearIn))].sort()
  return years.map((year) => ({
    layer: 'national',
    year: Number(year),
    days: Object.fromEntries(special.filter(([day]) => yearIn(day) === year)),
    source: SOURCE,
  }))
}

/** The package writes `English,中文,statutory days` for each day. */
function specialDays(
  days: Readonly<Record<string, string>>,
  working: boolean,
): [string, SpecialDay][] {
  return Object.entries(days).map(([day, names]) => {
    const name = names.split(',')[1] ?? names
    return [day, { working, name: working ? `${name}调休上班` : name }]
  })
}

function yearIn(day: string): string {
  return day.slice(0, 4)
}
