import { sql } from 'kysely'
import { publishWaiting, type Waited } from '../clocks/index.ts'
import { listOffices } from '../identity/index.ts'
import {
  addMonths,
  type Day,
  loadCalendar,
  type ReadTx,
  reader,
  type Words,
  type WorkingCalendar,
  type WriteTx,
} from '../kernel/index.ts'
import { workingDaysLeft } from './deadlines.ts'
import type { Tables } from './tables.ts'

/**
 * Publishes how long the cases decided in the last twelve months took, in working days from the
 * first filing to the decision, corrections and pauses included: what the applicant waited.
 */
export async function measureWaiting(tx: WriteTx): Promise<void> {
  const from = addMonths(tx.today, -12)
  const spans = await selectSpans(tx, from)
  const calendar = await loadCalendar(tx)
  const offices = await officeNames(tx)
  await publishWaiting(
    tx,
    { from, to: tx.today },
    spans.flatMap((span) => waitedOf(span, { calendar, offices })),
  )
}

type Span = {
  readonly service: string
  readonly service_title: Words
  readonly district: string
  readonly filed_on: Day
  readonly ended_on: Day
  readonly cases: number
}

type Grounds = {
  readonly calendar: WorkingCalendar
  readonly offices: ReadonlyMap<string, Words>
}

async function officeNames(tx: ReadTx): Promise<ReadonlyMap<string, Words>> {
  const districts = (await listOffices(tx)).filter((office) => office.level === 'district')
  return new Map(districts.map((office) => [office.district ?? '', office.name]))
}

/** Spans through a year without a calendar cannot be told in working days and are left out. */
function waitedOf(span: Span, by: Grounds): Waited[] {
  const { calendar, offices } = by
  const days = workingDaysLeft({ calendar, today: span.filed_on }, span.ended_on)
  const { service, service_title: title, district, cases } = span
  const office = offices.get(district) ?? { zh: district, en: district }
  return days === null ? [] : [{ service, title, district, office, days, cases }]
}

const ENDED = sql<Day>`coalesce(b.state #>> '{done,decide}', b.state #>> '{done,refuse}')::date`

async function selectSpans(tx: ReadTx, from: Day): Promise<Span[]> {
  const rows = await reader<Tables>(tx)
    .selectFrom('case_board as b')
    .innerJoin('filings as f', (join) =>
      join
        .onRef('f.zone_id', '=', 'b.zone_id')
        .onRef('f.case_id', '=', 'b.case_id')
        .on('f.ordinal', '=', 1),
    )
    .select(['b.service', 'b.service_title', 'b.district', 'f.filed_on'])
    .select((one) => [ENDED.as('ended_on'), one.fn.countAll<bigint>().as('cases')])
    .where('b.zone_id', '=', tx.zone)
    .where('b.stage', 'in', ['decided', 'certified', 'refused', 'revoked'])
    .where(ENDED, '>=', from)
    .groupBy(['b.service', 'b.service_title', 'b.district', 'f.filed_on', 'ended_on'])
    .execute()
  return rows.map((row) => ({ ...row, cases: Number(row.cases) }))
}
