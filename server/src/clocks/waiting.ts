import {
  type Day,
  type ReadTx,
  reader,
  type Words,
  type WriteTx,
  writer,
  type ZoneId,
} from '../kernel/index.ts'

/** Cases of one service and district that took as many working days from filing to decision. */
export type Waited = {
  readonly service: string
  readonly title: Words
  readonly district: string
  /** The bureau in charge of the district. */
  readonly office: Words
  readonly days: number
  readonly cases: number
}

/** Null numbers are withheld: too few cases to be told apart from one's own. */
export type WaitingTime = {
  readonly service: string
  readonly title: Words
  readonly district: string
  readonly office: Words
  readonly cases: number | null
  readonly median: number | null
  readonly p90: number | null
}

export type WaitingTimes = {
  readonly from: Day | null
  readonly to: Day | null
  readonly rows: readonly WaitingTime[]
}

type Tables = {
  waiting_times: {
    zone_id: ZoneId
    service: string
    district: string
    title: Words
    office: Words
    cases: number | null
    median_days: number | null
    p90_days: number | null
    from_on: Day
    to_on: Day
  }
}

/** Fewer cases than this say nothing of an office and much of the applicant. */
export const LEAST_SHOWN = 5

/** Median and 90th percentile (nearest rank) per service and district; small groups withheld. */
export function waitingTimes(waited: readonly Waited[]): WaitingTime[] {
  const groups = Map.groupBy(waited, ({ service, district }) => `${service} ${district}`)
  return [...groups.values()].flatMap((of): WaitingTime[] => {
    const [first] = of
    if (!first) return []
    const { service, title, district, office } = first
    const cases = of.reduce((sum, one) => sum + one.cases, 0)
    const about = { service, title, district, office }
    if (cases < LEAST_SHOWN) return [{ ...about, cases: null, median: null, p90: null }]
    return [{ ...about, cases, median: rank(of, cases * 0.5), p90: rank(of, cases * 0.9) }]
  })
}

/** Puts new waiting times in place of the old ones. */
export async function publishWaiting(
  tx: WriteTx,
  span: { readonly from: Day; readonly to: Day },
  waited: readonly Waited[],
): Promise<void> {
  await writer<Tables>(tx).deleteFrom('waiting_times').where('zone_id', '=', tx.zone).execute()
  const rows = waitingTimes(waited)
  if (rows.length === 0) return
  await writer<Tables>(tx)
    .insertInto('waiting_times')
    .values(
      rows.map(({ service, district, title, office, cases, median, p90 }) => ({
        zone_id: tx.zone,
        service,
        district,
        title,
        office,
        cases,
        median_days: median,
        p90_days: p90,
        from_on: span.from,
        to_on: span.to,
      })),
    )
    .execute()
}

/** The waiting times as last published; for everybody. */
export async function listWaiting(tx: ReadTx): Promise<WaitingTimes> {
  const rows = await reader<Tables>(tx)
    .selectFrom('waiting_times')
    .selectAll()
    .where('zone_id', '=', tx.zone)
    .orderBy('service')
    .orderBy('district')
    .execute()
  return {
    from: rows[0]?.from_on ?? null,
    to: rows[0]?.to_on ?? null,
    rows: rows.map((row) => ({
      service: row.service,
      title: row.title,
      district: row.district,
      office: row.office,
      cases: row.cases,
      median: row.median_days,
      p90: row.p90_days,
    })),
  }
}

/** The smallest number of days within which that many cases were decided. */
function rank(of: readonly Waited[], wanted: number): number {
  const inOrder = of.toSorted((a, b) => a.days - b.days)
  let seen = 0
  for (const { days, cases } of inOrder) {
    seen += cases
    if (seen >= wanted) return days
  }
  return inOrder.at(-1)?.days ?? 0
}
