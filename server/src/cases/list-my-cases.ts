import { sql } from 'kysely'
import {
  loadCalendar,
  type PersonActor,
  parseId,
  type ReadTx,
  reader,
  refusal,
} from '../kernel/index.ts'
import { type CaseRowData, leftUntil, presentRow, ROW } from './case-row.ts'
import type { CaseId } from './ids.ts'
import type { QueueFilter } from './inputs.ts'
import { escaped, malformed, SORTED_BY } from './queue-order.ts'
import type { Tables } from './tables.ts'
import type { CasePage } from './views.ts'

type MyFilter = Omit<QueueFilter, 'office'>

/** A page has at most so many; an export asks for all of them at once. */
const MOST = 10_000

/**
 * The applications of the parties the viewer acts for, newest first unless sorted otherwise, a page
 * after another by `cursor`; `counts` and `total` are of everything the filter leaves. Refuses
 * `case.cursor-malformed`.
 */
export async function listMyCases(tx: ReadTx, asked: MyFilter = {}): Promise<CasePage> {
  const { actor } = tx
  if (actor.kind !== 'person') return refusal('identity.signed-out', { right: 'case.read' })
  if (actor.parties.length === 0) return { rows: [], next: null, counts: {}, total: 0 }
  const limit = Math.min(Math.max(asked.limit ?? 30, 1), MOST)
  const [found, counts] = await Promise.all([
    ordered(own(tx, actor, asked), asked)
      .select(ROW)
      .limit(limit + 1)
      .execute(),
    own(tx, actor, { ...asked, stage: undefined })
      .select((one) => ['stage', one.fn.countAll<bigint>().as('cases')])
      .groupBy('stage')
      .execute(),
  ])
  const left = leftUntil(await loadCalendar(tx), tx.today)
  const rows = found.slice(0, limit)
  return {
    rows: rows.map((row) => presentRow(row, { left, mine: row.waits_for.includes('applicant') })),
    next: found.length > limit ? cursorOf(asked, rows.at(-1)) : null,
    counts: Object.fromEntries(counts.map((one) => [one.stage, Number(one.cases)])),
    total: counts
      .filter((one) => asked.stage === undefined || one.stage === asked.stage)
      .reduce((sum, one) => sum + Number(one.cases), 0),
  }
}

function own(tx: ReadTx, { parties }: PersonActor, asked: MyFilter) {
  const text = asked.text?.trim().toLowerCase() ?? ''
  const like = `%${escaped(text)}%`
  return reader<Tables>(tx)
    .selectFrom('case_board')
    .where('zone_id', '=', tx.zone)
    .where('party_id', 'in', parties)
    .$if(asked.stage !== undefined, (query) =>
      query.where('stage', '=', asked.stage as CaseRowData['stage']),
    )
    .$if(Boolean(asked.service), (query) => query.where('service', '=', asked.service ?? ''))
    .$if(asked.mine === true, (query) => query.where(sql<boolean>`'applicant' = any (waits_for)`))
    .$if(text !== '', (query) =>
      query.where((one) => one.or([one('number', 'ilike', like), one('search', 'like', like)])),
    )
}

type Own = ReturnType<typeof own>

/** A draft has no number: it sorts before those that have one. */
const sortedBy = ({ sort }: MyFilter) =>
  sort === undefined ? sql`''::text` : sql`coalesce(${sql.ref(SORTED_BY[sort])}::text, '')`

function ordered(query: Own, asked: MyFilter): Own {
  const order = directionOf(asked)
  const sorted = query.orderBy(sortedBy(asked), order).orderBy('case_id', order)
  if (asked.cursor === undefined) return sorted
  const [sort, value, id] = Buffer.from(asked.cursor, 'base64url').toString().split('\n')
  if (sort !== (asked.sort ?? '') || value === undefined || !id) return malformed()
  const than = sql.raw(order === 'asc' ? '>' : '<')
  return sorted.where(
    sql<boolean>`(${sortedBy(asked)}, case_id) ${than} (${value}, ${parseId<CaseId>(id)}::uuid)`,
  )
}

const directionOf = ({ sort, order }: MyFilter) => order ?? (sort === undefined ? 'desc' : 'asc')

function cursorOf({ sort }: MyFilter, row: CaseRowData | undefined): string | null {
  if (!row) return null
  const value = sort === undefined ? '' : (row[SORTED_BY[sort]] ?? '')
  return Buffer.from([sort ?? '', value, row.case_id].join('\n')).toString('base64url')
}
