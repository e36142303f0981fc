import { sql } from 'kysely'
import { mayAct } from '../identity/index.ts'
import {
  day,
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
import type { Tables } from './tables.ts'
import type { CasePage } from './views.ts'

/**
 * Cases of the office, the most urgent first: by the due day, then by age. A page after another by
 * `cursor` (keyset, so it costs the same however deep). Three statements whatever the number of
 * cases. Drafts are their applicants' alone and never in it.
 */
export async function listQueue(tx: ReadTx, filter: QueueFilter): Promise<CasePage> {
  const viewer = officerOf(tx)
  const limit = Math.min(Math.max(filter.limit ?? 30, 1), 100)
  const rows = await filtered(tx, viewer, filter)
    .$if(filter.stage !== undefined, (query) =>
      query.where('stage', '=', (filter.stage ?? 'filed') as CaseRowData['stage']),
    )
    .$if(filter.cursor !== undefined, (query) => query.where(after(filter.cursor ?? '')))
    .select(ROW)
    .orderBy('sort_day')
    .orderBy('case_id')
    .limit(limit + 1)
    .execute()
  const counts = await filtered(tx, viewer, filter)
    .select((one) => ['stage', one.fn.countAll<bigint>().as('cases')])
    .groupBy('stage')
    .execute()
  const left = leftUntil(await loadCalendar(tx), tx.today)
  const page = rows.slice(0, limit)
  return {
    rows: page.map((row) => presentRow(row, { left, mine: waitsFor(viewer, row) })),
    next: rows.length > limit ? cursorOf(page.at(-1)) : null,
    counts: Object.fromEntries(counts.map((one) => [one.stage, Number(one.cases)])),
  }
}

function officerOf(tx: ReadTx): PersonActor {
  const { actor } = tx
  if (actor.kind !== 'person') return refusal('identity.signed-out', { right: 'case.read' })
  const holds = actor.posts.some((post) =>
    mayAct(actor, 'case.read', { officeKey: post.officeKey, ...inDistrict(post), assigned: true }),
  )
  return holds ? actor : refusal('identity.forbidden', { right: 'case.read' })
}

function inDistrict({ district }: { district: string | null }) {
  return district === null ? {} : { district }
}

/** What the viewer's offices or assignments show them; for a city's officer everything filed. */
function filtered(tx: ReadTx, viewer: PersonActor, filter: QueueFilter) {
  const keys = keysOf(viewer)
  const text = filter.text?.trim().toLowerCase()
  return (
    reader<Tables>(tx)
      .selectFrom('case_board')
      .where('zone_id', '=', tx.zone)
      .where('stage', '<>', 'draft')
      // A draft withdrawn before it was ever filed has no number and stays its applicant's own.
      .where('number', 'is not', null)
      .$if(!sitsInCity(viewer), (query) =>
        query.where(sql<boolean>`readers && ${idsOf(viewer)}::uuid[]`),
      )
      .$if(Boolean(filter.office), (query) =>
        query.where(sql<boolean>`${filter.office} = any (waits_for)`),
      )
      .$if(Boolean(filter.service), (query) => query.where('service', '=', filter.service ?? ''))
      .$if(Boolean(text), (query) => query.where('search', 'like', `%${escaped(text ?? '')}%`))
      .$if(filter.mine === true, (query) =>
        query.where(
          sql<boolean>`(waits_for && ${keys}::text[] or ${viewer.person}::uuid = any (waiting_experts))`,
        ),
      )
  )
}

function waitsFor(viewer: PersonActor, row: CaseRowData): boolean {
  return (
    row.waits_for.some((key) => keysOf(viewer).includes(key)) ||
    row.waiting_experts.includes(viewer.person)
  )
}

function keysOf(viewer: PersonActor): string[] {
  return viewer.posts.map((post) => post.officeKey)
}

/** An auditor's rows reach over the zone, but a district's post reads its own district's cases. */
function sitsInCity(viewer: PersonActor): boolean {
  return viewer.posts.some((post) => post.level === 'city')
}

/** By which ids somebody may be among a case's readers, the same as row-level security has them. */
function idsOf(viewer: PersonActor): string[] {
  return [viewer.person, ...viewer.posts.map((post) => post.office)]
}

function after(cursor: string) {
  const [on, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (!on || !id) return refusal('case.cursor-malformed', {}, { field: 'cursor' })
  return sql<boolean>`(sort_day, case_id) > (${day(on)}::date, ${parseId<CaseId>(id)}::uuid)`
}

function cursorOf(row: CaseRowData | undefined): string | null {
  return row ? Buffer.from(`${row.sort_day} ${row.case_id}`).toString('base64url') : null
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
