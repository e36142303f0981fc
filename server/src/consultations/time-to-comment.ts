import {
  type Day,
  daysBetween,
  loadCalendar,
  type ReadTx,
  refusal,
  type Words,
} from '../kernel/index.ts'

/** 优化营商环境条例 (国务院令第722号) 第62条: in general not shorter than 30 days. */
const LEAST = { length: 30, unit: 'days' } as const

export type TimeToComment = {
  /** The first closing day that leaves 30 days; moved past days of rest (民法典 第203条). */
  readonly earliest: Day
  readonly days: number
  readonly counted: Words
}

/** How long a consultation is open, the opening day not counted (民法典 第201条). */
export async function timeToComment(
  tx: ReadTx,
  { opensOn, closesOn }: { readonly opensOn: Day; readonly closesOn: Day | null },
): Promise<TimeToComment> {
  const calendar = await loadCalendar(tx)
  const earliest = calendar.endOfPeriod(opensOn, LEAST)
  const until = closesOn ?? earliest
  const days = daysBetween(opensOn, until)
  const { workingDays } = calendar.explain(opensOn, until)
  return {
    earliest,
    days,
    counted: {
      zh: `${opensOn}开始，当日不计，至${until}共${days}日，其中工作日${workingDays}个`,
      en: `from ${opensOn}, that day not counted, until ${until}: ${days} days, ${workingDays} of them working days`,
    },
  }
}

type Asked = { readonly opensOn: Day; readonly closesOn: Day; readonly shortened: string | null }

/** Refuses a past opening day, and less than 30 days unless the office says why in public. */
export async function admitDays(tx: ReadTx, asked: Asked): Promise<Words> {
  const { opensOn, closesOn, shortened } = asked
  if (opensOn < tx.today)
    refusal('consultation.opens-in-the-past', { today: tx.today }, { field: 'opensOn' })
  if (closesOn <= opensOn)
    refusal('consultation.closes-before-opening', { opens: opensOn }, { field: 'closesOn' })
  const { earliest, days, counted } = await timeToComment(tx, asked)
  if (closesOn < earliest && shortened === null)
    refusal('consultation.too-short', { days, earliest }, { field: 'closesOn' })
  return counted
}
