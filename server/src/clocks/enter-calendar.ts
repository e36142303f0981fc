import {
  buildCalendar,
  type Day,
  day,
  enterYear,
  type LayerYear,
  listLayerYears,
  type Post,
  type ReadTx,
  record,
  refusal,
  type WorkingCalendar,
  type WriteTx,
  yearOf,
} from '../kernel/index.ts'

/** A year of one layer as an officer enters it from a notice. */
export type NewCalendarYear = {
  readonly layer: LayerYear['layer']
  readonly year: number
  readonly days: readonly {
    readonly day: string
    readonly working: boolean
    readonly name: string
  }[]
  /** Title and number of the notice. */
  readonly source: string
}

/** 全国年节及纪念日放假办法 (国务院令第795号) 第2条: the days off that every year has. */
const STATUTORY = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆']

/** The calendar as it would be with the year entered, for a preview; refuses what entering refuses. */
export async function calendarWith(tx: ReadTx, entered: NewCalendarYear): Promise<WorkingCalendar> {
  const year = layerYearOf(entered)
  const others = (await listLayerYears(tx)).filter(
    (one) => one.layer !== year.layer || one.year !== year.year,
  )
  return buildCalendar([...others, year])
}

/**
 * Enters a year of the national or regional layer, or an office's own days, in place of what the
 * layer said of that year, with the notice it rests on, and writes it on the record. Refuses
 * `calendar.source-missing`, `calendar.wrong-year`, `calendar.no-rest-days`.
 */
export async function enterCalendar(
  tx: WriteTx,
  entered: NewCalendarYear,
  as: Post | null,
): Promise<void> {
  const year = layerYearOf(entered)
  await enterYear(tx, year)
  await record(tx, {
    act: 'calendar.enter',
    subject: { kind: 'calendar', id: `${year.year}/${year.layer}` },
    as,
    reason: year.source,
    detail: { days: year.days },
  })
}

function layerYearOf(entered: NewCalendarYear): LayerYear {
  const { layer, year } = entered
  const source = entered.source.trim()
  if (source === '') refusal('calendar.source-missing', {}, { field: 'source' })
  const days = Object.fromEntries(
    entered.days.map(({ day: text, working, name }) => {
      const on: Day = day(text)
      if (yearOf(on) !== year) refusal('calendar.wrong-year', { day: on, year }, { field: 'days' })
      return [on, { working, name: name.trim() }]
    }),
  )
  if (layer === 'national') refuseGaps(year, Object.values(days))
  return { layer, year, days, source }
}

function refuseGaps(year: number, days: readonly { working: boolean; name: string }[]): void {
  const rest = days.filter((one) => !one.working).map((one) => one.name)
  const name = STATUTORY.find((holiday) => !rest.some((one) => one.includes(holiday)))
  if (name) refusal('calendar.no-rest-days', { year, name }, { field: 'days' })
}
